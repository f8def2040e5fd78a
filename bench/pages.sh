#!/usr/bin/env bash
# How long the pages of the dashboard take with many findings, on PostgreSQL and on the embedded database with a tenth of it.
#
#   bench/pages.sh [PROJECTS [FINDINGS [DELIVERIES]]]      10000 1000000 5000000 if not given
#
# Each page is asked for 15 times, lists page by page. Needs Maven, a java 25 (on the PATH or in JAVA_HOME) and some 8 GB of
# disk. Last figures: bench/pages.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
projects=${1:-10000} findings=${2:-1000000} deliveries=${3:-5000000}

mvn -q -B -Pbench -DskipTests package
pages() {
  "$java" -Xmx2g -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" io.kanilint.bench.PageTimes "$@" 2>/dev/null
}
pages POSTGRESQL "$projects" "$findings" "$deliveries"
echo
pages H2 "$((projects / 10))" "$((findings / 10))" "$((deliveries / 10))"
