package io.kanilint.shell;

import java.util.Optional;
import java.util.function.Function;

/** Works out integer expressions, as far as the variables in them are known integers. Assignments are not worked out. */
final class IntegerExpression {

    /** Stops where something is not known. */
    private static final class NotKnown extends RuntimeException {
        NotKnown() {
            super(null, null, false, false);
        }
    }

    private static final String[][] LEVELS = {
        {"||"},
        {"&&"},
        {"|"},
        {"^"},
        {"&"},
        {"==", "!="},
        {"<=", ">=", "<", ">"},
        {"<<", ">>"},
        {"+", "-"},
        {"*", "/", "%"}
    };

    private final String text;
    private final Function<String, Optional<String>> variables;
    private int at;
    private int depth;

    private IntegerExpression(String text, Function<String, Optional<String>> variables) {
        this.text = text;
        this.variables = variables;
    }

    /**
     * The value of an expression.
     *
     * @param variables the text of a variable, if it is known
     */
    static Optional<Long> value(String expression, Function<String, Optional<String>> variables) {
        var reader = new IntegerExpression(expression, variables);
        try {
            long value = reader.choice();
            return reader.atEnd() ? Optional.of(value) : Optional.empty();
        } catch (NotKnown | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private boolean atEnd() {
        skip();
        return at == text.length();
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private long choice() {
        long condition = binary(0);
        if (!took("?")) {
            return condition;
        }
        long yes = choice();
        require(":");
        long no = choice();
        return condition != 0 ? yes : no;
    }

    private long binary(int level) {
        if (level == LEVELS.length) {
            return unary();
        }
        long left = binary(level + 1);
        for (String operator = operator(level); !operator.isEmpty(); operator = operator(level)) {
            left = apply(operator, left, binary(level + 1));
        }
        return left;
    }

    private String operator(int level) {
        skip();
        for (String operator : LEVELS[level]) {
            boolean longer =
                    operator.length() == 1 && at + 1 < text.length() && "|&<>=".indexOf(text.charAt(at + 1)) >= 0;
            if (text.startsWith(operator, at) && !longer) {
                at += operator.length();
                return operator;
            }
        }
        return "";
    }

    private static long apply(String operator, long left, long right) {
        return switch (operator) {
            case "||" -> bit(left != 0 || right != 0);
            case "&&" -> bit(left != 0 && right != 0);
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> bit(left == right);
            case "!=" -> bit(left != right);
            case "<=" -> bit(left <= right);
            case ">=" -> bit(left >= right);
            case "<" -> bit(left < right);
            case ">" -> bit(left > right);
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    private static long bit(boolean truth) {
        return truth ? 1 : 0;
    }

    private long unary() {
        if (++depth > 100) {
            throw new NotKnown();
        }
        try {
            if (took("!")) {
                return bit(unary() == 0);
            }
            if (took("-")) {
                return -unary();
            }
            if (took("+")) {
                return unary();
            }
            if (took("(")) {
                long inside = choice();
                require(")");
                return inside;
            }
            return operand();
        } finally {
            depth--;
        }
    }

    private long operand() {
        skip();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw new NotKnown();
        }
        return number(Character.isDigit(word.charAt(0)) ? word : variable(word));
    }

    private String variable(String name) {
        String value = variables.apply(name).orElseThrow(NotKnown::new).strip();
        return value.isEmpty() ? "0" : value;
    }

    private static long number(String word) {
        try {
            return Long.decode(word);
        } catch (NumberFormatException _) {
            throw new NotKnown();
        }
    }

    private boolean took(String sign) {
        skip();
        boolean found = text.startsWith(sign, at) && !(sign.equals("!") && text.startsWith("!=", at));
        at += found ? sign.length() : 0;
        return found;
    }

    private void require(String sign) {
        if (!took(sign)) {
            throw new NotKnown();
        }
    }
}
