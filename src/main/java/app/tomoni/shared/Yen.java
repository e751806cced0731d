package app.tomoni.shared;

import java.math.BigInteger;

/** An amount of money in whole yen, never negative. */
public record Yen(long amount) implements Comparable<Yen> {

    public static final Yen ZERO = new Yen(0);

    public Yen {
        if (amount < 0) {
            throw new IllegalArgumentException("negative amount: " + amount);
        }
    }

    public Yen plus(Yen other) {
        return new Yen(Math.addExact(amount, other.amount));
    }

    public Yen times(long quantity) {
        return new Yen(Math.multiplyExact(amount, quantity));
    }

    /** The share {@code numerator/denominator} of this amount, rounded down to a whole {@code unit}. */
    public Yen share(long numerator, long denominator, Yen unit) {
        var exact = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(numerator))
                .divide(BigInteger.valueOf(denominator));
        return new Yen(exact.longValueExact()).roundedDownTo(unit);
    }

    /** Rounded down (切り捨て) to a whole multiple of {@code unit}. */
    public Yen roundedDownTo(Yen unit) {
        return new Yen(amount - amount % unit.amount);
    }

    public Yen min(Yen other) {
        return amount <= other.amount ? this : other;
    }

    public boolean exceeds(Yen other) {
        return amount > other.amount;
    }

    @Override
    public int compareTo(Yen other) {
        return Long.compare(amount, other.amount);
    }
}
