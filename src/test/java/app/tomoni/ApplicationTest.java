package app.tomoni;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ApplicationTest {

    @Autowired
    private DataSource dataSource;

    @Test
    void startsOnAnEmptyDatabaseInTheCitysTimeZone() {
        var zone = JdbcClient.create(dataSource)
                .sql("SHOW timezone")
                .query(String.class)
                .single();

        assertThat(zone).isEqualTo("Asia/Tokyo");
    }
}
