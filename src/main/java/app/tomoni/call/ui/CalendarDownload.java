package app.tomoni.call.ui;

import app.tomoni.call.CalendarFile;
import app.tomoni.call.Call;
import app.tomoni.call.Timetable;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;

/** A link to the days of a call as a file for the reader's own calendar. */
class CalendarDownload extends Anchor {

    private static final String TYPE = "text/calendar;charset=utf-8";

    CalendarDownload(Call call, List<Timetable.Stop> stops, Instant now, Words words) {
        var entries = stops.stream()
                .filter(stop -> !stop.planned())
                .map(stop -> new CalendarFile.Entry(
                        stop.key() + "-" + call.id(),
                        stop.at(),
                        words.say("call.ics.summary", words.title(call), words.say("call.guide.stop." + stop.key()))))
                .toList();
        var bytes = CalendarFile.write(words.title(call), entries, now);
        setText(words.say("call.ics.download"));
        setHref(DownloadHandler.fromInputStream(
                event -> new DownloadResponse(new ByteArrayInputStream(bytes), "calendar.ics", TYPE, bytes.length)));
    }
}
