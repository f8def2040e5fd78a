package io.kanilint.pipeline;

import io.kanilint.pipeline.RuleExpression.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses GitLab's rule language: comparisons bind closer than {@code &&}, that closer than {@code ||}. */
final class RuleParser {
    private static final int MOST_TOKENS = 100;
    private static final int LONGEST = 2_000;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<operator>\\(|\\)|==|!=|=~|!~|&&|\\|\\|)|\\$(?<variable>\\w+)"
                    + "|\"(?<double>[^\"]*+)\"|'(?<single>[^']*+)'|(?<pattern>/(?:[^/\\\\\\n]|\\\\.)*+/[ismU]*)"
                    + "|(?<null>null\\b)|(?<boolean>(?:true|false)\\b))\\s*");

    /** An operator, or an operand. */
    private record Token(String operator, Optional<Operand> operand) {}

    private final List<Token> tokens;
    private int at;

    private RuleParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The expression, or empty if it is not one that we know. */
    static Optional<RuleExpression> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return tokens(text).flatMap(tokens -> {
            var parser = new RuleParser(tokens);
            Optional<RuleExpression> expression = parser.or();
            return parser.at == tokens.size() ? expression : Optional.empty();
        });
    }

    private static Optional<List<Token>> tokens(String text) {
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt() || tokens.size() == MOST_TOKENS) {
                return Optional.empty();
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        return Optional.of(tokens);
    }

    private static Token token(Matcher matcher) {
        String operator = matcher.group("operator");
        return operator != null ? new Token(operator, Optional.empty()) : new Token("", Optional.of(operand(matcher)));
    }

    private static Operand operand(Matcher matcher) {
        if (matcher.group("variable") != null) {
            return new RuleExpression.Variable(matcher.group("variable"));
        }
        if (matcher.group("pattern") != null) {
            return new RuleExpression.Pattern(matcher.group("pattern"));
        }
        if (matcher.group("null") != null) {
            return new RuleExpression.Literal(new RuleValue.Unset());
        }
        if (matcher.group("boolean") != null) {
            return new RuleExpression.Literal(new RuleValue.Unknown());
        }
        String text = matcher.group("double") != null ? matcher.group("double") : matcher.group("single");
        return new RuleExpression.Literal(new RuleValue.Text(text));
    }

    private Optional<RuleExpression> or() {
        Optional<RuleExpression> left = and();
        while (left.isPresent() && takes("||")) {
            RuleExpression first = left.get();
            left = and().map(second -> new RuleExpression.Or(first, second));
        }
        return left;
    }

    private Optional<RuleExpression> and() {
        Optional<RuleExpression> left = comparison();
        while (left.isPresent() && takes("&&")) {
            RuleExpression first = left.get();
            left = comparison().map(second -> new RuleExpression.And(first, second));
        }
        return left;
    }

    private Optional<RuleExpression> comparison() {
        if (takes("(")) {
            Optional<RuleExpression> inner = or();
            return takes(")") ? inner : Optional.empty();
        }
        Optional<Operand> left = operand();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        if (takes("==")) {
            return operand().map(right -> new RuleExpression.Equal(left.get(), right));
        }
        if (takes("!=")) {
            return operand().map(right -> new RuleExpression.Not(new RuleExpression.Equal(left.get(), right)));
        }
        if (takes("=~")) {
            return operand().map(right -> new RuleExpression.Matches(left.get(), right));
        }
        if (takes("!~")) {
            return operand().map(right -> new RuleExpression.Not(new RuleExpression.Matches(left.get(), right)));
        }
        return Optional.of(new RuleExpression.Holds(left.get()));
    }

    private Optional<Operand> operand() {
        return at < tokens.size() && tokens.get(at).operand().isPresent()
                ? tokens.get(at++).operand()
                : Optional.empty();
    }

    private boolean takes(String operator) {
        boolean next = at < tokens.size()
                && tokens.get(at).operand().isEmpty()
                && tokens.get(at).operator().equals(operator);
        at += next ? 1 : 0;
        return next;
    }
}
