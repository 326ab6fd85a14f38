#!/bin/sh
# Submits a workflow, waits for it and tells the caller how it went, as a CI job does.
#
#   examples/ci.sh manifest.yaml [wfctl options]       for example: examples/ci.sh script.yaml --local
#
# wfctl's exit status says what happened, so there is nothing to parse: 0 the run succeeded, 3 it failed,
# 124 it took too long, anything else is a fault of the tool or the network and worth another try.
set -u
manifest=$1
shift

name=$(wfctl submit "$manifest" -o name "$@") || exit
wfctl wait "$name" --timeout "${TIMEOUT:-10m}" "$@" >&2
status=$?

case $status in
0) wfctl get "$name" -o json "$@" | jq -r '"\(.metadata.name) succeeded, \(.status.progress) steps"' ;;
3)
    echo "$name failed; its steps and their logs:" >&2
    wfctl get "$name" "$@" >&2
    wfctl logs "$name" "$@" >&2
    ;;
124) echo "$name is still running; look again with: wfctl wait $name" >&2 ;;
*) echo "could not follow $name (status $status)" >&2 ;;
esac
exit "$status"
