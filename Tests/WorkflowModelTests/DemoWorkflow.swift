import WorkflowModel

/// A failed run with a fan-out, retries, a gate, a nested DAG and an exit handler.
///
/// Its nodes stand in an order of their own, since a server sends a map.
let demoWorkflow = #"""
    {
      "metadata": {
        "name": "demo", "namespace": "argo", "uid": "5c1f", "generateName": "de", "resourceVersion": "77",
        "creationTimestamp": "2026-01-02T03:04:05Z",
        "labels": {"workflows.argoproj.io/completed": "true", "workflows.argoproj.io/phase": "Failed", "n": 5},
        "annotations": {"workflows.argoproj.io/pod-name-format": "v2"}
      },
      "spec": {
        "entrypoint": "main", "serviceAccountName": "runner", "priority": 2, "shutdown": "",
        "arguments": {"parameters": [
          {"name": "greeting", "value": "hi"}, {"name": "count", "value": 3}, {"name": "exact", "value": 1.50},
          {"name": "on", "value": true}, {"name": "later", "valueFrom": {"supplied": {}}},
          {"name": "none", "value": null}, {"name": "tree", "value": {"a": [1]}}
        ]},
        "templates": [{"name": "main", "steps": []}, {"name": "echo", "container": {}}]
      },
      "status": {
        "phase": "Failed", "message": "child 'x' failed", "progress": "4/7", "estimatedDuration": 90,
        "startedAt": "2026-01-02T03:04:06Z", "finishedAt": "2026-01-02T03:05:36Z",
        "conditions": [
          {"type": "SpecWarning", "status": "True", "message": "old"}, 5, {"type": "Completed", "status": "True"}
        ],
        "resourcesDuration": {"memory": 62, "cpu": 1, "broken": "x"},
        "outputs": {
          "parameters": [{"name": "sum", "value": "7"}],
          "artifacts": [
            {"name": "report", "path": "/tmp/r", "s3": {"bucket": "b", "key": "k/r.tgz"}},
            {"name": "main-logs", "s3": {"key": "k/main.log"}, "deleted": true}
          ]
        },
        "nodes": {
          "demo-1599854481": {"id": "demo-1599854481", "name": "demo.onExit", "displayName": "demo.onExit",
            "type": "Pod", "templateName": "cleanup", "phase": "Succeeded",
            "startedAt": "2026-01-02T03:05:30Z", "finishedAt": "2026-01-02T03:05:32Z"},
          "B": {"name": "demo[1].sub.B", "displayName": "B", "type": "Skipped", "phase": "Skipped",
            "templateName": "echo", "boundaryID": "sub", "message": "when 'false' evaluated false",
            "startedAt": "2026-01-02T03:04:22Z"},
          "gone": {"name": "demo[1].sub.gone", "displayName": "gone", "type": "Skipped", "phase": "Omitted",
            "boundaryID": "sub", "startedAt": "2026-01-02T03:04:23Z"},
          "A": {"name": "demo[1].sub.A", "displayName": "A", "type": "Pod", "phase": "Succeeded",
            "templateName": "echo", "boundaryID": "sub",
            "startedAt": "2026-01-02T03:04:21Z", "finishedAt": "2026-01-02T03:04:24Z"},
          "tasks": {"name": "demo[1].sub.tasks", "displayName": "tasks", "type": "TaskGroup", "phase": "Running",
            "boundaryID": "sub", "children": ["A"]},
          "sub": {"name": "demo[1].sub", "displayName": "sub", "type": "DAG", "phase": "Running",
            "templateName": "dag", "boundaryID": "demo", "startedAt": "2026-01-02T03:04:20Z", "children": ["A", "B"]},
          "gate": {"name": "demo[1].gate", "displayName": "gate", "type": "Suspend", "phase": "Running",
            "templateName": "approve", "boundaryID": "demo", "startedAt": "2026-01-02T03:04:19Z"},
          "flaky1": {"name": "demo[1].flaky(1)", "displayName": "flaky(1)", "type": "Pod", "phase": "Failed",
            "templateName": "flaky", "boundaryID": "demo", "message": "main: Error (exit code 1)",
            "startedAt": "2026-01-02T03:04:30Z", "finishedAt": "2026-01-02T03:04:35Z",
            "outputs": {"exitCode": "1"}, "nodeFlag": {"retried": true}},
          "flaky0": {"name": "demo[1].flaky(0)", "displayName": "flaky(0)", "type": "Pod", "phase": "Failed",
            "templateName": "flaky", "boundaryID": "demo", "message": "main: Error (exit code 1)",
            "startedAt": "2026-01-02T03:04:18Z", "finishedAt": "2026-01-02T03:04:23Z"},
          "flaky": {"name": "demo[1].flaky", "displayName": "flaky", "type": "Retry", "phase": "Failed",
            "templateName": "flaky", "boundaryID": "demo", "message": "No more retries left",
            "startedAt": "2026-01-02T03:04:18Z", "children": ["flaky0", "flaky1"]},
          "fan1": {"name": "demo[1].fan(1:b)", "displayName": "fan(1:b)", "type": "Pod", "phase": "Running",
            "templateName": "echo", "boundaryID": "demo", "startedAt": "2026-01-02T03:04:10Z"},
          "fan0": {"name": "demo[1].fan(0:a)", "displayName": "fan(0:a)", "type": "Pod", "phase": "Succeeded",
            "templateName": "echo", "boundaryID": "demo",
            "startedAt": "2026-01-02T03:04:10Z", "finishedAt": "2026-01-02T03:04:14Z"},
          "group1": {"name": "demo[1]", "displayName": "[1]", "type": "StepGroup", "phase": "Failed",
            "boundaryID": "demo", "startedAt": "2026-01-02T03:04:10Z",
            "children": ["sub", "gate", "flaky", "fan1", "fan0"]},
          "prep0": {"name": "demo[0].prep(0)", "displayName": "prep", "type": "Pod", "phase": "Succeeded",
            "templateName": "echo", "boundaryID": "demo",
            "startedAt": "2026-01-02T03:04:06Z", "finishedAt": "2026-01-02T03:04:09Z"},
          "prep": {"name": "demo[0].prep", "displayName": "prep", "type": "Retry", "phase": "Succeeded",
            "boundaryID": "demo", "startedAt": "2026-01-02T03:04:06Z", "children": ["prep0"]},
          "group0": {"name": "demo[0]", "displayName": "[0]", "type": "StepGroup", "phase": "Succeeded",
            "boundaryID": "demo", "startedAt": "2026-01-02T03:04:06Z", "children": ["prep"]},
          "demo": {"id": "demo", "name": "demo", "displayName": "demo", "type": "Steps", "phase": "Failed",
            "templateName": "main", "message": "child 'x' failed", "startedAt": "2026-01-02T03:04:06Z",
            "children": ["group0"]}
        }
      }
    }
    """#
