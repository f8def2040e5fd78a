package io.kanilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.lint.Linter;
import io.kanilint.lint.MapProject;
import io.kanilint.lint.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of two builds in one job by their Dockerfiles. */
class StakeReaderTest {
    private static final String WEB = "FROM python:3.12-slim\nRUN pip install flask requests==2.32 gunicorn\n";

    private static String job(String... builds) {
        var job = new StringBuilder("build:\n  image: {name: tools, entrypoint: [\"\"]}\n  script:\n");
        for (String build : builds) {
            job.append("    - ").append(build).append('\n');
        }
        return job.toString();
    }

    private static String build(String name, String more) {
        return "/kaniko/executor --context \"$CI_PROJECT_DIR\" --dockerfile \"${CI_PROJECT_DIR}/%s/Dockerfile\" --destination r.example/%s %s"
                .formatted(name, name, more);
    }

    private static String told(String ciFile, Map<String, String> files) {
        var all = new HashMap<>(files);
        all.put(MapProject.CI_FILE, ciFile);
        var project = new MapProject(all);
        List<Finding> findings = Linter.lint(project, Settings.DEFAULT).toldBy(project).findings().stream()
                .filter(finding -> finding.rule().equals("multi-build-job"))
                .toList();
        assertThat(findings).hasSize(1);
        return findings.getFirst().stake().text();
    }

    private static String told(String web, String api) {
        return told(job(build("web", ""), build("api", "")), Map.of("web/Dockerfile", web, "api/Dockerfile", api));
    }

    @Test
    void pipFindsWhatIsThere() {
        assertThat(told(WEB, "FROM python:3.12-slim\nRUN pip install requests==2.32 Flask celery\n"))
                .isEqualTo("'web/Dockerfile' and 'api/Dockerfile' both start from 'python:3.12-slim' and both install"
                        + " 'requests' and 'flask' with pip: in the build of 'api/Dockerfile', pip finds them already"
                        + " installed and leaves them out of the image.");
    }

    @Test
    void anotherVersionIsInstalled() {
        assertThat(told(WEB, "FROM docker.io/library/python:3.12-slim\nRUN pip install requests==2.31 'flask>=1'\n"))
                .isEqualTo(
                        "'web/Dockerfile' and 'api/Dockerfile' both start from 'docker.io/library/python:3.12-slim' and"
                                + " both install with pip: what both need can be missing from the later image.");
    }

    @Test
    void namesTheListThatBothCopy() {
        String file =
                "FROM python:3.12\nCOPY ./common/requirements.txt /tmp/\nRUN pip install -r /tmp/requirements.txt\n";
        assertThat(told(file, file))
                .contains("both install packages that 'common/requirements.txt' lists with pip:", "pip can find them");
        String context = "/kaniko/executor --context \"$CI_PROJECT_DIR/%s\" --destination r.example/%s";
        String own = file.replace("./common/", "");
        assertThat(told(
                        job(context.formatted("web", "w"), context.formatted("api", "a")),
                        Map.of("web/Dockerfile", own, "api/Dockerfile", own)))
                .endsWith("both install with pip: what both need can be missing from the later image.");
    }

    @Test
    void ofOtherManagersItSaysCan() {
        String file = "FROM debian:12\nRUN apt-get update && apt-get install -y a b c d e\n";
        assertThat(told(file, file))
                .endsWith(
                        "both install 'a', 'b', 'c' and 2 more with apt-get: in the build of 'api/Dockerfile', they are"
                                + " there already, and can be missing from the image.");
    }

    @Test
    void otherBasesLieUnderEachOther() {
        assertThat(told(WEB, "FROM alpine:3.22\nRUN make\n"))
                .isEqualTo(
                        "'api/Dockerfile' is built from 'alpine:3.22' on top of what the build of 'web/Dockerfile' leaves"
                                + " of 'python:3.12-slim', so its steps can find files that the image will not have.");
        assertThat(told(WEB, "FROM alpine:3.22\nCOPY . .\n")).isEmpty();
    }

