package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTest {

    @ParameterizedTest
    @CsvSource({"0,1KB", "193,1KB", "12345,12KB", "1048575,'1,023KB'", "1572864,1.5MB"})
    void isSaidInKilobytesAndInMegabytesFromOneOn(long bytes, String said) {
        assertThat(new Translations().of(new FileSize(bytes), Locale.JAPANESE)).isEqualTo(said);
    }
}
