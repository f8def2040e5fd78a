#!/bin/sh
# Makes what an image of Kanilint holds. The Dockerfile and bench/image.sh take these steps, in this order:
#
#   docker/assemble.sh unpack JAR FOLDER    the jar as Java loads it fastest, what starts it, and a list of what it holds
#   docker/assemble.sh train FOLDER         the caches of the classes that the command line and the service load
#
# A cache holds for the very Java, and the very files with their times, that it was made with: train where it will run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=${JAVA_HOME:+$JAVA_HOME/bin/}jar

unpack() {
  "$java" -Djarmode=tools -jar "$1" extract --destination "$2"
  packed=$(readlink -f "$1")
  (cd "$2" && "$jar" --extract --file "$packed" META-INF/sbom/application.cdx.json)
  mv "$2/META-INF/sbom/application.cdx.json" "$2/sbom.cdx.json"
  rm -r "$2/META-INF"
  mkdir -p "$2/bin"
  for script in kanilint healthy assemble.sh; do
    cp "$here/$script" "$2/bin/$script"
    chmod 755 "$2/bin/$script"
  done
}

train() {
  home=$1
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  cat >"$work/.gitlab-ci.yml" <<'CI'
build:
  image:
    name: ghcr.io/osscontainertools/kaniko:v1.28.3-debug
    entrypoint: [""]
  script:
    - for part in web api; do echo "$part"; done
    - /kaniko/executor --context web --destination "$CI_REGISTRY_IMAGE/web:$CI_COMMIT_SHA"
    - /kaniko/executor --context api --destination "$CI_REGISTRY_IMAGE/api:$CI_COMMIT_SHA"
  rules:
    - if: $CI_COMMIT_BRANCH
CI
  export KANILINT_CACHE_OPTION=-XX:AOTCacheOutput
  "$home/bin/kanilint" check --fail-on never "$work" >"$work/log" 2>&1 || failed check
  # Up to the point where the service would listen: with a database in memory, without a port and without GitLab.
  JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:-} -Dspring.context.exit=onRefresh" \
    KANILINT_DB_URL='jdbc:h2:mem:train;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH' \
    KANILINT_ADMIN_PASSWORD=unused-in-training PORT=0 \
    "$home/bin/kanilint" serve >"$work/log" 2>&1 || failed serve
  for name in check serve; do
    [ -s "$home/$name.aot" ] || failed "$name"
    chmod 644 "$home/$name.aot"
  done
}

failed() {
  cat "$work/log" >&2
  echo "assemble.sh: no cache for '$1' was made" >&2
  exit 1
}

case ${1:-} in
unpack) unpack "$2" "$3" ;;
train) train "$2" ;;
*)
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac
