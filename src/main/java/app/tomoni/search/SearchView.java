package app.tomoni.search;

import app.tomoni.account.Finder.Found;
import app.tomoni.account.Finder.Kind;
import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.search.Search.Answer;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.SearchWords;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ScreenKeys;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;

/** One field, and below it what its reader may open, by kind; the words stand in the address. */
@Route(SearchView.PATH)
@ForEveryoneSignedIn
@StyleSheet("context://tomoni/search.css")
class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle, ScreenKeys {

    static final String PATH = "search";
    private static final String WORDS = "q";

    private final Search search;
    private final PersonId reader;
    private final Translations translations;
    private final TextField words = new TextField();
    private final Paragraph said = new Paragraph();
    private final Div results = new Div();
    private boolean asked;

    SearchView(Search search, SignedIn signedIn, Translations translations) {
        this.search = search;
        this.reader = signedIn.person();
        this.translations = translations;
        addClassNames("stack-5", "search");
        words.setId("search-words");
        words.setLabel(getTranslation("search.words"));
        words.setHelperText(getTranslation("search.words.help"));
        words.setManualValidation(true);
        words.getElement().setAttribute("data-press", SearchTool.KEY);
        words.getElement()
                .addEventListener("keydown", event -> ask())
                .setFilter("event.key === 'Enter' && !event.isComposing && event.keyCode !== 229")
                .synchronizeProperty("value");
        var form = new Div(words, Buttons.primary(getTranslation("search.do"), click -> ask()));
        form.addClassName("search-form");
        form.getElement().setAttribute("role", "search");
        said.getElement().setAttribute("role", "status");
        results.addClassName("stack-5");
        add(new PageHead(getPageTitle()), form, said, results);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("search.title");
    }

    private void ask() {
        if (refused(words.getValue())) {
            words.focus();
            return;
        }
        asked = true; // whoever looks again goes on in the field
        UI.getCurrent()
                .navigate(
                        SearchView.class,
                        words.getValue().isBlank()
                                ? QueryParameters.empty()
                                : QueryParameters.of(WORDS, words.getValue().strip()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var typed = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(WORDS)
                .orElse("");
        if (!words.getValue().strip().equals(typed)) {
            words.setValue(typed);
        }
        var wanted = SearchWords.of(typed);
        words.getElement().setAttribute("data-first", asked || wanted.isEmpty());
        asked = false;
        results.removeAll();
        if (refused(typed)) {
            said.setText("");
        } else if (wanted.isEmpty()) {
            said.setText(getTranslation("search.what", kinds()));
        } else {
            show(typed.strip(), search.find(reader, wanted, getLocale()));
        }
    }

    /** Says at the field what cannot be looked for; the words stay there. */
    private boolean refused(String typed) {
        words.setInvalid(false);
        try {
            Lengths.demand(typed, SearchWords.MOST);
            return false;
        } catch (Refusal refusal) {
            words.setErrorMessage(translations.of(refusal, getLocale()));
            words.setInvalid(true);
            return true;
        }
    }

    private void show(String typed, Map<Kind, Answer> found) {
        if (found.isEmpty()) {
            said.setText(getTranslation("search.found.none"));
            results.add(
                    new EmptyState(getTranslation("search.none", typed), getTranslation("search.none.why", kinds())));
            return;
        }
        said.setText(getTranslation(
                "search.found", found.values().stream().mapToInt(Answer::all).sum()));
        found.forEach((kind, answer) -> results.add(section(kind, answer)));
    }

    private List<String> kinds() {
        return search.kinds(reader).stream().map(this::name).toList();
    }

    private String name(Kind kind) {
        return getTranslation("search.kind." + kind);
    }

    private Component section(Kind kind, Answer answer) {
        var list = new UnorderedList();
        list.addClassName("search-list");
        answer.shown().forEach(found -> list.add(line(found)));
        var card = new Card(getTranslation("search.kind.found", name(kind), answer.all()), list);
        if (answer.more() > 0) {
            card.add(new Paragraph(getTranslation("search.more", answer.more())));
        }
        return card;
    }

    private ListItem line(Found found) {
        var facts = new Div();
        facts.addClassNames("search-facts", "small", "mute");
        found.facts().forEach(fact -> facts.add(new Span(fact)));
        return new ListItem(new Anchor(found.path(), found.name()), facts);
    }

    @Override
    public List<Key> keys() {
        return List.of(
                new Key(SearchTool.KEY, getTranslation("search.keys.words")),
                new Key("Enter", getTranslation("search.keys.do")));
    }
}
