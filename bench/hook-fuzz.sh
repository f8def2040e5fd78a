#!/usr/bin/env bash
# Sends mutated webhooks to the service on both databases and looks for answers of 500 and above and for stack traces.
#
#   bench/hook-fuzz.sh [SECONDS]      60 if not given
#
# Needs Maven. A failure names the seed and the body; repair it and put its cause into HookBodyTest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -q -B -ntp test -Dtest=HookFuzzTest -Dkanilint.fuzz.seconds="${1:-60}"
