#!/usr/bin/env bash
# How long a review takes beyond the answers of GitLab.
#
#   bench/review.sh [MERGE_REQUESTS [JAVA_OPTION...]]      200 if not given
#
# Service and stand-in for GitLab are one process, with both of Java's compilers, unless options say otherwise.
# Needs Maven and a java 25 (on the PATH or in JAVA_HOME). Last figures: bench/review.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mvn -q -B -Pbench -DskipTests package
options=("${@:2}")
"$java" -Xmx512m ${options[@]+"${options[@]}"} -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" io.kanilint.bench.ReviewTimes "${1:-200}" 2>/dev/null
