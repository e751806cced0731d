package app.tomoni.demo;

import java.net.InetAddress;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** A demo lets everybody in who reaches it; so it is reached from this machine only. */
@Component
class DemoAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private final DemoStart start;

    DemoAddress(DemoStart start) {
        this.start = start;
    }

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        if (start.isDemo()) {
            server.setAddress(InetAddress.getLoopbackAddress());
        }
    }
}
