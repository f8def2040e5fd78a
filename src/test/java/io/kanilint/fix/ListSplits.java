package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs whose builds are entries of a list. WEB, API and JOB stand for a build each. */
final class ListSplits {
    private ListSplits() {}

    static Map<String, String> all() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("comments everywhere", """
                        # top
                        stages: [build]

                        # about the job
                        build: # on the key
                          # before stage
                          stage: build # on the stage
                          # before script
                          script: # on the script
                            # first image
                            - WEB # web
                            # between

                            # second image
                            # two lines
                            - API # api
                            # after the last
                          # before rules
                          rules:
                            - if: $CI_COMMIT_TAG # rule
                        # about test
                        test:
                          script: make
                        """);
        cases.put("blank lines", """
                        build:

                          stage: build

                          script:

                            - WEB


                            - API


                          tags: [x]


                        test:
                          script: make
                        """);
        cases.put("zero indent list", """
                        build:
                          script:
                          - WEB
                          - API
                          tags:
                          - docker
                        test:
                          script: make
                        """);
        cases.put("quoted semicolon", """
                        build:
                          script:
                            - 'WEB; API'
                        """);
        cases.put("flow list lines", """
                        build:
                          script: [
                            "WEB",  # web
                            # api next
                            "API"
                          ]
                        test:
                          script: make
                        """);
        cases.put("comment right after", """
                        build:
                          script:
                            - WEB
                            - API
                        # tests
                        test:
                          script: make
                        """);
        cases.put("plain multiline", """
                        build:
                          script:
                            - EXECUTOR
                              --context web
                              --destination reg/web:1
                            - EXECUTOR
                              --context api
                              --destination reg/api:1
                          only: [tags]
                        """);
        cases.put("flow script one line", """
                        build:
                          script: ["WEB", "API"]
                        """);
        cases.put("first item comment same line dash", """
                        build:
                          script:
                            - # web
                              WEB
                            - # api
                              API
                        """);
        cases.put("comment at lower indent", """
                        build:
                          script:
                            - WEB
                          # the second image
                            - API
                        # end
                        """);
        cases.put("tabs trailing", """
                        build:
                          script:
                            - WEB\t
                            - API \t# api
                        """);
        cases.put("commented out build", """
                        build:
                          script:
                            - WEB
                            # - EXECUTOR --context old --destination reg/old:1
                            - API
                        """);
        cases.put("set e one line", """
                        build:
                          script:
                            - set -e; WEB; API
                        """);
        cases.put("flow first on bracket", """
                        build:
                          script: ["WEB", # web
                            "API"] # api
                        """);
        cases.put("flow trailing comma", """
                        build:
                          script: [
                            'WEB',

                            'API',
                          ]
                          tags: [x]
                        """);
        cases.put("double quoted newlines", """
                        build:
                          script:
                            - "WEB\\nAPI"
                        """);
        cases.put("group", """
                        build:
                          script:
                            - '{ WEB; }'
                            - ( API )
                        """);
        cases.put("plain comment end", """
                        build:
                          script:
                            - WEB    # web
                            - API    # api
                        """);
        cases.put("trailing spaces blank", """
                        build:  \s
                          script:  \s
                            - WEB  \s
                          \s
                            - API  \s
                          \s
                        test:
                          script: make
                        """);
        cases.put("dash own line", """
                        build:
                          script:
                            -
                              WEB
                            -
                              API
                        """);
        return cases;
    }
}
