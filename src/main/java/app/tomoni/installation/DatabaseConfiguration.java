package app.tomoni.installation;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the embedded database along unless the standard data source settings name another one. */
@Configuration
class DatabaseConfiguration {

    @Configuration
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {

        @Bean
        DataDirectory dataDirectory(@Value("${tomoni.data}") Path root) {
            return DataDirectory.open(root.toAbsolutePath().normalize());
        }

        @Bean
        EmbeddedDatabase embeddedDatabase(
                DataDirectory directory,
                @Value("${tomoni.demo:false}") boolean demo,
                @Value("${tomoni.fresh-demo:false}") boolean freshDemo) {
            if (freshDemo || directory.isHalfADemo()) {
                directory.beginAnew();
            }
            directory.begin(demo);
            return EmbeddedDatabase.start(directory);
        }

        @Bean
        @ConfigurationProperties("spring.datasource.hikari")
        HikariDataSource dataSource(EmbeddedDatabase database) {
            return pooled(database.dataSource());
        }
    }

    static HikariDataSource pooled(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        return pool;
    }
}
