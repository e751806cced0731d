package app.tomoni.process;

import app.tomoni.form.FormSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands out the forms and drawings of a release as they were released. */
@Component
public class ReleasedFiles implements FormSource {

    private final Releases releases;

    ReleasedFiles(Releases releases) {
        this.releases = releases;
    }

    public String current() {
        return releases.current();
    }

    @Override
    public Optional<byte[]> form(String id, String release) {
        return releases.file(release, id + ".form");
    }

    public Optional<byte[]> file(String release, String name) {
        return releases.file(release, name);
    }
}
