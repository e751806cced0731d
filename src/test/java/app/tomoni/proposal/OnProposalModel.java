package app.tomoni.proposal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Runs on the drawing of a proposal without the review in it, which other modules bring. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
        properties = {"tomoni.models=classpath:models/proposal/citizen-proposal.bpmn", "tomoni.jobs.active=false"})
@Import(Fixture.class)
public @interface OnProposalModel {}
