package app.tomoni.review;

import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Criterion;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** The sheets' lines, as each call lays them down. */
@Component
class ScoreCards {

    private final Calls calls;

    ScoreCards(Calls calls) {
        this.calls = calls;
    }

    ScoreCard of(CallId call) {
        return new ScoreCard(calls.get(call).guideline().criteria().stream()
                .map(ScoreCards::line)
                .toList());
    }

    private static ScoreCard.Line line(Criterion criterion) {
        return new ScoreCard.Line(
                criterion.id(),
                criterion.name(),
                criterion.question(),
                BigDecimal.valueOf(criterion.maxPoints()),
                criterion.levels().stream()
                        .map(level -> new ScoreCard.Level(
                                level.score(),
                                BigDecimal.valueOf(level.points()),
                                BigDecimal.valueOf(level.points()),
                                level.text()))
                        .toList(),
                criterion.bands().stream()
                        .map(band -> new ScoreCard.Band(
                                BigDecimal.valueOf(band.from()), BigDecimal.valueOf(band.to()), band.text()))
                        .toList(),
                criterion.comment(),
                criterion.evidence());
    }
}
