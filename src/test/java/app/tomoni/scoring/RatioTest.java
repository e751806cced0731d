package app.tomoni.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatioTest {

    private static final List<Ratio> SHORT_AND_LONG = List.of(
            Ratio.ZERO,
            Ratio.ONE,
            Ratio.of(-7, 3),
            Ratio.of(5, 6),
            Ratio.of(Long.MAX_VALUE),
            Ratio.of(Long.MIN_VALUE),
            Ratio.of(1, Long.MAX_VALUE),
            Ratio.of(Long.MIN_VALUE, 3),
            Ratio.parseComputed("123456789012345678901234567890"),
            Ratio.parseComputed("-123456789012345678901234567890/11"),
            Ratio.parseComputed("2/123456789012345678901234567891"));

    @Test
    void sums_products_quotients_and_order_are_exact_however_long_figures_grow() {
        for (var one : SHORT_AND_LONG) {
            for (var other : SHORT_AND_LONG) {
                var a = over(one);
                var b = under(one);
                var c = over(other);
                var d = under(other);
                same(one.plus(other), a.multiply(d).add(c.multiply(b)), b.multiply(d));
                same(one.minus(other), a.multiply(d).subtract(c.multiply(b)), b.multiply(d));
                same(one.times(other), a.multiply(c), b.multiply(d));
                if (other.signum() != 0) {
                    same(one.dividedBy(other), a.multiply(d), b.multiply(c));
                }
                int order = a.multiply(d).compareTo(c.multiply(b));
                assertThat(Integer.signum(one.compareTo(other))).isEqualTo(order);
                assertThat(one.equals(other)).isEqualTo(order == 0);
            }
            assertThat(one.signum()).isEqualTo(over(one).signum());
            assertThat(one.minus(one)).isEqualTo(Ratio.ZERO);
            assertThat(Ratio.parseComputed(one.toString())).isEqualTo(one).hasSameHashCodeAs(one);
        }
    }

    @Test
    void figures_stand_in_lowest_terms_above_a_positive_denominator() {
        for (var ratio : List.of(Ratio.of(6, -4), Ratio.of(-3, 2), Ratio.of(new BigDecimal("-1.50")))) {
            assertThat(ratio.numerator() + " over " + ratio.denominator()).isEqualTo("-3 over 2");
        }
        assertThat(Ratio.of(0, -5).denominator()).isEqualTo("1");
        assertThat(Ratio.of(Long.MIN_VALUE, -1).numerator()).isEqualTo("9223372036854775808");
    }

    @Test
    void nothing_is_divided_by_zero() {
        var long1 = Ratio.parseComputed("123456789012345678901234567890");
        for (var ratio : List.of(Ratio.ONE, Ratio.ZERO, long1)) {
            assertThatThrownBy(() -> ratio.dividedBy(0)).isInstanceOf(ArithmeticException.class);
        }
        assertThatThrownBy(() -> Ratio.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Ratio.parse("1/0")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void a_figure_is_written_in_decimals_where_they_end() {
        assertThat(List.of("71", "14.5", "0.125", "0.2", "-0.04", "214/3", "1/6", "-1/3", "0.01"))
                .allSatisfy(written -> assertThat(Ratio.parse(written)).hasToString(written));
        assertThat(Ratio.of(1, 40)).hasToString("0.025");
        assertThat(Ratio.parse("10/4")).hasToString("2.5");
        assertThat(Ratio.of(new BigDecimal("1E+3"))).hasToString("1000");
        assertThat(Ratio.of(new BigDecimal("5.00"))).hasToString("5");
        assertThat(Ratio.of(214, 3).readable()).isEqualTo("214/3 (71.3333…)");
        assertThat(Ratio.of(29, 2).readable()).isEqualTo("14.5");
    }

    @Test
    void people_write_at_most_fifteen_digits_a_part() {
        assertThat(Ratio.parse("123456789012345")).hasToString("123456789012345");
        for (var no : List.of("1234567890123456", "1e3", "5.", ".5", "1/-2", "+1", "5/7/9", "", "五", "0x1")) {
            assertThatThrownBy(() -> Ratio.parse(no)).as(no).isInstanceOf(NumberFormatException.class);
        }
    }

    @Test
    void money_is_cut_down_to_its_unit_and_never_up() {
        assertThat(Ratio.of(19_999, 10).floorTo(1000)).isEqualTo(1000);
        assertThat(Ratio.of(2000).floorTo(1000)).isEqualTo(2000);
        assertThat(Ratio.of(5, 2).floorTo(1)).isEqualTo(2);
        assertThat(Ratio.of(-5, 2).floorTo(1)).isEqualTo(-3);
        assertThat(Ratio.of(-1).floorTo(1000)).isEqualTo(-1000);
    }

    @Test
    void each_mode_rounds_as_it_says() {
        assertThat(Ratio.of(29, 2).round(0, RoundingMode.HALF_UP)).isEqualTo("15");
        assertThat(Ratio.of(29, 2).round(0, RoundingMode.HALF_EVEN)).isEqualTo("14");
        assertThat(Ratio.of(29, 2).round(0, RoundingMode.HALF_DOWN)).isEqualTo("14");
        assertThat(Ratio.of(214, 3).round(2, RoundingMode.DOWN)).isEqualTo("71.33");
        assertThat(Ratio.parseComputed("246913578024691357802469135781/2").round(0, RoundingMode.UP))
                .isEqualTo("123456789012345678901234567891");
    }

    @Test
    void multiples_and_whole_figures_are_known() {
        assertThat(Ratio.parse("4.5").isMultipleOf(Ratio.parse("0.5"))).isTrue();
        assertThat(Ratio.parse("4.25").isMultipleOf(Ratio.parse("0.5"))).isFalse();
        assertThat(Ratio.of(4).isMultipleOf(Ratio.of(3))).isFalse();
        assertThat(Ratio.parseComputed("123456789012345678901234567890").isWhole())
                .isTrue();
        assertThat(Ratio.parseComputed("123456789012345678901234567890/11").isWhole())
                .isFalse();
    }

    @Test
    void a_sum_does_not_depend_on_the_order() {
        var random = new Random(5);
        var figures = random.ints(40, 1, 1000)
                .mapToObj(n -> Ratio.of(n, 1 + random.nextInt(97)))
                .toList();

        assertThat(Ratio.sum(figures)).isEqualTo(Ratio.sum(figures.reversed()));
        assertThat(Ratio.sum(List.of())).isEqualTo(Ratio.ZERO);
    }

    private static void same(Ratio ratio, BigInteger over, BigInteger under) {
        assertThat(over(ratio).multiply(under)).isEqualTo(under(ratio).multiply(over));
        assertThat(under(ratio)).isPositive();
        assertThat(over(ratio).gcd(under(ratio))).isEqualTo(BigInteger.ONE);
    }

    private static BigInteger over(Ratio ratio) {
        return new BigInteger(ratio.numerator());
    }

    private static BigInteger under(Ratio ratio) {
        return new BigInteger(ratio.denominator());
    }
}
