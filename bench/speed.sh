#!/usr/bin/env bash
# How fast Kanilint checks: warm (JMH), and as a whole process.
#
#   bench/speed.sh [CORPUS]      with CORPUS/files/*.yml, real CI files, for the run over 1,000 of them
#
# Needs Maven, a java 25 (on the PATH or in JAVA_HOME) and GNU time. Last figures: bench/speed.txt. Machines are noisy:
# read ratios between lines of one run rather than single figures.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here/.."

mvn -q -B -Pbench -DskipTests package
classes=target/test-classes:target/classes:$(cat target/bench-classpath)
"$java" -cp "$classes" org.openjdk.jmh.Main LinterBenchmark -foe true -rf text -rff "$work/jmh.txt" >/dev/null
echo "Warm, in a JVM with 256 MiB of heap, milliseconds for a check (average of 5 iterations of 2 s):"
cat "$work/jmh.txt"

# CPU seconds (user and system), elapsed seconds, and the most memory; the middle one of five runs by CPU.
process() {
  local name=$1
  shift
  for _ in 1 2 3 4 5; do
    /usr/bin/time -f '%U %S %e %M' -o "$work/time" "$java" -Xmx128m -jar target/kanilint.jar check "$@" \
      >/dev/null 2>&1 || true
    tail -n 1 "$work/time"
  done | awk '{ printf "%.2f %.2f %d\n", $1 + $2, $3, $4 / 1024 }' | sort -n | sed -n 3p |
    awk -v name="$name" '{ printf "%-32s %6.2f s CPU %6.2f s elapsed %5d MiB\n", name, $1, $2, $3 }'
}

make() {
  "$java" -cp "$classes" io.kanilint.bench.MadeProjects "$1" "$2" "$work/$1-$2"
}

echo
echo "Whole process, java -Xmx128m -jar kanilint.jar check (the packed jar, no warm-up, no archive of classes):"
for size in "jobs 10" "jobs 100" "jobs 1000" "jobs 2200" "includes 10" "includes 100" "defects 100"; do
  # shellcheck disable=SC2086
  make $size
  process "$size" "$work/${size/ /-}"
done
if [ $# -gt 0 ]; then
  mkdir "$work/corpus"
  files=("$1"/files/*.yml)
  for i in $(seq 0 999); do
    cp "${files[i % ${#files[@]}]}" "$work/corpus/$i.yml"
  done
  process "1,000 real CI files" "$work"/corpus/*.yml
fi
