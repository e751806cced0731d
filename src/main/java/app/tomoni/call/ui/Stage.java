package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Chip;
import java.time.Instant;
import java.util.Locale;

/** Where a call stands, from its dated facts. */
enum Stage {
    DRAFT(Chip.Kind.WRITING),
    RETURNED(Chip.Kind.WARN),
    WAITS(Chip.Kind.PLAIN),
    TO_COME(Chip.Kind.INFO),
    OPEN(Chip.Kind.OK),
    CLOSED(Chip.Kind.PLAIN);

    private final Chip.Kind kind;

    Stage(Chip.Kind kind) {
        this.kind = kind;
    }

    static Stage of(Call call, Instant now) {
        if (call.isDraft()) {
            return call.returnedReason().isPresent() ? RETURNED : DRAFT;
        }
        if (call.waitsForApproval()) {
            return WAITS;
        }
        if (call.hasClosed(now)) {
            return CLOSED;
        }
        return call.isOpen(now) ? OPEN : TO_COME;
    }

    Chip chip(Words words) {
        return new Chip(kind, words.say("call.stage." + name().toLowerCase(Locale.ROOT)));
    }
}
