package app.tomoni.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.tomoni.account.DemoMark;
import app.tomoni.installation.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class DemoAddressTest {

    @TempDir
    private Path data;

    @ParameterizedTest(name = "marked {0}, somebody works here {1}, demo asked for {2}: this machine only {3}")
    @CsvSource({
        "true, true, true, true",
        "true, true, false, true",
        "false, false, true, true",
        "false, false, false, false",
        "false, true, true, false",
        "false, true, false, false"
    })
    void aDemoIsReachedFromThisMachineOnlyWhateverItWasStartedAs(
            boolean marked, boolean inUse, boolean asked, boolean loopback) {
        assertThat(address(marked, inUse, asked, new StaticListableBeanFactory()))
                .isEqualTo(loopback ? InetAddress.getLoopbackAddress() : null);
    }

    @Test
    void whatACityHasBegunForItselfIsReachedAndFilledByNothing() throws IOException {
        Files.writeString(data.resolve("demo"), "own");
        try (var directory = DataDirectory.open(data)) {
            var beans = new StaticListableBeanFactory();
            beans.addBean("dataDirectory", directory);

            assertThat(address(false, false, true, beans)).isNull();
        }
    }

    private static InetAddress address(boolean marked, boolean inUse, boolean asked, StaticListableBeanFactory beans) {
        var mark = mock(DemoMark.class);
        when(mark.set()).thenReturn(marked);
        when(mark.isPossible()).thenReturn(!inUse);
        var server = new TomcatServletWebServerFactory();
        new DemoAddress(new DemoStart(mark, beans.getBeanProvider(DataDirectory.class), asked)).customize(server);
        return server.getAddress();
    }
}
