#!/usr/bin/env bash
# Adds a night to the history of a project and looks at it. Fails when a target is missed, or when the night is the first
# to show that a query became slower; then the file $ALERT tells of it.
set -uo pipefail

# About a year of nights; pgassay looks at the last 40.
most_runs=400

cd "$PROJECT" || exit 3
npx pgassay bench --history
bench=$?
# 2 and 3: nothing was measured, and the night before must not be told of again.
[ "$bench" -le 1 ] || exit "$bench"
npx pgassay history --markdown "$ALERT"
history=$?
find "$HISTORY" -name '*.jsonl' | sort | head -n "-$most_runs" | while read -r run; do rm -- "$run"; done
exit $((bench > history ? bench : history))
