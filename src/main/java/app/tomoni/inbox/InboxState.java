package app.tomoni.inbox;

import app.tomoni.account.Office;
import app.tomoni.process.OpenTasks;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything about the list that can be shared by its address. What an address says wrongly is left out. */
record InboxState(
        OpenTasks.View view,
        String words,
        @Nullable UUID call,
        @Nullable Office office,
        OpenTasks.Order order,
        int page,
        @Nullable UUID chosen,
        boolean table) {

    static final int SIZE = 25;
    private static final int LAST_PAGE = 400;
    private static final int LONGEST = 100;

    static InboxState of(QueryParameters address) {
        return new InboxState(
                read(address, "view", text -> OpenTasks.View.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(OpenTasks.View.ALL),
                read(address, "words", text -> text.substring(0, Math.min(LONGEST, text.length())))
                        .orElse(""),
                read(address, "call", UUID::fromString).orElse(null),
                read(address, "office", text -> Office.withKey(text).orElseThrow(IllegalArgumentException::new))
                        .orElse(null),
                read(address, "order", text -> OpenTasks.Order.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(OpenTasks.Order.DUE),
                read(address, "page", text -> Math.clamp(Integer.parseInt(text), 1, LAST_PAGE) - 1)
                        .orElse(0),
                read(address, "task", UUID::fromString).orElse(null),
                address.getSingleParameter("table").isPresent());
    }

    private static <T> Optional<T> read(QueryParameters address, String name, Function<String, T> meaning) {
        try {
            return address.getSingleParameter(name)
                    .filter(text -> !text.isBlank())
                    .map(meaning);
        } catch (IllegalArgumentException meaningless) {
            return Optional.empty();
        }
    }

    QueryParameters address() {
        Map<String, String> parts = new LinkedHashMap<>();
        if (view != OpenTasks.View.ALL) {
            parts.put("view", view.name().toLowerCase(Locale.ROOT));
        }
        if (!words.isBlank()) {
            parts.put("words", words);
        }
        if (call != null) {
            parts.put("call", call.toString());
        }
        if (office != null) {
            parts.put("office", office.key());
        }
        if (order != OpenTasks.Order.DUE) {
            parts.put("order", order.name().toLowerCase(Locale.ROOT));
        }
        if (page > 0) {
            parts.put("page", String.valueOf(page + 1));
        }
        if (chosen != null) {
            parts.put("task", chosen.toString());
        }
        if (table) {
            parts.put("table", "1");
        }
        return QueryParameters.simple(parts);
    }

    OpenTasks.Question question() {
        return new OpenTasks.Question(view, words, call, office, order, page, SIZE);
    }

    boolean narrowed() {
        return !words.isBlank() || call != null || office != null;
    }

    InboxState in(OpenTasks.View other) {
        return new InboxState(other, words, call, office, order, 0, null, table);
    }

    InboxState looking(String typed) {
        return new InboxState(view, typed, call, office, order, 0, null, table);
    }

    InboxState forCall(@Nullable UUID other) {
        return new InboxState(view, words, other, office, order, 0, null, table);
    }

    InboxState forOffice(@Nullable Office other) {
        return new InboxState(view, words, call, other, order, 0, null, table);
    }

    InboxState by(OpenTasks.Order other) {
        return new InboxState(view, words, call, office, other, 0, null, table);
    }

    InboxState on(int other) {
        return new InboxState(view, words, call, office, order, other, null, table);
    }

    InboxState choosing(UUID task) {
        return new InboxState(view, words, call, office, order, page, task, table);
    }

    InboxState asTable(boolean other) {
        return new InboxState(view, words, call, office, order, page, chosen, other);
    }

    InboxState wide() {
        return new InboxState(view, "", null, null, order, 0, null, table);
    }
}
