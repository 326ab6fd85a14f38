import ArgumentKit

/// How log lines are printed.
enum LogFormat: String, CaseIterable, ArgumentValue { case text, jsonl }

/// What log lines start with.
enum LogPrefix { case none, pod, container }
