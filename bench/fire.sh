#!/usr/bin/env bash
# Two replicas on PostgreSQL under fire: one is killed every few seconds, the database drops its connections once, and
# GitLab spoils a tenth of its answers. In the end each finding has to have one thread.
#
#   bench/fire.sh [MERGE_REQUESTS [PROJECTS [KILLS]]]      500 50 20 if not given
#
# Needs Maven. The small form of the same test runs in mvn verify. Last figures: bench/fire.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -q -B -ntp verify -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=FireIT \
  -Dkanilint.fire.merge-requests="${1:-500}" -Dkanilint.fire.projects="${2:-50}" -Dkanilint.fire.kills="${3:-20}"
