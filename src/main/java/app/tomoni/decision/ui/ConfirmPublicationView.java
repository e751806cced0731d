package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.decision.PublishedResult;
import app.tomoni.decision.selection.ConfirmPublication;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.Deliveries;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterRegister;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.Materials;
import app.tomoni.decision.selection.PersonalData;
import app.tomoni.decision.selection.PostLetters;
import app.tomoni.decision.selection.PublicPage;
import app.tomoni.decision.selection.TakeBackDecision;
import app.tomoni.document.Downloads;
import app.tomoni.document.FileId;
import app.tomoni.process.Audience;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.PublicProposals;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every letter and the public page are looked at before anything leaves the house. */
@Route("tasks/confirmPublication/:task")
@ForOffices(Office.SECRETARIAT)
@StyleSheet("context://tomoni/decision.css")
class ConfirmPublicationView extends TaskPage {

    /** What the page acts with. */
    @org.springframework.stereotype.Component
    record Tools(
            ConfirmPublication step,
            PostLetters posting,
            TakeBackDecision back,
            LetterRegister register,
            Deliveries deliveries,
            DecisionRegister decisions,
            PublicPage page,
            Materials materials,
            OffersToFollow offers,
            ClosedDays closed,
            Clock clock,
            PublicProposals proposals,
            Downloads downloads,
            Offices offices,
            SignedIn signedIn) {}

    /** What the scan has found, and whether somebody has looked at it. */
    private record Looked(Checkbox box, List<PersonalData.Find> finds) {

        List<PersonalData.Find> at() {
            return box.getValue() ? finds : List.of();
        }
    }

    private static final String DATED = "dated";

    private final Tools tools;

    /** Whether letters are meant to be dated on a day on which the city is closed; there only where they are. */
    private @Nullable Checkbox closed;

    /** Where the day of the letters is chosen. */
    private DayPicker day = new DayPicker();

    /** What stood there when the letters were shown. */
    private @Nullable LocalDate dayShown;

    /** Why equals stand in their order, as it is published and as it is typed. */
    private final Map<ConfirmPublication.Order, TextArea> reasons = new LinkedHashMap<>();

    /** Whether the day of the letters was chosen here: an open one is proposed no more. */
    private boolean dayChosen;

    ConfirmPublicationView(Door door, Tools tools) {
        super(door, "confirmPublication", "decision.publication.title");
        this.tools = tools;
    }

    @Override
    protected String subject(OpenTask task) {
        return "publication:" + task.caseKey().value();
    }

    @Override
    protected void show(OpenTask task) {
        var call = new CallId(task.caseKey().value());
        var material = tools.materials().of(call);
        add(head(task, material));
        add(
                new Paragraph(material.terms().title()),
                band(task, Audience.STAFF),
                errors,
                new Paragraph(words.say("decision.publication.lead")),
                texts.form());
        draw(task, call, material);
    }

    /** What was chosen in one place stays while something else is done. */
    private void draw(OpenTask task, CallId call, Material material) {
        var decided = tools.page().of(call);
        texts.form().removeAll();
        texts.form().add(letters(task, call, material));
        var announcement = announcement(decided);
        reasons.clear();
        tools.step().orders(call).forEach(order -> texts.form().add(reason(order, task, call, material)));
        var result =
                announcement.isPresent() ? decided.announced(announcement.get().getValue()) : decided;
        var looked = new Looked(new Checkbox(), tools.step().scan(result));
        texts.form().add(page(result, announcement, looked), time(task, material, announcement, looked));
        if (tools.back().possible(task.caseKey())) {
            texts.form().add(wrong(task));
        }
    }

    private Component letters(OpenTask task, CallId call, Material material) {
        var decision = tools.decisions().standing(call.value()).orElseThrow();
        var table = new PlainTable(
                words.say("decision.publication.letters.caption"),
                List.of(
                        words.say("decision.publication.column.number"),
                        words.say("decision.publication.column.addressee"),
                        words.say("decision.publication.column.case"),
                        words.say("decision.publication.column.outcome"),
                        words.say("decision.publication.column.delivery"),
                        words.say("decision.publication.column.preview")),
                Set.of());
        var withdrawn = decision.lines().stream()
                .flatMap(line -> material.entrant(line.proposal()).stream())
                .filter(entrant -> !entrant.takesPart())
                .toList();
        var going = tools.register().ofCall(call.value()).stream()
                .filter(letter ->
                        withdrawn.stream().map(Material.Entrant::proposal).noneMatch(letter.proposal()::equals))
                .toList();
        var delivery = tools.deliveries().of(going);
        var offered = tools.offers().of(decision, material, words);
        for (var letter : going) {
            table.row(
                    new Text(letter.documentNumber()),
                    new Text(letter.addressee()),
                    new Text(material.entrant(letter.proposal())
                            .map(Material.Entrant::title)
                            .orElse("")),
                    new Div(
                            new Text(decision.line(letter.proposal())
                                    .map(line -> words.say(line.outcome().key()))
                                    .orElse("")),
                            small(offered.getOrDefault(letter.proposal(), ""))),
                    new Text(words.say("decision.publication.delivery." + delivery.get(letter.id()))),
                    preview(letter));
        }
        withdrawn.forEach(entrant -> table.row(
                new Text(""),
                new Text(entrant.organisationName()),
                new Text(entrant.title()),
                new Text(words.say("decision.board.withdrawn")),
                new Text(""),
                new Text("")));
        var dated = new DayPicker();
        dated.setLabel(words.say("decision.publication.dated"));
        dated.setRequiredIndicatorVisible(true);
        day = dated;
        var meant = new Div();
        closed = null;
        going.stream().findFirst().map(Letter::dated).ifPresent(day -> {
            dated.setValue(dayChosen ? day : tools.closed().rolledOn(day));
            if (tools.closed().isClosed(day)) {
                var box = new Checkbox(words.say("decision.publication.dated.closed.meant", words.day(day)));
                meant.add(texts.hold(DATED + "/" + day, KeptField.of(box)));
                closed = box;
            }
        });
        dayShown = dated.getValue();
        var again = new Div(
                texts.hold(DATED, KeptField.of(dated)),
                Buttons.secondary(words.say("decision.publication.redate"), Buttons.once(() -> {
                    var on = dated.getValue();
                    if (texts.filled(new ShortForm.Need(
                                    dated, on != null, words.say("decision.publication.dated.missing")))
                            && on != null
                            && attempt(task, () -> tools.step().date(task.id(), on, person()))) {
                        texts.forget(DATED);
                        dayChosen = true;
                        draw(task, call, material);
                        day.focus();
                    }
                })));
        texts.refuseAt("decision.publication.dated.past", DATED);
        again.addClassName("dc-beside");
        dated.addValueChangeListener(event -> judge(dated));
        judge(dated);
        return new Card(words.say("decision.publication.letters"), table.underHeading(), again, meant);
    }

    private void judge(DayPicker dated) {
        var day = dated.getValue();
        var today = LocalDate.now(tools.clock());
        dated.setErrorMessage(words.say("decision.publication.dated.gone"));
        dated.setInvalid(day != null && day.isBefore(today));
        var wait =
                day != null && day.isAfter(today) ? words.say("decision.publication.dated.wait", words.day(day)) : "";
        dated.setHelperText((wait + tools.closed().hint(day, words)).strip());
    }

    private static Component small(String text) {
        var line = new Div(text);
        line.addClassName("small");
        return line;
    }

    private Component preview(Letter letter) {
        // Asked again at the click: the link is worth nothing to anybody else
        return new Anchor(
                tools.downloads()
                        .handler(
                                new FileId(letter.file()),
                                () -> tools.offices().holds(tools.signedIn().person(), Office.SECRETARIAT, null)),
                words.say("decision.publication.preview", letter.documentNumber()));
    }

    /** What the public is to read; none where the words of the decision speak of nobody who has withdrawn since. */
    private Optional<TextArea> announcement(PublishedResult decided) {
        var named = decided.withdrawnInWords();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var announcement = new TextArea(words.say("decision.publication.announcement"));
        announcement.setHelperText(words.say("decision.publication.announcement.help"));
        announcement.setValue(decided.decision());
        texts.form()
                .add(new Card(
                        words.say("decision.publication.announcement"),
                        new Note(Note.Kind.WARN, words.say("decision.publication.announcement.named", named)),
                        texts.hold("announcement", announcement, Lengths.TEXT)));
        return Optional.of(announcement);
    }

