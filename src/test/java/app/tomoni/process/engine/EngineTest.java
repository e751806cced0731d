package app.tomoni.process.engine;

import app.tomoni.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** The engine as configured, with no models at all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        module = "process",
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        classes = app.tomoni.Tomoni.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=test",
            "tomoni.data=target/test-data",
            "tomoni.jobs.active=false",
            "tomoni.models=classpath*:no-models/*"
        })
@Import(TestDatabase.class)
@interface EngineTest {}
