package io.kanilint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Fix;
import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.PipelineReader;
import io.kanilint.rules.Configuration;
import io.kanilint.shell.Effort;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which splits are safe, which need a look and why, and which are not offered. */
class DoubtsTest {
    private static final String NONE = "none";

    private static Map<String, String> keywords() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("tags: [x]", "");
        cases.put(
                "environment: x\n  coverage: '/x/'", "deploy to the 'environment'; each job would report a 'coverage'");
        cases.put("environment: production", "deploy to the 'environment'");
        cases.put("environment: {name: x, action: prepare}", "");
        cases.put("environment: {name: x, action: stop}", "deploy to the 'environment'");
        cases.put("resource_group: x", "'resource_group'");
        cases.put("release: {tag_name: x, description: y}", "'release'");
        cases.put("coverage: '/x/'", "'coverage'");
        cases.put("artifacts: {paths: [out]}", "'artifacts'");
        cases.put("artifacts: {expire_in: 1 day}", "");
        cases.put("artifacts: {reports: {dotenv: x.env}}", "'artifacts'");
        cases.put("cache: {paths: [x]}", "'cache'");
        cases.put("cache: {paths: [x], policy: pull}", "");
        cases.put("cache: [{paths: [x], policy: pull}, {paths: [y]}]", "'cache'");
        cases.put("pages: true", NONE);
        cases.put("parallel: {matrix: [{A: [x]}]}", "");
        cases.put("inherit: {default: false}", "");
        cases.put("when: manual", "");
        cases.put("after_script: [rm -f x]", "");
        cases.put("after_script: [./notify.sh]", "'after_script' would run in each job");
        cases.put("variables: {A: $CI_JOB_NAME_SLUG}", "'CI_JOB_NAME_SLUG' would be another");
        return cases;
    }

    private static Map<String, String> scripts() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("WEB; API", "");
        cases.put("WEB; echo between; API", "");
        cases.put("WEB; mkdir -p out; cp a b; API", "");
        cases.put("WEB; sed -i s/a/b/ Dockerfile; API; rm -f Dockerfile", "");
        cases.put("WEB; ./prepare.sh; API", "'./prepare.sh' would run in one of the jobs only");
        cases.put("WEB; echo \"$(crane digest reg/web)\"; API", "would run in one of the jobs only");
        cases.put("WEB; echo \"$(date)\"; API", "");
        cases.put("WEB; RC=$?; API", "exit code");
        cases.put("WEB; [ $? = 0 ] || echo no; API", "exit code");
        cases.put("WEB --digest-file d; cat d > e; API", "'--digest-file'");
        cases.put("WEB --digest-file d; API --build-arg \"D=$(cat d)\"", "'--digest-file'");
        cases.put("WEB --digest-file d; API", "");
        cases.put("WEB > log; grep x log; API", "may be used later");
        cases.put("WEB && DONE=1; echo $DONE; API", "'DONE' is set beside one build");
        cases.put("if [ -n \"$X\" ]; then WEB; fi; if [ -n \"$Y\" ]; then API; fi", "");
        cases.put("if [ -n \"$X\" ]; then WEB; BUILT=1; fi; if [ -z \"$BUILT\" ]; then echo no; fi; API", "'BUILT'");
        cases.put("git push origin x; WEB; API", "'git push origin x' would run in every job");
        cases.put("curl -X POST https://x; WEB; API", "would run in every job");
        cases.put("build() { /kaniko/executor -d reg/$1; }; build web; build api", "");
        cases.put("WEB; API; crane tag reg/api x", "'crane tag reg/api x' would run in one of the jobs only");
        cases.put("WEB; API; echo done", "");
        cases.put("for i in web api; do /kaniko/executor -d reg/$i; done", NONE);
        cases.put("WEB & API; wait", NONE);
        cases.put("WEB; API --build-arg BASE=reg/web:latest", "a later build uses 'reg/web'");
        cases.put("WEB; API --build-arg NAME=reg/web/site", "");
        cases.put("WEB; API --build-arg BASE=web", "a later build uses 'reg/web'");
        cases.put("API --build-arg NAME=web; WEB", "");
        cases.put("/kaniko/executor -d reg/go-base; API", "if a later image starts from 'reg/go-base'");
        cases.put("WEB; /kaniko/executor -d reg/go-base", "");
        cases.put("/kaniko/executor --no-push; API", "build 1 may be a test");
        cases.put("/kaniko/executor --no-push && API", "build 1 may be a test");
        cases.put("/kaniko/executor --target unit-test -d reg/t; API", "build 1 may be a test");
        cases.put("WEB; /kaniko/executor --no-push", "");
        cases.put("[ -d web ] && WEB; [ -d api ] && API", "");
        cases.put("[ -d web ] && WEB; [ -d api ] && API; echo end", "");
        cases.put("! grep -q x y && WEB; API", "");
        cases.put("[ -d web ] || [ -d x ] && WEB; API", "a job would fail where '[ -d web ] || [ -d x ]' is false");
        cases.put("if [ -n \"$X\" ]; then [ -d x ] && WEB; fi; API", "a job would fail where '[ -d x ]' is false");
        cases.put("WEB && [ -f x ] && echo x; API", "a job would fail where '[ -f x ]' is false");
        cases.put("changed web && WEB; API", "'changed web' may be meant for one image only");
        cases.put("changed web && WEB && API", "");
        cases.put("[ -d web ] && mkdir x && WEB; API", "'mkdir x' may be meant for one image only");
        cases.put("cd web && WEB; cd ../api && API", "");
        cases.put("WEB; ./a.sh; RC=$?; API", "exit code; './a.sh' would run in one of the jobs only");
        cases.put("WEB && echo web; API", "");
        cases.put("mkdir x; if [ -n \"$X\" ]; then WEB; API; fi; echo end", "");
        cases.put("if [ -n \"$X\" ]; then echo; else WEB; echo; API; fi", "");
        cases.put("{ WEB; API; }; echo end", "");
        cases.put("(cd x && WEB; cd ../y; API)", "");
        cases.put("[ -n \"$X\" ] && { WEB; API; }", "");
        cases.put("case $X in x) WEB; API;; esac", "");
        cases.put("case $X in x) WEB && DONE=1;; esac; echo $DONE; API", "'DONE' is set beside one build");
        cases.put("for i in 1; do WEB && DONE=1; done; echo $DONE; API", "'DONE' is set beside one build");
        cases.put("time { WEB && DONE=1; }; echo $DONE; API", "'DONE' is set beside one build");
        cases.put("WEB && read DONE < file; echo $DONE; API", "'DONE' is set beside one build");
        cases.put("WEB && (DONE=1); echo $DONE; API", "");
        cases.put("WEB --label job=$CI_JOB_NAME; API", "'CI_JOB_NAME' would be another in each job");
        cases.put("echo ${CI_JOB_NAME_SLUG}; WEB; API", "'CI_JOB_NAME_SLUG' would be another in each job");
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> keywordsOfTheJob() {
        return keywords().entrySet().stream()
                .map(entry -> test(
                        entry.getKey(),
                        "build:\n  %s\n  script:\n    - WEB\n    - API\n".formatted(entry.getKey()),
                        entry.getValue()));
    }

    @TestFactory
    Stream<DynamicTest> commandsOfTheJob() {
        return scripts().entrySet().stream()
                .map(entry -> test(
                        entry.getKey(),
                        "build:\n  script:\n    - |\n"
                                + entry.getKey()
                                        .replace("; then", "\\then")
                                        .replace("; fi", "\\fi")
                                        .replace("; do", "\\do")
                                        .replace("; }", "\\}")
                                        .lines()
                                        .flatMap(line -> Stream.of(line.split("; ")))
                                        .map(line -> "      " + line.replace("\\", "; ") + "\n")
                                        .reduce("", String::concat),
                        entry.getValue()));
    }

    /** By a variable that the job uses, and only then. */
    @TestFactory
    Stream<DynamicTest> jobNameInVariables() {
        String variables = "variables: {TAG: $CI_JOB_NAME, LABEL: 'job=$TAG'}\n\n";
        String job = "build:\n  script:\n    - WEB %s\n    - API\n";
        return Stream.of(
                test("used", variables + job.formatted("--label $LABEL"), "'CI_JOB_NAME' would be another"),
                test("not used", variables + job.formatted("--label x"), ""));
    }

    /** Where not every way is known, a build may be missed that would be lost. */
    @Test
    void whatIsNotFollowedToItsEndIsLetBe() {
        Path file = Path.of("src/test/resources/cases/limits/more-ways-than-are-followed.yml");
        var files = new FolderFiles(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), "x.yml");
        var pipeline = PipelineReader.read(files);
        var jobs = Configuration.of(pipeline, files::read, new Effort()).jobs();
        assertThat(jobs).anySatisfy(job -> {
            assertThat(job.complete()).isFalse();
            assertThat(JobSplit.proposal(pipeline, JobReferences.in(pipeline, false), job, Bases.UNKNOWN))
                    .isEqualTo(new Proposal.None("the scripts can go more ways than are followed"));
        });
    }

    private static DynamicTest test(String name, String text, String expected) {
        return DynamicTest.dynamicTest(name, () -> {
            FixedProject project = FixedProject.of(text);
            Optional<Fix> fix = project.fix();
            if (expected.equals(NONE)) {
                assertThat(fix).as(text).isEmpty();
                return;
            }
            assertThat(fix).as(text).isPresent();
            assertThat(fix.get().title()).as(text).contains(expected);
            assertThat(fix.get().safe()).as("%s%n%s", fix.get().title(), text).isEqualTo(expected.isEmpty());
            assertThat(project.after(fix.get()).lint().findings())
                    .as(text)
                    .noneMatch(finding -> finding.rule().equals("multi-build-job"));
        });
    }
}
