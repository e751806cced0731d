package app.tomoni.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An exact figure: points and means are fractions of whole numbers until a declared rounding. */
public final class Ratio implements Comparable<Ratio> {

    public static final Ratio ZERO = of(0);
    public static final Ratio ONE = of(1);

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?(/\\d{1,15})?");
    /** Sums of means may grow beyond what a person writes; a trace holds them and is read again. */
    private static final Pattern COMPUTED = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?(/\\d{1,400})?");

    /** What {@code long} cannot hold; almost no point and no mean is that long. */
    private record Wide(BigInteger over, BigInteger under) {}

    // in lowest terms, the denominator above zero; 0 over 0 where the figure is wide
    private final long over;
    private final long under;
    private final @Nullable Wide wide;

    private Ratio(long over, long under, @Nullable Wide wide) {
        this.over = over;
        this.under = under;
        this.wide = wide;
    }

    public static Ratio of(long whole) {
        return new Ratio(whole, 1, null);
    }

    public static Ratio of(long numerator, long denominator) {
        return reduced(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Ratio of(BigDecimal decimal) {
        if (decimal.scale() == 0 && decimal.precision() < 19) {
            return of(decimal.longValue());
        }
        return decimal.scale() <= 0
                ? reduced(decimal.toBigIntegerExact(), BigInteger.ONE)
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
        return of(new BigDecimal(text.substring(0, slash))).dividedBy(reduced(divisor, BigInteger.ONE));
    }

    public Ratio plus(Ratio other) {
        if (wide == null && other.wide == null) {
            try {
                long common = common(under, other.under);
                long scale = other.under / common;
                return reduced(
                        Math.addExact(Math.multiplyExact(over, scale), Math.multiplyExact(other.over, under / common)),
                        Math.multiplyExact(under, scale));
            } catch (ArithmeticException tooLong) {
                // the long way below
            }
        }
        return reduced(
                bigOver().multiply(other.bigUnder()).add(other.bigOver().multiply(bigUnder())),
                bigUnder().multiply(other.bigUnder()));
    }

    public Ratio minus(Ratio other) {
        return plus(other.times(-1));
    }

    public Ratio times(Ratio other) {
        if (wide == null && other.wide == null) {
            try {
                return reduced(Math.multiplyExact(over, other.over), Math.multiplyExact(under, other.under));
            } catch (ArithmeticException tooLong) {
                // the long way below
            }
        }
        return reduced(bigOver().multiply(other.bigOver()), bigUnder().multiply(other.bigUnder()));
    }

    public Ratio times(long whole) {
        return times(of(whole));
    }

    public Ratio dividedBy(Ratio other) {
        return times(other.inverse());
    }

    public Ratio dividedBy(long whole) {
        return dividedBy(of(whole));
    }

    static Ratio sum(Iterable<Ratio> figures) {
        var sum = ZERO;
        for (var figure : figures) {
            sum = sum.plus(figure);
        }
        return sum;
    }

    public int signum() {
        return wide == null ? Long.signum(over) : wide.over().signum();
    }

    String numerator() {
        return wide == null ? Long.toString(over) : wide.over().toString();
    }

    String denominator() {
        return wide == null ? Long.toString(under) : wide.under().toString();
    }

    boolean isWhole() {
        return wide == null ? under == 1 : wide.under().equals(BigInteger.ONE);
    }

    boolean isMultipleOf(Ratio step) {
        return dividedBy(step).isWhole();
    }

    public BigDecimal round(int decimals, RoundingMode mode) {
        return wide == null
                ? BigDecimal.valueOf(over).divide(BigDecimal.valueOf(under), decimals, mode)
                : new BigDecimal(wide.over()).divide(new BigDecimal(wide.under()), decimals, mode);
    }

    /** The greatest multiple of {@code unit} that is not above this figure. */
    long floorTo(long unit) {
        if (wide == null && unit == 1) {
            return Math.floorDiv(over, under);
        }
        var steps = dividedBy(unit).round(0, RoundingMode.FLOOR);
        return steps.multiply(BigDecimal.valueOf(unit)).longValueExact();
    }

    private static Ratio reduced(long numerator, long denominator) {
        if (denominator == 1) {
            return of(numerator);
        }
        long common = common(numerator, denominator);
        return new Ratio(numerator / common, denominator / common, null);
    }

    private static Ratio reduced(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("divided by zero");
        }
        var common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        var over = numerator.divide(common);
        var under = denominator.divide(common);
        return over.bitLength() < Long.SIZE && under.bitLength() < Long.SIZE
                ? new Ratio(over.longValue(), under.longValue(), null)
                : new Ratio(0, 0, new Wide(over, under));
    }

    /** The greatest common divisor, above zero. */
    private static long common(long one, long other) {
        while (other != 0) {
            long rest = one % other;
            one = other;
            other = rest;
        }
        return Math.abs(one);
    }

    private Ratio inverse() {
        return wide == null && over > 0 ? new Ratio(under, over, null) : reduced(bigUnder(), bigOver());
    }

    private BigInteger bigOver() {
        return wide == null ? BigInteger.valueOf(over) : wide.over();
    }

    private BigInteger bigUnder() {
        return wide == null ? BigInteger.valueOf(under) : wide.under();
    }

    /** How many decimals write this figure to its end; -1 when it has none. */
    private int decimals() {
        int twos = bigUnder().getLowestSetBit();
        var rest = bigUnder().shiftRight(twos);
        int fives = 0;
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
            fives++;
        }
        return rest.equals(BigInteger.ONE) ? Math.max(twos, fives) : -1;
    }

    @Override
    public int compareTo(Ratio other) {
        return under == other.under && under != 0
                ? Long.compare(over, other.over)
                : minus(other).signum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ratio that
                && over == that.over
                && under == that.under
                && Objects.equals(wide, that.wide);
    }

    @Override
    public int hashCode() {
        return Objects.hash(over, under, wide);
    }

    /** The exact figure: {@code 71}, {@code 14.5}, or {@code 214/3} where decimals would not end. */
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator();
        }
        int decimals = decimals();
        return decimals < 0
                ? numerator() + "/" + denominator()
                : round(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** The exact figure for readers: {@code 214/3 (71.3333…)} where decimals do not end. */
    String readable() {
        var exact = toString();
        return exact.indexOf('/') < 0 ? exact : exact + " (" + round(4, RoundingMode.DOWN) + "\u2026)";
    }
}
