package app.tomoni.shared;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach this installation, as mails and printed pages name it.
 *
 * @param address without a slash at the end
 */
@ConfigurationProperties("tomoni")
public record PublicAddress(
        @DefaultValue("http://localhost:8080") String address) {

    public PublicAddress {
        address = address.replaceFirst("/+$", "");
        URI.create(address); // fails at the start rather than in the first mail
    }

    /** @param path with a slash at its beginning */
    public String of(String path) {
        return address + path;
    }
}
