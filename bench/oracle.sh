#!/usr/bin/env bash
# Holds the engine's ways through generated scripts against what real shells do with them, as OracleTest does for 300.
#
#   bench/oracle.sh N [SEED]       N scripts, numbered from SEED (a new number each time if it is not given; the test takes 1)
#
# Prints each disagreement, made small, and a summary: the shells; the runs; of the scripts in which the engine is told all
# and of those in which it is not, how many are GOOD, MISSING a way that happened, have an EXTRA one, or GAVE_UP (not all
# was worked out); and how many disagreements were races, which a second run did not show. A disagreement goes into
# src/test/resources/oracle as it is printed, from "closed:" to the end of the script. Exit code 1 if there is one.
# Needs Maven, Bash, and dash and BusyBox for what they have to say. 10,000 scripts take about 20 minutes on two cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec mvn -q test -Dtest='OracleTest#shellsDoWhatTheEngineFinds' -Dsurefire.trimStackTrace=true \
  -Dkanilint.oracle.scripts="$1" -Dkanilint.oracle.seed="${2:-$(date +%s)}"
