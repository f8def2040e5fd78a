#!/usr/bin/env bash
# How fast the service starts in the form that an image holds, beside the plain jar: time until it is ready, CPU time, memory.
#
#   bench/image.sh [RUNS]      RUNS of each (default 5); the middle one counts
#
# Takes the steps of the Dockerfile (docker/assemble.sh) and runs the result as an ordinary user, from a folder that cannot be
# written. No container is made. Needs target/kanilint.jar (mvn package), a java 25 (on the PATH or in JAVA_HOME) and curl; and
# setpriv, if root starts it. Last figures: bench/image.txt.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
runs=${1:-5}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
port=18480
work=$(mktemp -d)
service=
stop() { [ -z "$service" ] || { kill "$service" 2>/dev/null && wait "$service" 2>/dev/null; } || true; service=; }
trap 'stop; chmod -R u+w "$work"; rm -rf "$work"' EXIT

user=()
if [ "$(id -u)" = 0 ]; then
  user=(setpriv --reuid=10001 --regid=10001 --clear-groups)
  chmod 755 "$work"
fi
image=$work/image
mkdir "$image" "$work/jar"
cp "$here/target/kanilint.jar" "$work/jar"
[ "${#user[@]}" -eq 0 ] || chown 10001:10001 "$image"
cp -r "$here/docker" "$work/docker"
"${user[@]}" "$work/docker/assemble.sh" unpack "$work/jar/kanilint.jar" "$image"
"${user[@]}" "$image/bin/assemble.sh" train "$image"
chmod -R a-w "$image"

# Runs one service until it is ready, and once more until it is gone.
once() {
  local name=$1 data start ready
  shift
  data=$(mktemp -d -p "$work")
  [ "${#user[@]}" -eq 0 ] || chown 10001:10001 "$data"
  start=$(date +%s%N)
  (cd "$data" && exec env -u JAVA_TOOL_OPTIONS PORT=$port KANILINT_DRAIN=0s \
    KANILINT_ADMIN_PASSWORD=only-for-this-run "${user[@]}" "$@" >"$data/log" 2>&1) &
  service=$!
  until curl -fs -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness"; do
    kill -0 "$service" 2>/dev/null || { cat "$data/log" >&2; exit 1; }
    sleep 0.02
  done
  ready=$(date +%s%N)
  # Fields 14 and 15: user and system time in hundredths of a second.
  awk -v ms=$(((ready - start) / 1000000)) -v kib="$(awk '/^VmRSS/ { print $2 }' "/proc/$service/status")" \
    '{ print ms, ($14 + $15) * 10, kib / 1024 }' "/proc/$service/stat" >>"$work/$name"
  stop
}

middle() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

measure() {
  local name=$1
  shift
  for _ in $(seq "$runs"); do once "$name" "$@"; done
  printf '%-24s %6.0f ms until ready %6.0f ms CPU %5.0f MiB resident\n' "$name" \
    "$(awk '{ print $1 }' "$work/$name" | middle)" \
    "$(awk '{ print $2 }' "$work/$name" | middle)" \
    "$(awk '{ print $3 }' "$work/$name" | middle)"
}

echo "kanilint serve on a new embedded database, middle of $runs runs, $("$java" -version 2>&1 | sed -n 1p)"
echo "Load before: $(cut -d ' ' -f 1-3 /proc/loadavg), $(nproc) cores"
measure "packed jar" "$java" -jar "$work/jar/kanilint.jar" serve
measure "unpacked" "$java" -jar "$image/kanilint.jar" serve
measure "as in the image" "$image/bin/kanilint" serve
echo "Size: $(du -sm "$image/lib" "$image/kanilint.jar" "$image"/*.aot | awk '{ sub(".*/", "", $2); print $2 " " $1 " MiB" }' | paste -sd, | sed 's/,/, /g')"
