package io.kanilint.pipeline;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as the parser that GitLab uses takes them from plain scalars (Psych's {@code ScalarScanner}), and as Ruby
 * writes them into a variable: {@code 1_000} is 1000, {@code 010} is 8, {@code 1.10} is 1.1, {@code 1:30} is 5400.
 */
final class RubyNumber {
    private static final Pattern INTEGER =
            Pattern.compile("(?<sign>[-+]?)(?:0b(?<binary>[01_,]+)|0x(?<hex>[0-9a-fA-F_,]+)|0(?<octal>[0-7_,]+)"
                    + "|(?<decimal>0|[1-9][0-9_,]*))");
    private static final Pattern SIXTIES = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}");
    private static final Pattern FLOAT = Pattern.compile("[-+]?([0-9][0-9_,]*)?\\.[0-9]*([eE][-+][0-9]+)?");
    private static final int LONGEST = 100;
    /** Where Ruby begins to write a float with an exponent. */
    private static final double LARGE = 1e16;

    private static final double SMALL = 1e-4;

    private RubyNumber() {}

    /** What a job sees of a plain scalar that is a number; empty if it is none. */
    static Optional<String> of(String plain) {
        boolean mayBe = !plain.isEmpty() && plain.length() <= LONGEST && "+-.0123456789".indexOf(plain.charAt(0)) >= 0;
        return mayBe ? integer(plain).or(() -> sixties(plain)).or(() -> decimal(plain)) : Optional.empty();
    }

    private static Optional<String> integer(String plain) {
        var matcher = INTEGER.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String minus = matcher.group("sign").replace("+", "");
        return digits(matcher.group("binary"), 2)
                .or(() -> digits(matcher.group("hex"), 16))
                .or(() -> digits(matcher.group("octal"), 8))
                .or(() -> digits(matcher.group("decimal"), 10))
                .map(number -> number.signum() == 0 ? "0" : minus + number);
    }

    private static Optional<BigInteger> digits(@Nullable String written, int radix) {
        String digits = written == null ? "" : bare(written);
        return digits.isEmpty() ? Optional.empty() : Optional.of(new BigInteger(digits, radix));
    }

    /** {@code hours:minutes} or {@code hours:minutes:seconds} in seconds: YAML 1.1's base 60. */
    private static Optional<String> sixties(String plain) {
        if (!SIXTIES.matcher(plain).matches()) {
            return Optional.empty();
        }
        var sum = BigInteger.ZERO;
        long weight = 3600;
        for (String part : bare(plain).split(":", -1)) {
            sum = sum.add(new BigInteger(part).multiply(BigInteger.valueOf(weight)));
            weight /= 60;
        }
        return Optional.of(sum.toString());
    }

    private static Optional<String> decimal(String plain) {
        String digits = bare(plain);
        if (!FLOAT.matcher(plain).matches() || digits.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        double value = Double.parseDouble(digits);
        double size = Math.abs(value);
        if (size != 0 && (size >= LARGE || size < SMALL)) {
            return Optional.empty();
        }
        String text = BigDecimal.valueOf(value).toPlainString();
        return Optional.of(text.contains(".") ? text : text + ".0");
    }

    private static String bare(String digits) {
        return digits.replaceAll("[_,]", "");
    }
}
