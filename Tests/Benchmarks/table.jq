# The table of `wfctl list`, in jq: the same rows, order and columns, not aligned.
def span: if . < 60 then "\(.)s" elif . < 3600 then "\(. / 60 | floor)m" elif . < 86400 then "\(. / 3600 | floor)h"
    else "\(. / 86400 | floor)d" end;
def state: if .status.phase == "Running" and .spec.suspend then "Running (Suspended)"
    elif .status.phase == "Failed" and .spec.shutdown then "Failed (Terminated)" else .status.phase // "Pending" end;
(now | floor) as $now
| .items
| (map(select(.status.finishedAt | not)) | sort_by(.metadata.creationTimestamp) | reverse)
    + (map(select(.status.finishedAt)) | sort_by(.status.finishedAt) | reverse)
| .[]
| (.metadata.creationTimestamp | fromdateiso8601) as $created
| (.status.startedAt | if . then fromdateiso8601 else null end) as $begin
| (.status.finishedAt | if . then fromdateiso8601 else $now end) as $finish
| [.metadata.name, state, ($now - $created | span), (if $begin then $finish - $begin else 0 end | span),
    (.spec.priority // 0), .status.message // ""]
| @tsv
