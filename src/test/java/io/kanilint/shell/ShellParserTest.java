package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What made-up scripts and probing Bash brought to light, case by case. */
class ShellParserTest {
    private static final List<String> SOUND = List.of(
            "!",
            "time",
            "time -p -- a",
            "! ! b",
            "a | time",
            "if time; then a; fi",
            "echo ${-x y}",
            "echo ${}",
            "echo ${a[}",
            "case x in esac",
            "case x in a) esac",
            "case x in (esac) a;; esac",
            "case x in a|esac) b;; esac",
            "case x in a) b & esac",
            "case in in in) in=1;; esac",
            "case x in if) a;; esac",
            "f() [[ a ]]",
            "f() ((1))",
            "f() { a; } >x <y && b",
            "function f { a; }",
            "function f\n{ a; }",
            "function f(a)",
            "\"f\"() { a; }",
            "$f() { a; }",
            "a+b() { c; }",
            "f ( )\n\n{ a; }",
            "f() if a; then b; fi",
            "for x do a; done",
            "for x; do a; done",
            "for x\n in a; do b; done",
            "for x in; do b; done",
            "for x in a\n{ b; }",
            "for if in a; do b; done",
            "for ((;;)) { b; }",
            "for ((i=0;i<\";\";i++)); do a; done",
            "select x in a; do b; done",
            "((echo a); echo b)",
            "(((a);b);c)",
            "echo $((echo a); echo b)",
            "((\")\"))",
            "((a>b))",
            "a=(b c) d",
            "a=(#it's\nb)",
            "a=(if then fi)",
            "a[1]=(b)",
            "a[b c]=d",
            "a[$(b)]=c",
            "a=([b c]=d e)",
            "export a=(b)",
            "A=1 if true",
            "[[ (a) || ! -f b ]]",
            "[[ a =~ (b|c)$ ]]",
            "[[ $a =~ ^(a|b c)$ ]]",
            "[[ a == @(b|c) ]]",
            "[[\n a ]]",
            "if [[ a ]] then b; fi",
            "{ { a; } }",
            "if (a) then b; fi",
            "coproc a",
            "coproc N { a; }",
            "a | coproc b",
            "echo <()",
            "echo a<(b)c",
            "2>(b)",
            "a > >(c)",
            "a {fd}>b",
            "a {1}>b",
            "a 3<>b",
            "a &>>f",
            "a >|f",
            "a >&-",
            "a <&1<b",
            "a >&2>b",
            "a <&12<<E\nb\nE",
            "a >&-b",
            "a |& b",
            "a &\\\n& b",
            "i\\\nf a; then b; fi",
            "echo $\\\n(a)",
            "cat <\\\n<A\n(\nA",
            "a=\\\n(b)",
            "a \\\n#b'",
            "echo if then",
            "echo }",
            "a=1 }",
            "{a,b",
            "!(a)",
            "echo $(case x in a) b;; esac)",
            "echo $(# it's\na)",
            "echo \"$(echo ')')\"",
            "echo ${x:-(}",
            "echo \"${x:-\"a}b\"}\"",
            "cat <<A <<B; c\n(\nA\n)\nB\nd",
            "cat <<A && {\n(\nA\nb; }",
            "cat <<A $(b\n)\n(\nA",
            "x=$(cat <<A\n(\n A)\nA)",
            "cat <<A\na\\\nA\n(\nA",
            "cat <<$x\n(\n$x\nc",
            "cat <<E'F'\"G\"\n(\nEFG",
            "cat <<A\n",
            "echo $(cat <<A)\nb\n");

    private static final List<String> BROKEN = List.of(
            "in",
            "! && a",
            "a | ! b",
            "time | a",
            "echo $(if)",
            "echo ${x:-it's}",
            "case x in esac) a;; esac",
            "case x in a) b;;; esac",
            "case x in a |\nb) ;; esac",
            "case x in a) b esac",
            "f() echo",
            "f() coproc a",
            "f() { a; } b",
            "{ a; } b",
            "a=b() { c; }",
            "f (\n) { a; }",
            "f g() { a; }",
            "function f; { a; }",
            "for x; in a; do b; done",
            "for x in a do b; done",
            "for x { b; }",
            "for x in a\n; do b; done",
            "for ((a;b)); do c; done",
            "((a)",
            "((a)) b",
            "a=( b; c )",
            "a=( b > c )",
            "echo a=(b)",
            "a (b)",
            "()",
            "{ }",
            "{ a }",
            "if a; then fi",
            "a;;b",
            ";a",
            "a&;b",
            "&",
            "a && ",
            "a |",
            "a\n&& b",
            ">f if a; then b; fi",
            "[[ a b ]]",
            "[[ a ]] b",
            "[[ -f ]]",
            "coproc coproc a",
            "coproc",
            "{ { a; } >f }",
            "(!)",
            "a >",
            "a > ;",
            "a >#b",
            "a > 1<b",
            "a >&{b}>c",
            "{ a; } >&-b",
            "a >>>b",
            "a &&& b",
            "a#b 'c",
            "a\\\n#b'",
            "a[1 2",
            "echo $(a))",
            "echo <(if)",
            "]] a",
            "then",
            "if true\r\nthen\r\na\r\nfi\r\n",
            "(cat <<A\nx\nA)",
            "f()",
            "export \"a\"=(b)",
            "command export a=(b)");

