#!/usr/bin/env bash
# A rolling upgrade and the way back while webhooks arrive: two replicas on PostgreSQL, first of an older version, then of
# this one, then of the older one again. No webhook may be lost, no comment may come twice.
#
#   bench/upgrade.sh [REF]      the older version: a tag or a commit. If not given, the newest release before this commit;
#                               where there is none, the commit before the newest change of the tables
#
# KANILINT_UPGRADE_RATE (webhooks a second, 20 if not given) and KANILINT_UPGRADE_STEADY (seconds before, between and after
# the swaps, 20 if not given) change the load. Needs Maven and git. The small form of the same test, with one version, runs
# in mvn verify. Last figures: bench/upgrade.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly folder=target/upgrade

ref=${1:-$(git describe --tags --match 'v*' --abbrev=0 HEAD^ 2>/dev/null || true)}
if [ -z "$ref" ]; then
  added=$(git log -1 --diff-filter=A --format=%H -- src/main/resources/db)
  ref=${added:?no change of the tables is known to git}^
fi

discard() {
  git worktree remove --force "$folder/tree" 2>/dev/null || true
  rm -rf "$folder/tree"
  git worktree prune
}
mkdir -p "$folder"
discard
trap discard EXIT
git worktree add -q --detach "$folder/tree" "$ref"
echo "from $(git -C "$folder/tree" log -1 --format='%h (%s)') to \"$(git log -1 --format=%s)\""
mvn -q -B -ntp -f "$folder/tree/pom.xml" -Dmaven.test.skip=true package
cp "$folder/tree/target/kanilint.jar" "$folder/old.jar"
discard

# The drain is that of the Helm chart.
mvn -q -B -ntp verify -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=UpgradeIT \
  -Dkanilint.old-jar="$PWD/$folder/old.jar" -Dkanilint.upgrade.rate="${KANILINT_UPGRADE_RATE:-20}" \
  -Dkanilint.upgrade.merge-requests=100 -Dkanilint.upgrade.steady="${KANILINT_UPGRADE_STEADY:-20}" \
  -Dkanilint.upgrade.drain=10
