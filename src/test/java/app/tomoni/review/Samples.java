package app.tomoni.review;

import app.tomoni.call.CommentRule;
import app.tomoni.review.ScoreCard.Band;
import app.tomoni.review.ScoreCard.Level;
import app.tomoni.review.ScoreCard.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Sheets for tests: one criterion with levels (5 to 1, three points each), one with points up to 30. */
final class Samples {

    private Samples() {}

    static ScoreCard card() {
        return card(CommentRule.NEVER);
    }

    static ScoreCard card(CommentRule rule) {
        return new ScoreCard(List.of(
                new Line(
                        "c1",
                        "役割分担",
                        "団体と市の役割が明確か",
                        BigDecimal.valueOf(15),
                        IntStream.of(5, 4, 3, 2, 1)
                                .mapToObj(number -> new Level(
                                        number,
                                        BigDecimal.valueOf(3L * number),
                                        BigDecimal.valueOf(3L * number),
                                        "段階" + number))
                                .toList(),
                        List.of(),
                        rule,
                        List.of("roles", "expectedCityRole")),
                new Line(
                        "c2",
                        "実現性",
                        "無理なく進められるか",
                        BigDecimal.valueOf(30),
                        List.of(),
                        List.of(
                                new Band(BigDecimal.valueOf(21), BigDecimal.valueOf(30), "十分"),
                                new Band(BigDecimal.ZERO, BigDecimal.valueOf(20), "課題あり")),
                        rule,
                        List.of())));
    }
}
