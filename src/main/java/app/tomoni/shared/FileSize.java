package app.tomoni.shared;

/** How large a file is, in the one way in which everybody is told: whole kilobytes, and megabytes from one on. */
public record FileSize(long bytes) {

    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;

    /** The key of the sentence that {@link #amount()} belongs into. */
    public String key() {
        return bytes < MEGA ? "shared.file.kb" : "shared.file.mb";
    }

    public Number amount() {
        if (bytes < MEGA) {
            return Math.max(1, bytes / KILO);
        }
        return (double) bytes / MEGA;
    }
}
