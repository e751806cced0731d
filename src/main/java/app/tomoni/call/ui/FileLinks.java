package app.tomoni.call.ui;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.CallFile;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.document.Downloads;
import app.tomoni.document.FileId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.stream.Stream;

/**
 * Links to the files of a call: once it is approved, to their public address; before that a download for those alone who
 * may read the draft as groups will see it.
 */
@org.springframework.stereotype.Component
class FileLinks {

    private final Calls calls;
    private final Offices offices;
    private final Downloads downloads;
    private final SignedIn signedIn;

    FileLinks(Calls calls, Offices offices, Downloads downloads, SignedIn signedIn) {
        this.calls = calls;
        this.offices = offices;
        this.downloads = downloads;
        this.signedIn = signedIn;
    }

    boolean mayRead(Call call) {
        return mayRead(call, signedIn.person());
    }

    private boolean mayRead(Call call, PersonId person) {
        return call.isApproved()
                || Stream.of(Office.SECRETARIAT, Office.APPROVER, Office.AUDITOR)
                        .anyMatch(office -> offices.holds(person, office, null));
    }

    /** All of them, in their order. */
    Component list(Call call, Words words) {
        var list = new UnorderedList();
        list.addClassName("call-files");
        call.draft().files().forEach(file -> list.add(new ListItem(link(call, file, file.title(), words))));
        return list;
    }

    Anchor link(Call call, CallFile file, String text, Words words) {
        var about = new Span(words.about(file));
        about.addClassNames("small", "mute");
        var link = call.isApproved()
                ? new Anchor(CallNavigation.publicFile(call.id(), file.id()), "")
                : new Anchor(download(call.id(), file.id(), signedIn.person()), "");
        link.add(new Text(text + " "), about);
        link.setRouterIgnore(true);
        return link;
    }

    /** Asks at each click whether the call still has the file, and whether this person may read the call. */
    private DownloadHandler download(CallId call, FileId file, PersonId person) {
        return downloads.handler(
                file,
                () -> calls.find(call)
                        .filter(found -> mayRead(found, person))
                        .flatMap(found -> found.draft().file(file))
                        .isPresent());
    }
}
