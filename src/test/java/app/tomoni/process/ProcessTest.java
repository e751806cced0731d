package app.tomoni.process;

import app.tomoni.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole application on an empty database, with jobs and timers that only the test fires; see {@link ProcessDriver}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@TestPropertySource(properties = "tomoni.jobs.active=false")
@Import({ProcessDriver.class, FlowCoverage.class})
public @interface ProcessTest {}
