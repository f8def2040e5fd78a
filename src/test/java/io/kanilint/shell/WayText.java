package io.kanilint.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way as a pattern of {@link RealRun#text()}: an unknown stretch is any text, and the same one wherever it has the same
 * name; a field that is many is any number of words; what is repeated is there any number of times.
 */
final class WayText {
    private static final String NO_BREAK = "[^" + RealRun.WORD + RealRun.CALL + "]*";
    private static final String NO_CALL = "[^" + RealRun.CALL + "]*?";

    /** Where more runs beside each other than can be tried in every order, any run is taken for the way. */
    private static final int MOST_ORDERS = 2_000;

    private static final long MOST_LOOKS = 2_000_000;

    private final Map<String, String> environment;
    private final Map<String, String> groups = new HashMap<>();
    private final StringBuilder regex = new StringBuilder();
    private int count;

    private WayText(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Whether a way is what really happened.
     *
     * @param known the environment that the engine was told
     */
    static boolean matches(Way way, RealRun run, Map<String, String> known) {
        var environment = new HashMap<>(known);
        environment.putAll(run.trial());
        List<List<Element>> orders = orders(way.elements());
        var looks = new AtomicLong(MOST_LOOKS);
        return orders.size() > MOST_ORDERS
                || orders.stream().anyMatch(elements -> {
                    var text = new WayText(environment);
                    text.add(elements);
                    text.regex.append(way.failed() ? "failed" : "ended");
                    return matches(Pattern.compile(text.regex.toString(), Pattern.DOTALL), run.text(), looks);
                });
    }

    /** Alternatives in a repetition can be tried in very many ways; what cannot be decided is taken for the way. */
    private static boolean matches(Pattern pattern, String text, AtomicLong looks) {
        try {
            return pattern.matcher(new Bounded(text, looks)).matches();
        } catch (TooMuchWork _) {
            return true;
        }
    }

    /** A text that can be looked at so often. */
    private record Bounded(String text, AtomicLong looks) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (looks.decrementAndGet() < 0) {
                throw new TooMuchWork();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Bounded(text.substring(start, end), looks);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooMuchWork extends RuntimeException {
        TooMuchWork() {
            super(null, null, false, false);
        }
    }

    /** What runs beside other things can come at any time later. */
    private static List<List<Element>> orders(List<Element> elements) {
        List<List<Element>> orders = List.of(List.of());
        for (int i = elements.size() - 1; i >= 0; i--) {
            Element element = elements.get(i);
            boolean moves = element instanceof Call call && call.concurrent();
            var next = new ArrayList<List<Element>>();
            for (List<Element> order : orders) {
                for (int at = 0; at <= (moves ? order.size() : 0); at++) {
                    var with = new ArrayList<>(order);
                    with.add(at, element);
                    next.add(with);
                }
            }
            orders = next;
            if (orders.size() > MOST_ORDERS) {
                return orders;
            }
        }
        return orders;
    }

    private void add(List<Element> elements) {
        for (Element element : elements) {
            switch (element) {
                case Call call -> add(call);
                case Repeated(var rounds) -> {
                    var before = new HashMap<>(groups);
                    String separator = "(?:";
                    for (List<Element> round : rounds) {
                        regex.append(separator);
                        add(round);
                        forget(before);
                        separator = "|";
                    }
                    regex.append(")*");
                }
            }
        }
    }

    /** In every round an unknown stretch that belongs to the loop is a new one. */
    private void forget(Map<String, String> before) {
        groups.keySet().retainAll(before.keySet());
    }

    private void add(Call call) {
        regex.append(call.either() ? "[FO]" : call.failed() ? "F" : "O");
        for (String name : RealRun.WATCHED) {
            Value value = call.variables().get(name);
            if (value == null) {
                String given = environment.get(name);
                regex.append(given == null ? "" : Pattern.quote("=" + given));
            } else {
                // An unset variable and an empty one are the same to the programs that matter.
                regex.append("(?:=)?");
                add(value, NO_BREAK);
            }
            regex.append(RealRun.WORD);
        }
        for (Field field : call.words().subList(1, call.words().size())) {
            add(field);
        }
        regex.append(RealRun.CALL);
    }

    private void add(Field field) {
        if (field.many()) {
            regex.append("(?:").append(NO_BREAK).append(RealRun.WORD).append(")*");
            return;
        }
        // An unquoted unknown with text around it is taken for one word on purpose; here it may be several.
        boolean mixed = field.value().pieces().size() > 1;
        add(field.value(), mixed ? NO_CALL : NO_BREAK);
        regex.append(RealRun.WORD);
    }

    private void add(Value value, String any) {
        for (Value.Piece piece : value.pieces()) {
            switch (piece) {
                case Value.Text(String text) -> regex.append(Pattern.quote(text));
                case Value.Unknown(String name) -> regex.append(unknown(name, any));
            }
        }
    }

    private String unknown(String name, String any) {
        if (name.matches("[A-Z]")) {
            String given = Optional.ofNullable(environment.get(name)).orElse("");
            // Split at blanks, or kept as it is; blanks at its ends part words only where there is text beyond.
            String split = given.replaceAll("\\s+", String.valueOf(RealRun.WORD));
            return Stream.of(given, split, split.replaceFirst("^" + RealRun.WORD, ""))
                    .flatMap(text -> Stream.of(text, text.replaceFirst(RealRun.WORD + "$", "")))
                    .distinct()
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", ")"));
        }
        String group = groups.get(name);
        if (group != null) {
            return "\\k<" + group + ">";
        }
        group = "g" + count++;
        groups.put(name, group);
        return "(?<" + group + ">" + any + ")";
    }
}