    @Test
    void oneDockerfileTwiceLacksAll() {
        assertThat(told(job(build("web", ""), build("web", "-d r.example/c")), Map.of("web/Dockerfile", WEB)))
                .isEqualTo(
                        "Both builds of 'web/Dockerfile' start from 'python:3.12-slim' and install 'flask', 'requests'"
                                + " and 'gunicorn' with pip: in the later build, pip finds them already installed and leaves them out of"
                                + " the image.");
        assertThat(told(
                        job(build("web", "--build-arg X=1"), build("web", "--build-arg X=$Y")),
                        Map.of("web/Dockerfile", WEB.replace(":3.12", ":$X"))))
                .isEmpty();
    }

    @Test
    void withACacheItSaysCan() {
        assertThat(told(
                        job(
                                build("web", "--cache=true --cache-repo r.example/c"),
                                build("api", "--cache=true --cache-repo r.example/c")),
                        Map.of("web/Dockerfile", WEB, "api/Dockerfile", WEB)))
                .contains("pip can find them");
    }

    @Test
    void ofThreeBuildsTheFirstTwoThatTell() {
        String other = "FROM scratch\nCOPY x /\n";
        assertThat(told(
                        job(build("x", ""), build("web", ""), build("api", "")),
                        Map.of("x/Dockerfile", other, "web/Dockerfile", WEB, "api/Dockerfile", WEB)))
                .startsWith("'web/Dockerfile' and 'api/Dockerfile' both");
    }

    @Test
    void theEarlierBuildLeavesItsLastStage() {
        String staged = "FROM golang:1 AS build\nRUN make\n" + WEB + "COPY --from=build /x /x\n";
        assertThat(told(staged, WEB)).contains("'flask'");
        assertThat(told(WEB, staged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FROM scratch\nRUN pip install flask\n",
                "FROM $BASE\nRUN pip install flask\n",
                "FROM --platform=linux/arm64 python:3.12-slim\nRUN pip install flask\n",
                "FROM python:3.12-slim\nRUN apt-get install -y flask\n",
                "FROM python:3.12-slim\nCOPY . .\n",
                "FROM python:3.12-slim\nRUN <<EOF\npip install flask\nEOF\n",
                "# escape=`\nFROM python:3.12-slim\nRUN pip install flask\n",
                "FROM @all/x:[y](https://e.example)\nRUN a\n",
            })
    void isSilentWhenUnsure(String api) {
        assertThat(told(WEB, api)).isEmpty();
    }

    @Test
    void isSilentWhereThePathsAreNotKnown() {
        var files = Map.of("web/Dockerfile", WEB, "api/Dockerfile", WEB, "@all `x`/Dockerfile", WEB);
        String web = build("web", "");
        for (String other : List.of(
                build("$NAME", ""),
                build("..", ""),
                build("/etc", "").replace("${CI_PROJECT_DIR}", ""),
                build("missing", ""),
                build("api", "--target \"$T\""),
                build("api", "--build-arg \"$B\""),
                build("@all \\`x\\`", ""))) {
            assertThat(told(job(web, other), files)).as(other).isEmpty();
        }
        assertThat(told(job("sed -i s/a/b/ api/Dockerfile", web, build("api", "")), files))
                .isEmpty();
        assertThat(told(job("envsubst < t > api/Dockerfile", web, build("api", "")), files))
                .isEmpty();
    }

    /** What the earlier build leaves is then a part of the later image. */
    @Test
    void nothingIsToldOfAnImageOnTopOfTheEarlierOne() {
        assertThat(told(WEB, "FROM r.example/web\nRUN pip install flask\n")).isEmpty();
        assertThat(told(WEB, "FROM r.example/other\nRUN pip install flask\n")).contains("on top of");
    }

    @Test
    void theFingerprintAndTheMessageStay() {
        String ciFile = job(build("web", ""), build("api", ""));
        var project = new MapProject(Map.of(MapProject.CI_FILE, ciFile, "web/Dockerfile", WEB, "api/Dockerfile", WEB));
        Finding plain =
                Linter.lint(MapProject.of(ciFile), Settings.DEFAULT).findings().getFirst();
        Finding told = Linter.lint(project, Settings.DEFAULT)
                .toldBy(project)
                .findings()
                .getFirst();
        assertThat(told.fingerprint()).isEqualTo(plain.fingerprint());
        assertThat(told.message()).isEqualTo(plain.message());
        assertThat(told.fullMessage())
                .isEqualTo(plain.message() + " " + told.stake().text());
    }
}
