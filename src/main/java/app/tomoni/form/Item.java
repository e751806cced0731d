package app.tomoni.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing in a section of a form: a field, or something to read. */
public sealed interface Item permits Field, Item.Heading, Item.Prose, Item.Line, Item.Gap {

    /** It is hidden as soon as one of these holds: its own condition or one of the groups around it. */
    List<Condition> hiddenWhen();

    /** The title of a group inside a section. */
    record Heading(String text, @Nullable String hint, List<Condition> hiddenWhen) implements Item {}

    /** An explanation in Markdown; see {@code forms/README.md} for what of it. */
    record Prose(String text, List<Condition> hiddenWhen) implements Item {}

    /** A dividing line. */
    record Line(List<Condition> hiddenWhen) implements Item {}

    /** Empty space. */
    record Gap(List<Condition> hiddenWhen) implements Item {}
}
