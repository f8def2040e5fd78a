package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs whose builds stand in one text, or in several. WEB, API and JOB stand for a build each. */
final class TextSplits {
    private TextSplits() {}

    static Map<String, String> all() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("literal with comments", """
                        build:
                          script:
                            - |
                              # web first
                              WEB

                              # then api
                              API
                              # the end
                        test:
                          script: make
                        """);
        cases.put("folded chain", """
                        build:
                          script:
                            - >
                              EXECUTOR --context web
                              --destination reg/web:1
                              &&
                              EXECUTOR --context api
                              --destination reg/api:1
                        test:
                          script: make
                        """);
        cases.put("folded chain strip", """
                        build:
                          script:
                            - >-
                              WEB &&
                              API &&
                              JOB
                        """);
        cases.put("double quoted and", """
                        build:
                          script:
                            - "WEB && API"
                        """);
        cases.put("backslash chains", """
                        build:
                          script:
                            - |
                              EXECUTOR \\
                                --context web \\
                                --destination reg/web:1 \\
                              && EXECUTOR \\
                                --context api \\
                                --destination reg/api:1
                        """);
        cases.put("backslash two commands", """
                        build:
                          script:
                            - |
                              EXECUTOR \\
                                --context web \\
                                --destination reg/web:1
                              EXECUTOR \\
                                --context api \\
                                --destination reg/api:1
                        """);
        cases.put("heredoc between", """
                        build:
                          script:
                            - |
                              WEB
                              cat > config <<EOF
                              a
                              # not a comment
                              EOF
                              API
                        """);
        cases.put("mkdir before", """
                        build:
                          before_script:
                            - mkdir -p /kaniko/.docker
                            - echo "{}" > /kaniko/.docker/config.json
                          script:
                            - echo start
                            - WEB
                            - echo between
                            - API
                            - echo done
                        """);
        cases.put("double quoted multiline", """
                        build:
                          script:
                            - "EXECUTOR --context web
                              --destination reg/web:1 \\
                              && EXECUTOR --context api
                              --destination reg/api:1"
                        """);
        cases.put("scalar script", """
                        build:
                          script: WEB && API
                        """);
        cases.put("literal script", """
                        build:
                          script: |
                            set -e
                            WEB
                            API
                        test:
                          script: make
                        """);
        cases.put("three in mixed", """
                        build:
                          script:
                            - WEB && API
                            - JOB
                        """);
        cases.put("literal indicator", """
                        build:
                          script:
                            - |2-
                                WEB
                                API
                        """);
        cases.put("and at line start", """
                        build:
                          script:
                            - WEB
                              && API
                        """);
        cases.put("literal one line semicolons", """
                        build:
                          script:
                            - |
                              WEB; API; echo done
                        """);
        cases.put("literal blank then key", """
                        build:
                          script:
                            - |
                              WEB

                              API
                          tags: [x]
                        """);
        cases.put("literal blanks three", """
                        build:
                          script:
                            - |

                              WEB

                              # api

                              API


                              JOB

                          tags: [x]
                        """);
        cases.put("heredoc in chain", """
                        build:
                          script:
                            - |
                              cat > a <<EOF && WEB
                              x && y
                              EOF
                              API
                        """);
        cases.put("heredoc before second chain", """
                        build:
                          script:
                            - |
                              WEB
                              cat <<-'X' > c; API
                              body
                              X
                              echo end
                        """);
        cases.put("backslash and same indent", """
                        build:
                          script:
                            - |
                              WEB && \\
                              API && \\
                              JOB
                        """);
        cases.put("comment with and", """
                        build:
                          script:
                            - |
                              WEB
                              # web && api
                              API
                        """);
        cases.put("or exit", """
                        build:
                          script:
                            - WEB || exit 1
                            - API || exit 1
                        """);
        cases.put("if each", """
                        build:
                          script:
                            - if ! WEB; then exit 1; fi
                            - |
                              if [ -d api ]; then
                                API
                              fi
                        """);
        cases.put("tail of block with more", """
                        build:
                          script:
                            - |
                              set -ex

                              WEB

                              API

                              echo done
                            - echo next
                        """);
        cases.put("literal keep", """
                        build:
                          script:
                            - |+
                              WEB

                              API

                          tags: [x]
                        """);
        cases.put("folded two paragraphs", """
                        build:
                          script:
                            - >
                              WEB

                              API
                        """);
        cases.put("tabs in literal", """
                        build:
                          script:
                            - |
                              EXECUTOR --context web \\
                              \t--destination reg/web:1
                              EXECUTOR --context api \\
                              \t--destination reg/api:1
                        """);
        cases.put("quoted item multi", """
                        build:
                          script:
                            - 'WEB ;
                               API'
                        """);
        return cases;
    }
}