    @Test
    void readsWhatBashTakes() {
        assertThat(SOUND)
                .allSatisfy(script -> assertThat(Trees.all(Command.Unreadable.class, ShellParser.parse(script)))
                        .as(script)
                        .isEmpty());
    }

    @Test
    void refusesWhatBashRefuses() {
        assertThat(BROKEN)
                .allSatisfy(script -> assertThat(Trees.isSound(ShellParser.parse(script)))
                        .as(script)
                        .isFalse());
    }

    /** The lists above are Bash's word, not ours. */
    @Test
    void bashAgrees() {
        assumeTrue(Shells.hasBash(), "there is no Bash 5.2 or later");
        assertThat(Shells.check(SOUND)).allMatch(Shells.Answer::isSound);
        assertThat(Shells.check(BROKEN)).noneMatch(Shells.Answer::isSound);
    }

    @Test
    void whatIsOpenAtTheEndIsSaidAndStillRead() {
        Command.Sequence script = ShellParser.parse("if a; then b\n");
        assertThat(script.items()).hasSize(2);
        assertThat(Trees.all(Command.Simple.class, script)).hasSize(2);
        assertThat(script.items().getLast().command()).isInstanceOf(Command.Unreadable.class);
    }

    @Test
    void hereDocumentsAreExpandedUnlessQuoted() {
        assertThat(document("cat <<A\n$x \\$y\nA\n").body().parts())
                .containsExactly(new WordPart.Variable("x", "", null, true), new WordPart.Literal(" $y\n", true));
        assertThat(document("cat <<'A'\n$x\nA\n").body().literal()).contains("$x\n");
        assertThat(document("cat <<-A\n\ta\n\t\tb\\\n\tc\n\tA\n").body().literal())
                .contains("a\nb\tc\n");
        assertThat(document("cat <<A\na\n").body().literal()).contains("a\n");
        Word body = document("cat <<-A\n\t$x\n\tA\n").body();
        assertThat(List.of(body.start(), body.end())).containsExactly(10, 13);
    }

    private static HereDocument document(String script) {
        Redirection redirection =
                Trees.all(Redirection.class, ShellParser.parse(script)).getFirst();
        return redirection.document().orElseThrow();
    }

    @Test
    void aDashEndsWhatClosesADescriptor() {
        var simple = Trees.all(Command.Simple.class, ShellParser.parse("a >&-b <&1<c"))
                .getFirst();
        assertThat(simple.words().stream().map(Word::pattern)).containsExactly("a", "b");
        assertThat(simple.redirections().stream()
                        .map(redirection -> redirection.target().pattern()))
                .containsExactly("-", "1", "c");
    }

    @Test
    void escapedBackquotesKnowWhereTheyAreWritten() {
        String script = "echo `echo \\`who am i\\``";
        Command.Simple inner =
                Trees.all(Command.Simple.class, ShellParser.parse(script)).getLast();
        assertThat(script.substring(inner.start(), inner.end())).isEqualTo("who am i");
    }

    @Test
    void argumentsOfParametersKeepTheirQuoting() {
        assertThat(parameter("${x//\\//_}").argument().parts())
                .containsExactly(new WordPart.Literal("/", true), new WordPart.Literal("/_", false));
        assertThat(parameter("\"${x%.*}\"").argument().parts())
                .containsExactly(new WordPart.Literal(".", false), new WordPart.Glob("*"));
        assertThat(parameter("\"${x:-'}'}\"").argument().literal()).contains("'}'");
        assertThat(parameter("${#x}").argument()).isNull();
        assertThat(parameter("${x#}").argument()).isNotNull();
    }

    private static WordPart.Variable parameter(String word) {
        return Trees.all(WordPart.Variable.class, ShellParser.parse("a " + word))
                .getFirst();
    }

    @Test
    void aTestIsItsWords() {
        var test = Trees.all(Command.Test.class, ShellParser.parse("[[ ! ( -f a||b =~ (c|d)$ ) ]]"))
                .getFirst();
        assertThat(test.words().stream().map(Word::pattern))
                .containsExactly("!", "(", "-f", "a", "||", "b", "=~", "(c|d)$", ")");
    }
}
