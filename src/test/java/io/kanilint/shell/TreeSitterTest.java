package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Commands begin and end where tree-sitter-bash sees them begin and end.
 *
 * <p>Of the scripts that use every corner of the grammar it reads few, so it gets plainer ones. It is known to be wrong
 * about one thing that people do write: behind a pipeline of three commands, or two assignments on one line, it takes
 * the next lines up to a redirection or an assignment for arguments. Of two here-documents on one line, arguments behind
 * a redirection, {@code coproc}, {@code ! !} and nested backquotes it makes something else too.
 */
class TreeSitterTest {

    @Test
    void seesTheSameCommandsInRealScripts() {
        for (String script : Corpus.scripts()) {
            if (Trees.isSound(ShellParser.parse(script))) {
                assertThat(disagreement(script)).as(script).isEmpty();
            }
        }
    }

    @Test
    void seesTheSameCommandsInMadeUpScripts() {
        List<String> readable = LongStream.range(BashSyntaxTest.SEED, BashSyntaxTest.SEED + BashSyntaxTest.SCRIPTS)
                .mapToObj(ScriptGenerator::everydayScript)
                .filter(script -> TreeSitter.boundaries(script).isPresent())
                .toList();
        assertThat(readable).hasSizeGreaterThan(BashSyntaxTest.SCRIPTS / 4);
        for (String script : readable) {
            assertThat(disagreement(script)).as(script).isEmpty();
        }
    }

    /** What only tree-sitter sees, lines that it runs together left out. */
    private static TreeSet<String> disagreement(String script) {
        TreeSet<String> ours = Boundaries.ours(ShellParser.parse(script));
        Optional<TreeSet<String>> theirs = TreeSitter.boundaries(script);
        var different = new TreeSet<String>();
        if (theirs.isPresent() && !theirs.get().equals(ours)) {
            theirs.get().stream().filter(line -> !ours.contains(line)).forEach(different::add);
            different.removeIf(line -> runsLinesTogether(script, line, ours));
        }
        return different;
    }

    /** Whether we see a command that begins at the same place and ends at the end of a line before theirs ends. */
    private static boolean runsLinesTogether(String script, String theirs, TreeSet<String> ours) {
        String start = theirs.substring(0, theirs.indexOf('-') + 1);
        int end = end(theirs);
        return theirs.startsWith("simple")
                && ours.stream()
                        .filter(line -> line.startsWith(start) && end(line) < end)
                        .anyMatch(line -> script.substring(end(line), end).matches("(?s)[ \t]*\n.*"));
    }

    private static int end(String line) {
        return Integer.parseInt(line.substring(line.indexOf('-') + 1));
    }
}
