package app.tomoni.shared;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application; asserts that the JVM lives in the city's time zone. */
@Configuration
class ClockConfiguration {

    @Bean
    Clock clock() {
        var zone = TimeZone.getDefault().toZoneId();
        if (!zone.getRules().equals(JapaneseDates.ZONE.getRules())) {
            throw new IllegalStateException(
                    "The time zone of this JVM is " + zone + " and must be " + JapaneseDates.ZONE);
        }
        return Clock.system(JapaneseDates.ZONE);
    }
}
