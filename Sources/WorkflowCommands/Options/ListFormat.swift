import ArgumentKit

/// How a list is printed.
enum ListFormat: String, CaseIterable, ArgumentValue {
    case table, wide, name, json, jsonl, yaml

    /// The format for whole documents, if this is one.
    var documents: DocumentFormat? { DocumentFormat(rawValue: rawValue) }
}

/// How single workflows are printed.
enum DetailFormat: String, CaseIterable, ArgumentValue {
    case table, wide, short, name, json, jsonl, yaml

    var documents: DocumentFormat? { DocumentFormat(rawValue: rawValue) }
}

/// A format that carries the server's documents, never the table row.
enum DocumentFormat: String, CaseIterable, Sendable {
    case json, jsonl, yaml
}
