-- What everybody reads of why equals stand in their order. What was said before people were told that it is published stays unpublished.
ALTER TABLE recommendation_deliberation ADD COLUMN published_reason text;
