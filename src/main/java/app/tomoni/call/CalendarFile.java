package app.tomoni.call;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes dates as a calendar file (RFC 5545), for the calendar of a phone or an office. */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    /**
     * One date.
     *
     * @param uid stays the same when the date moves
     */
    public record Entry(String uid, Instant at, String summary) {}

    /** @param stamp when the file is written */
    public static byte[] write(String name, List<Entry> entries, Instant stamp) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Tomoni//Call//JA");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escaped(name));
        for (var entry : entries) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + entry.uid());
            line(text, "DTSTAMP:" + UTC.format(stamp));
            line(text, "DTSTART:" + UTC.format(entry.at()));
            line(text, "SUMMARY:" + escaped(entry.summary()));
            line(text, "TRANSP:TRANSPARENT");
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Lines are folded at 75 bytes, never inside a character. */
    private static void line(StringBuilder text, String line) {
        var bytes = 0;
        for (var at = 0; at < line.length(); ) {
            var character = line.codePointAt(at);
            var size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.appendCodePoint(character);
            bytes += size;
            at += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
