package app.tomoni.form;

import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Yen;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people type them: full-width digits, thousands separators and 円 are understood, and of an amount also the
 * sign before it and the dash after it.
 */
final class Numbers {

    /** More than the budget of any city; keeps every sum of a form far from overflow. */
    static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    /** As long as a sentence still quotes it. */
    private static final Pattern ANY_LENGTH = Pattern.compile("\\d{1,30}(\\.\\d{1,6})?");

    /** A sum as it stands on a bill: ￥９６，０００－, ¥96,000.-, 金96,000円也. Many keyboards type a backslash for the sign. */
    private static final Pattern BILLED =
            Pattern.compile("金?[¥\\\\]?((?:\\d{1,3}(?:[,、]\\d{3})+|\\d+)(?:\\.\\d{1,6})?)円?也?(?:\\.?[-‐‑–—―─−ー]+)?");

    private Numbers() {}

    static Optional<BigDecimal> read(String typed) {
        var digits = JapaneseText.digits(typed);
        return PLAIN.matcher(digits).matches() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    /** A price in yen. Three digits after a point are a point for a comma, and not thousandths of a yen. */
    static Optional<BigDecimal> price(String typed) {
        return read(billed(typed)).filter(number -> number.scale() != 3);
    }

    /** The number alone, where it is written as on a bill; otherwise as typed. */
    private static String billed(String typed) {
        var bill = BILLED.matcher(JapaneseText.folded(typed).replaceAll("\\s", ""));
        return bill.matches() ? bill.group(1) : typed;
    }

    /** Whether it is a number, and no amount only because it is above {@link #LARGEST}. */
    static boolean isTooLarge(String typed) {
        var digits = JapaneseText.digits(billed(typed));
        return ANY_LENGTH.matcher(digits).matches() && new BigDecimal(digits).compareTo(LARGEST) > 0;
    }

    /** A whole, not negative amount up to {@link #LARGEST}. */
    static Optional<Yen> yen(String typed) {
        return price(typed).flatMap(Numbers::yen);
    }

    static Optional<Yen> yen(BigDecimal number) {
        var isAmount =
                number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0 && number.compareTo(LARGEST) <= 0;
        return isAmount ? Optional.of(new Yen(number.longValueExact())) : Optional.empty();
    }
}
