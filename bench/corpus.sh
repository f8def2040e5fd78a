#!/usr/bin/env bash
# Holds what Kanilint finds in a folder of real CI files against a careful reader's labels.
#
#   bench/corpus.sh CORPUS       with CORPUS/files/NNN.yml and CORPUS/labels.jsonl
#
# Prints as well which findings there and among the tests' cases get a safe fix, an unsafe one, or none, and why.
#
# Needs a built target/kanilint.jar and a java 25 (on the PATH or in JAVA_HOME). Exit code 1 if a job that is labelled ok
# was found fault with, or a labelled defect was missed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$here/../target/kanilint.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
extracted=$here/../target/bench
rm -rf "$extracted"
"$java" -Djarmode=tools -jar "$jar" extract --destination "$extracted" >/dev/null
exec "$java" -cp "$extracted/kanilint.jar:$extracted/lib/*" "$here/Corpus.java" "$1" "$here/../src/test/resources/cases"
