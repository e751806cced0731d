package app.tomoni.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

class RegularWorkTest {

    static class Looks {

        private final CountDownLatch first = new CountDownLatch(1);

        @Scheduled(fixedDelay = 1)
        void look() {
            first.countDown();
        }
    }

    /** What is seen while the application sets itself up. */
    static class SettingUp implements ApplicationRunner {

        private final SimpleAsyncTaskScheduler scheduler;
        private final Looks looks;
        private boolean running = true;
        private long toCome;

        SettingUp(SimpleAsyncTaskScheduler scheduler, Looks looks) {
            this.scheduler = scheduler;
            this.looks = looks;
        }

        @Override
        public void run(ApplicationArguments arguments) {
            running = scheduler.isRunning();
            toCome = looks.first.getCount();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ImportAutoConfiguration(TaskSchedulingAutoConfiguration.class)
    @Import(RegularWork.class)
    static class Application {

        @Bean
        Looks looks() {
            return new Looks();
        }

        @Bean
        SettingUp settingUp(SimpleAsyncTaskScheduler scheduler, Looks looks) {
            return new SettingUp(scheduler, looks);
        }
    }

    @Test
    void nothingIsLookedForWhileTheApplicationSetsItselfUp() throws InterruptedException {
        try (var application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run("--spring.threads.virtual.enabled=true", "--spring.main.banner-mode=off")) {
            var seen = application.getBean(SettingUp.class);
            assertThat(seen.running).isFalse();
            assertThat(seen.toCome).isEqualTo(1);

            assertThat(application.getBean(Looks.class).first.await(20, TimeUnit.SECONDS))
                    .isTrue();
        }
    }
}