    /** The committee's own words stay on record, and may name somebody. */
    private Component reason(ConfirmPublication.Order order, OpenTask task, CallId call, Material material) {
        var path = "order/" + order.place();
        var reason = new TextArea(words.say("decision.publication.order.words"));
        reason.setHelperText(words.say("decision.publication.order.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setValue(order.reason());
        reasons.put(order, reason);
        texts.refuseAt("decision.publication.order.missing", path);
        return new Card(
                words.say("decision.publication.order", order.numbers()),
                texts.hold(path, reason, Lengths.REASON),
                Buttons.secondary(words.say("decision.publication.order.act"), Buttons.once(() -> {
                    if (attempt(task, () -> tools.step().word(task.id(), order, reason.getValue(), person()))) {
                        texts.forget(path);
                        draw(task, call, material);
                        reasons.forEach((drawn, field) -> {
                            if (drawn.place() == order.place()) {
                                field.focus();
                            }
                        });
                    }
                })));
    }

    private Component page(PublishedResult result, Optional<TextArea> announcement, Looked looked) {
        var finds = looked.finds();
        var card = new Card(
                words.say("decision.publication.page"), new Paragraph(words.say("decision.publication.page.lead")));
        if (finds.isEmpty()) {
            card.add(new Note(Note.Kind.OK, words.say("decision.publication.scan.clean")));
        } else {
            var list = new UnorderedList();
            finds.forEach(find -> list.add(new ListItem(
                    words.say("decision.publication.find." + find.kind().name(), find.text()))));
            looked.box().setLabel(words.say("decision.publication.scan.looked"));
            // Who has looked at this has not looked at what is found later
            var path = "looked/" + finds.toString().hashCode();
            texts.refuseAt("decision.publication.finds", path);
            card.add(
                    new Note(Note.Kind.WARN, new Paragraph(words.say("decision.publication.scan.found")), list),
                    texts.hold(path, KeptField.of(looked.box())));
        }
        var contents = tools.proposals().written(result.shown(), getLocale());
        var preview = new Div(new PublicPreview(words, result, contents));
        announcement.ifPresent(area -> area.addValueChangeListener(event -> {
            preview.removeAll();
            preview.add(new PublicPreview(words, result.announced(event.getValue()), contents));
        }));
        card.add(preview);
        return card;
    }

    private Component time(OpenTask task, Material material, Optional<TextArea> announcement, Looked looked) {
        var time = new PublicationTime(words, tools.step().proposed(material.terms()), tools.closed(), texts, "");
        return new Card(
                words.say("decision.publication.confirm"),
                new Paragraph(words.say(
                        "decision.publication.earliest", words.day(tools.step().earliest()))),
                time,
                new Note(Note.Kind.WARN, words.say("decision.publication.confirm.help")),
                Buttons.primary(
                        words.say("decision.publication.confirm"),
                        Buttons.once(() -> confirm(
                                task, time, announcement.map(TextArea::getValue).orElse(null), looked.at()))));
    }

    private void confirm(
            OpenTask task, PublicationTime time, @Nullable String announcement, List<PersonalData.Find> looked) {
        var call = new CallId(task.caseKey().value());
        var meant = closed;
        if (meant != null
                && !texts.filled(
                        new ShortForm.Need(meant, meant.getValue(), words.say("decision.publication.dated.closed")))) {
            return;
        }
        if (!texts.filled(new ShortForm.Need(
                day, Objects.equals(day.getValue(), dayShown), words.say("decision.publication.dated.unsaved")))) {
            return;
        }
        if (!texts.filled(reasons.entrySet().stream()
                .map(each -> new ShortForm.Need(
                        each.getValue(),
                        each.getValue().getValue().strip().equals(each.getKey().reason()),
                        words.say("decision.publication.order.unsaved")))
                .toArray(ShortForm.Need[]::new))) {
            return;
        }
        if (attempt(task, () -> tools.step().check(task.id(), time.chosen(), announcement, looked, person()))) {
            ask(call, time.chosen(), () -> send(task, call, time, announcement, looked));
        } else {
            redraw(task, call, announcement);
        }
    }

    /** What stood in the way may have come since the page was drawn. */
    private void redraw(OpenTask task, CallId call, @Nullable String announcement) {
        if (announcement == null && texts.form().isAttached()) {
            draw(task, call, tools.materials().of(call));
        }
    }

    /** What leaves cannot be called back. */
    private void ask(CallId call, Instant planned, Runnable send) {
        var going = tools.step().going(call);
        var publication = tools.deliveries().of(going).containsValue(Letter.Delivery.PRINT)
                ? "decision.publication.ask.post"
                : "decision.publication.ask.publication";
        new Question(
                        words.say("decision.publication.ask"),
                        new Div(
                                new Paragraph(words.say("decision.publication.ask.letters", going.size())),
                                new Paragraph(words.say(publication, words.at(planned)))),
                        words.say("decision.publication.ask.no"),
                        words.say("decision.publication.ask.yes"),
                        send)
                .open();
    }

    private void send(
            OpenTask task,
            CallId call,
            PublicationTime time,
            @Nullable String announcement,
            List<PersonalData.Find> looked) {
        var confirmed = attempt(task, () -> {
            var planned = time.chosen();
            tools.step().confirm(task.id(), planned, announcement, looked, person());
            texts.done();
            tools.posting()
                    .postBy(call)
                    .ifPresentOrElse(
                            by -> done(
                                    words.say("decision.publication.done"),
                                    words.say("decision.publication.done.post", words.at(planned), words.day(by)),
                                    new Anchor(
                                            SelectionNavigation.lettersToPost(call),
                                            words.say("decision.publication.done.toLetters"))),
                            () -> done(
                                    words.say("decision.publication.done"),
                                    words.say("decision.publication.done.next", words.at(planned))));
        });
        if (!confirmed) {
            redraw(task, call, announcement);
        }
    }

    private Component wrong(OpenTask task) {
        var reason = new TextArea(words.say("decision.takeBack.reasonField"));
        reason.setHelperText(words.say("decision.takeBack.help"));
        reason.setRequiredIndicatorVisible(true);
        texts.refuseAt("decision.return.reason", "takeBack");
        return new Card(
                        words.say("decision.takeBack.title"),
                        new Paragraph(words.say("decision.takeBack.lead")),
                        texts.hold("takeBack", reason, Lengths.REASON),
                        Buttons.secondary(words.say("decision.takeBack.act"), Buttons.once(() -> {
                            if (attempt(task, () -> tools.back().takeBack(task.id(), reason.getValue(), person()))) {
                                texts.done();
                                done(words.say("decision.takeBack.done"), words.say("decision.takeBack.done.next"));
                            }
                        })))
                .flat();
    }
}
