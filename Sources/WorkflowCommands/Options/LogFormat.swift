import ArgumentKit

/// How log lines are printed.
enum LogFormat: String, CaseIterable, ArgumentValue {
    /// As they are.
    case text
    /// Each as an object with its pod, its container and its time.
    case jsonl, yaml
}
