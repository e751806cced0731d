package app.tomoni.process;

import app.tomoni.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** The module and what it uses, with the sample models released in place of ours. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(
        properties = {
            "spring.datasource.url=test",
            "tomoni.data=target/test-data",
            "tomoni.jobs.active=false",
            "tomoni.models=" + TreeModels.MODELS
        })
@Import({TestDatabase.class, TreeModels.class, ProcessDriver.class, FlowCoverage.class})
@interface ProcessModuleTest {}
