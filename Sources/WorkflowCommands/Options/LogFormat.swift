import ArgumentKit

/// How log lines are printed.
enum LogFormat: String, CaseIterable, ArgumentValue { case text, jsonl }
