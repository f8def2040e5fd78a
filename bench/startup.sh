#!/usr/bin/env bash
# How long "kanilint check" takes on one file: from the packed jar, from the extracted one, and with an AOT cache.
#
#   bench/startup.sh [RUNS]      RUNS of each (default 11); the middle one counts
#
# Needs target/kanilint.jar (mvn package), a java 25 (on the PATH or in JAVA_HOME) and GNU time. Last figures:
# bench/startup.txt. Elapsed time says what a user waits; the CPU seconds are what a busy machine changes least.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
runs=${1:-11}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/ci.yml" <<'CI'
build:
  image:
    name: ghcr.io/osscontainertools/kaniko:v1.28.3-debug
    entrypoint: [""]
  script:
    - /kaniko/executor --context web --destination "$CI_REGISTRY_IMAGE/web:$CI_COMMIT_SHA"
    - /kaniko/executor --context api --destination "$CI_REGISTRY_IMAGE/api:$CI_COMMIT_SHA"
  rules:
    - if: $CI_COMMIT_BRANCH
CI

"$java" -Djarmode=tools -jar "$here/../target/kanilint.jar" extract --destination "$work/kanilint"
jar=$work/kanilint/kanilint.jar
fast="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
# The training run does what later runs do. Its exit code is that of the check: 1, as there is something to find.
# shellcheck disable=SC2086
"$java" $fast -XX:AOTCacheOutput="$work/kanilint.aot" -jar "$jar" check "$work/ci.yml" >/dev/null 2>&1 || true
[ -s "$work/kanilint.aot" ] || { echo "startup.sh: no AOT cache was made" >&2; exit 1; }

# Elapsed seconds, and CPU seconds (user and system): the middle ones.
measure() {
  local name=$1
  shift
  for _ in $(seq "$runs"); do
    /usr/bin/time -f '%e %U %S' -o "$work/time" "$java" "$@" check "$work/ci.yml" >/dev/null 2>&1 || true
    tail -n 1 "$work/time" >>"$work/$name"
  done
  middle() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
  printf '%-28s %5.0f ms elapsed %5.0f ms CPU\n' "$name" \
    "$(awk '{ print $1 * 1000 }' "$work/$name" | middle)" \
    "$(awk '{ print ($2 + $3) * 1000 }' "$work/$name" | middle)"
}

echo "kanilint check of one file, middle of $runs runs, $("$java" -version 2>&1 | sed -n 1p):"
measure "packed jar" -jar "$here/../target/kanilint.jar"
measure "extracted" -jar "$jar"
# shellcheck disable=SC2086
measure "extracted, C1, serial GC" $fast -jar "$jar"
# shellcheck disable=SC2086
measure "the same with AOT cache" $fast -XX:AOTCache="$work/kanilint.aot" -jar "$jar"
