package io.kanilint.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Something that two parsers are known to read differently.
 *
 * @param why who is right, and why
 * @param example a script on which they differ for this reason alone
 * @param remedy writes the same in a way that both read alike
 */
record Peculiarity(String why, String example, Consumer<Rewriting> remedy) {

    static Peculiarity replaced(String why, String example, String pattern, String replacement) {
        var compiled = Pattern.compile(pattern);
        return new Peculiarity(why, example, rewriting -> rewriting.replace(compiled, replacement));
    }

    static Peculiarity hidden(String why, String example, String pattern) {
        var compiled = Pattern.compile(pattern);
        return new Peculiarity(why, example, rewriting -> rewriting.hide(compiled));
    }

    /** The script after all these remedies. */
    static Rewriting apply(List<Peculiarity> peculiarities, String script) {
        var rewriting = new Rewriting(script);
        peculiarities.forEach(peculiarity -> peculiarity.remedy.accept(rewriting));
        return rewriting;
    }
}
