package app.tomoni.installation;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * What is looked for from time to time is looked for once the application is ready: while the demo city lives through its
 * past, the clock shows other days, and a look in between would do what its people do later.
 */
@Component
class RegularWork {

    private final SimpleAsyncTaskScheduler scheduler;

    RegularWork(SimpleAsyncTaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener(ContextRefreshedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void holdBack() {
        scheduler.stop();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.start();
    }
}
