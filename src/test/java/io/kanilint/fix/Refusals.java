package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs for which a fix would not be right, or cannot be known to be. */
final class Refusals {
    private Refusals() {}

    private static String job(String... script) {
        return "build:\n  script:\n    - " + String.join("\n    - ", script) + "\n";
    }

    private static String loop(String words) {
        return "for image in %s; do /kaniko/executor -c $image -d reg/$image; done".formatted(words);
    }

    static Map<String, String> ofMatrix() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("other flags", job("/kaniko/executor -d reg/a", "/kaniko/executor -d reg/b --build-arg A=1"));
        cases.put(
                "other commands between",
                job("/kaniko/executor -d reg/a", "./x", "/kaniko/executor -d reg/b", "./y", "/kaniko/executor -d c"));
        cases.put("command between", job("/kaniko/executor -d reg/a", "make", "/kaniko/executor -d reg/b"));
        cases.put("variable used behind", job(loop("web api"), "echo $image"));
        cases.put("variable used before", job("echo ${image:-none}", loop("web api")));
        cases.put("unknown words", job(loop("$WORDS")));
        cases.put("a word twice", job(loop("web api web")));
        cases.put("tied loop", job(loop("web api") + " || exit 1"));
        cases.put("in the background, its process waited for", job(loop("web api") + " & wait $!"));
        cases.put("lines that end with carriage returns", job("""
                        |
                              for image in web api; do
                                /kaniko/executor -c $image -d reg/$image
                              done""").replace("\n", "\r"));
        cases.put("piped", job(loop("web api") + " | tee log"));
        cases.put("leaves the loop", job("for i in a b; do /kaniko/executor -d reg/$i || break; done"));
        cases.put("number of instances", job("/kaniko/executor -d reg/a:$CI_NODE_INDEX", "/kaniko/executor -d reg/b"));
        cases.put("number in a loop", job("for i in a b; do /kaniko/executor -d reg/$i:$CI_NODE_TOTAL; done"));
        cases.put("reserved variable", job("for CI_X in a b; do /kaniko/executor -d reg/$CI_X; done"));
        cases.put("variable of the job", "variables: {image: x}\n" + job(loop("web api")));
        cases.put("parallel", job("/kaniko/executor -d reg/a", "/kaniko/executor -d reg/b") + "  parallel: 2\n");
        cases.put("too many", job("for i in $(seq 1 9); do /kaniko/executor -d reg/$i:$A; done") + """
                  parallel:
                    matrix:
                      - A: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
                        B: [1, 2, 3]
                """);
        cases.put("pages", job(loop("web api")).replace("build:", "pages:"));
        cases.put("carried on", job("n=0", "for i in a b; do n=$((n + 1)); /kaniko/executor -d reg/$i:$n; done"));
        cases.put("extended by another", job(loop("web api")) + "\nother:\n  extends: build\n  script: make\n");
        cases.put("referred to", job(loop("web api")) + "\nother:\n  script:\n    - !reference [build, script]\n");
        cases.put("in a flow mapping", "build: {script: ['/kaniko/executor -d reg/a', '/kaniko/executor -d reg/b']}\n");
        cases.put("same build twice", job("/kaniko/executor -d reg/a", "/kaniko/executor -d reg/a"));
        return cases;
    }

    static Map<String, String> ofCleanup() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("goes on after a failure", job("/kaniko/executor -d reg/a || true", "/kaniko/executor -d reg/b"));
        cases.put("does not stop", job("set +e", "/kaniko/executor -d reg/a", "/kaniko/executor -d reg/b"));
        cases.put("side by side", job("/kaniko/executor -d reg/a & /kaniko/executor -d reg/b", "wait"));
        cases.put(
                "other directory",
                job("/kaniko/executor -d reg/a --kaniko-dir /k", "/kaniko/executor -d reg/b --kaniko-dir /k"));
        cases.put(
                "other directory by variable",
                job("/kaniko/executor -d reg/a", "/kaniko/executor -d reg/b") + "  variables: {KANIKO_DIR: /k}\n");
        cases.put("said no", job("/kaniko/executor -d reg/a --cleanup=false", "/kaniko/executor -d reg/b"));
        cases.put("by a shell", job("sh -c '/kaniko/executor -d reg/a'", "/kaniko/executor -d reg/b"));
        cases.put(
                "in after_script", job("/kaniko/executor -d reg/a") + "  after_script: [/kaniko/executor -d reg/b]\n");
        return cases;
    }
}
