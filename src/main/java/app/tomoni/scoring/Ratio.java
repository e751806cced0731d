package app.tomoni.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** An exact figure: points and means are fractions of whole numbers until a declared rounding. */
public final class Ratio implements Comparable<Ratio> {

    public static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);
    public static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

    private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?(/\\d{1,15})?");
    /** Sums of means may grow beyond what a person writes; a trace holds them and is read again. */
    private static final Pattern COMPUTED = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?(/\\d{1,400})?");

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Ratio(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Ratio of(long numerator, long denominator) {
        return reduced(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Ratio of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Ratio(decimal.toBigIntegerExact(), BigInteger.ONE)
                : reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** Reads {@code 71}, {@code 14.5} or {@code 5/7}, as people write it: at most 15 digits in each part. */
    public static Ratio parse(String text) {
        return parse(text, WRITTEN);
    }

    /** Reads what {@link #toString} wrote. */
    static Ratio parseComputed(String text) {
        return parse(text, COMPUTED);
    }

    private static Ratio parse(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(new BigDecimal(text));
        }
        var divisor = new BigInteger(text.substring(slash + 1));
        if (divisor.signum() == 0) {
            throw new NumberFormatException(text);
        }
        return of(new BigDecimal(text.substring(0, slash))).dividedBy(new Ratio(divisor, BigInteger.ONE));
    }

    public Ratio plus(Ratio other) {
        if (isWhole() && other.isWhole()) {
            return new Ratio(numerator.add(other.numerator), BigInteger.ONE);
        }
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    public Ratio times(Ratio other) {
        if (isWhole() && other.isWhole()) {
            return new Ratio(numerator.multiply(other.numerator), BigInteger.ONE);
        }
        return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Ratio times(long whole) {
        return times(of(whole));
    }

    public Ratio dividedBy(Ratio other) {
        return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Ratio dividedBy(long whole) {
        return dividedBy(of(whole));
    }

    public int signum() {
        return numerator.signum();
    }

    String numerator() {
        return numerator.toString();
    }

    String denominator() {
        return denominator.toString();
    }

    boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    boolean isMultipleOf(Ratio step) {
        return isWhole() && step.equals(ONE) || dividedBy(step).isWhole();
    }

    public BigDecimal round(int decimals, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, mode);
    }

    /** The greatest multiple of {@code unit} yen that is not above this figure. */
    long floorTo(long unit) {
        var steps = dividedBy(unit).round(0, RoundingMode.FLOOR);
        return steps.multiply(BigDecimal.valueOf(unit)).longValueExact();
    }

    static Ratio sum(Iterable<Ratio> figures) {
        var sum = new Sum();
        figures.forEach(figure -> sum.add(figure.numerator, figure.denominator));
        return sum.ratio();
    }

    /** Adds up without looking for common divisors at each step, which would take most of the time. */
    static final class Sum {

        private static final int REDUCE_ABOVE_BITS = 256;

        private BigInteger over = BigInteger.ZERO;
        private BigInteger under = BigInteger.ONE;

        void addProduct(Ratio one, Ratio other) {
            add(one.numerator.multiply(other.numerator), one.denominator.multiply(other.denominator));
        }

        private void add(BigInteger numerator, BigInteger denominator) {
            if (under.equals(denominator)) {
                over = over.add(numerator);
                return;
            }
            over = over.multiply(denominator).add(numerator.multiply(under));
            under = under.multiply(denominator);
            if (under.bitLength() > REDUCE_ABOVE_BITS) {
                var reduced = reduced(over, under);
                over = reduced.numerator;
                under = reduced.denominator;
            }
        }

        Ratio ratio() {
            return reduced(over, under);
        }
    }

    private static Ratio reduced(BigInteger numerator, BigInteger denominator) {
        if (denominator.equals(BigInteger.ONE)) {
            return new Ratio(numerator, denominator);
        }
        if (denominator.signum() == 0) {
            throw new ArithmeticException("divided by zero");
        }
        var common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        return new Ratio(numerator.divide(common), denominator.divide(common));
    }

    private boolean terminates() {
        var rest = denominator;
        for (var prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.equals(BigInteger.ONE);
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ratio that && numerator.equals(that.numerator) && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** The exact figure: {@code 71}, {@code 14.5}, or {@code 214/3} where decimals would not end. */
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator.toString();
        }
        return terminates()
                ? new BigDecimal(numerator).divide(new BigDecimal(denominator)).toPlainString()
                : numerator + "/" + denominator;
    }

    /** The exact figure for readers: {@code 214/3 (71.3333…)} where decimals do not end. */
    String readable() {
        var exact = toString();
        return exact.indexOf('/') < 0 ? exact : exact + " (" + round(4, RoundingMode.DOWN) + "\u2026)";
    }
}
