#!/usr/bin/env bash
# How long GitLab waits for the answer to a webhook while 50, 100, 200 and 400 a second arrive.
#
#   bench/acknowledgement.sh [SECONDS]      for each rate; 20 if not given
#
# The service (target/kanilint.jar), PostgreSQL, a stand-in for GitLab and the client share this machine. Needs Maven and a
# java 25 (on the PATH or in JAVA_HOME). Last figures: bench/acknowledgement.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mvn -q -B -Pbench -DskipTests package
# GitLab makes a connection for each webhook. Here they are kept for a while, but not until the service closes them.
"$java" -Xmx512m -Djdk.httpclient.keepalive.timeout=2 -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" \
  io.kanilint.bench.Acknowledgement target/kanilint.jar "${1:-20}" 2>/dev/null
