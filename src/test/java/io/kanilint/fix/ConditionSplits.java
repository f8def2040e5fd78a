package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs whose builds hang on conditions. WEB, API and JOB stand for a build each. */
final class ConditionSplits {
    private ConditionSplits() {}

    static Map<String, String> all() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("first behind else", """
                        build:
                          script:
                            - |
                              if git diff --quiet HEAD~1 -- web; then echo unchanged; else
                                WEB
                              fi
                              API
                        """);
        cases.put("first behind or", """
                        build:
                          script:
                            - test "$SKIP" = 1 || WEB
                            - API
                        """);
        cases.put("first in a later arm", """
                        build:
                          script:
                            - |
                              case "$MODE" in
                                fast) echo "skip" ;;
                                *) WEB ;;
                              esac
                              API
                        """);
        cases.put("conditions in a text", """
                        build:
                          script:
                            - |
                              # web
                              [ -d web ] && \\
                                WEB # if there
                              [ -d api ] \\
                                && API
                              [ -d job ] && JOB; echo end
                        """);
        cases.put("conditions in quotes", """
                        build:
                          script:
                            - "[ -d \\"web\\" ] && WEB"
                            - '[ -d ''api'' ] && API && echo ''api'' there'
                            - test -f job
                              && JOB
                            - echo end
                        """);
        cases.put("conditions in a folded text", """
                        build:
                          script:
                            - >
                              [ -d web ] &&
                              WEB
                            - >
                              [ -d api ]
                              && API
                            - JOB
                        """);
        return cases;
    }
}
