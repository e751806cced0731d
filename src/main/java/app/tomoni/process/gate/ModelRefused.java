package app.tomoni.process.gate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A release that does not pass the gate; nothing of it is kept. */
public final class ModelRefused extends RuntimeException {

    private final List<Finding> findings;

    public ModelRefused(List<Finding> findings) {
        super(findings.stream().map(finding -> finding.line(Locale.ENGLISH)).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
