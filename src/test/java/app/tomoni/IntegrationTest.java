package app.tomoni;

import app.tomoni.account.TestMailServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on a real, empty database, answering on a free port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=test",
            "tomoni.data=target/test-data",
            "tomoni.notice.poll=1d",
            "tomoni.review.poll=1d"
        })
@Import({TestDatabase.class, TestClock.Configuration.class, TestMailServer.Configuration.class})
public @interface IntegrationTest {}
