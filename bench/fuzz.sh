#!/usr/bin/env bash
# Looks with Jazzer for input that Kanilint cannot take: an exception, a place outside of its file, a check of more than
# 25 seconds, more than 256 MiB of heap.
#
#   bench/fuzz.sh SECONDS        shared by the fuzz tests of scripts and of whole projects
#
# Needs built classes (mvn test-compile), Maven, and a java 25 (on the PATH or in JAVA_HOME). It starts from the fixtures,
# and from the files in KANILINT_CORPUS where that names a folder. What is found is kept in target/fuzz/found; to keep it
# from coming back, repair it and put a small form of it into src/test/resources/fuzz. What reached new code is kept in
# target/fuzz/corpus and taken up again by the next run. Exit code: 1 if something was found. Each of the two counts as one
# test in target/surefire-reports.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
seconds=$(($1 / 2))
work=target/fuzz
mkdir -p "$work/found" "$work/seeds" target/surefire-reports

# Jazzer's agent reads every jar when it starts, and those of all tests together would fill its heap: only what the two need.
mvn -q -B -ntp -Pfuzz dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath" \
  -DincludeGroupIds=com.code-intelligence,org.junit.jupiter,org.junit.platform,org.opentest4j,org.apiguardian,org.jspecify,org.yaml,org.assertj,net.bytebuddy \
  >/dev/null
number=0
while read -r file; do
  number=$((number + 1))
  cp "$file" "$work/seeds/$number"
done < <(find src/test/resources/fixtures src/test/resources/fuzz ${KANILINT_CORPUS:+"$KANILINT_CORPUS"} -type f -name '*.yml')

status=0
fuzz() {
  local name=$1 class=$2 failures=0
  shift 2
  mkdir -p "$work/corpus/$name"
  "$java" -Xmx256m -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading \
    -cp "target/test-classes:target/classes:$(cat "$work/classpath")" com.code_intelligence.jazzer.Jazzer \
    --target_class="$class" --instrumentation_includes='io.kanilint.**' --reproducer_path="$work/found" \
    "$work/corpus/$name" "$@" -max_total_time="$seconds" -timeout=25 -artifact_prefix="$work/found/$name-" \
    >"$work/$name.log" 2>&1 </dev/null || failures=1
  tail -n 1 "$work/$name.log"
  if [ "$failures" -ne 0 ]; then
    status=1
    echo "bench/fuzz.sh: $class failed; see $work/$name.log and $work/found" >&2
    grep -m 1 -A 12 '^== ' "$work/$name.log" >&2 || tail -n 12 "$work/$name.log" >&2
  fi
  printf '<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="fuzz %s" tests="1" errors="0" skipped="0" failures="%d">\n</testsuite>\n' \
    "$name" "$failures" >"target/surefire-reports/TEST-fuzz-$name.xml"
}

fuzz script io.kanilint.shell.ScriptFuzzTest -max_len=4000
fuzz project io.kanilint.lint.LinterFuzzTest "$work/seeds" -max_len=20000
exit "$status"
