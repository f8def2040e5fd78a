#!/usr/bin/env bash
# How much memory the service takes in the form that an image holds, after many reviews on PostgreSQL.
#
#   bench/memory.sh [REVIEWS [HEAP]]      1000, and the heap of the Helm chart, if not given
#
# Takes the steps of the Dockerfile (docker/assemble.sh); no container is made. Each review finds a job with several builds,
# proves a repair and opens a thread. Needs Maven and a java 25 (on the PATH or in JAVA_HOME). Last figures: bench/memory.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
heap=${2:-$(sed -n 's/^  heap: //p' helm/kanilint/values.yaml)}
image=target/image

mvn -q -B -Pbench -DskipTests package
rm -rf "$image"
docker/assemble.sh unpack target/kanilint.jar "$image"
"$image/bin/assemble.sh" train "$image"
echo "-Xmx$heap, $("$java" -version 2>&1 | sed -n 1p)"
"$java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" \
  io.kanilint.bench.ReviewMemory "$PWD/$image" "${1:-1000}" "-Xmx$heap -XX:+ExitOnOutOfMemoryError" 2>/dev/null |
  grep MiB
