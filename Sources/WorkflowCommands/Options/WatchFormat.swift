import ArgumentKit

/// How changes of runs are shown.
enum WatchFormat: String, CaseIterable, ArgumentValue {
    case table, wide, short
    /// Each state as a document, in the frame of an event.
    case jsonl
    /// The same, as documents of YAML.
    case yaml

    /// How documents are written, where they are.
    var documents: DocumentFormat? { DocumentFormat(rawValue: rawValue) }

    /// The table's columns, where it is one.
    var detail: DetailFormat { DetailFormat(rawValue: rawValue) ?? .table }
}

/// What is printed of a run that is over.
enum WaitFormat: String, CaseIterable, ArgumentValue {
    case table, name, json, jsonl, yaml

    var form: RunReport.Form {
        switch self {
        case .table: .line
        case .name: .name
        case .json: .documents(.json)
        case .jsonl: .documents(.jsonl)
        case .yaml: .documents(.yaml)
        }
    }
}
