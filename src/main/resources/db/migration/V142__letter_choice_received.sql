-- How and when a group told the city on paper or at the desk how it wishes to receive its letters; none where it chose here.
ALTER TABLE letter_choice ADD received text;
