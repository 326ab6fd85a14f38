import DocumentKit

/// Checks the metrics of a template or of a workflow: their names, their labels and what they measure.
struct MetricCheck {
    /// How messages write the way to what has them: `templates.main`.
    let path: String

    func run(_ metrics: DocumentValue?, into findings: inout Findings) {
        guard let list = metrics?["prometheus"] else { return }
        for metric in list.elements where metric.kind == .object { check(metric, &findings) }
    }

    private func check(_ metric: DocumentValue, _ findings: inout Findings) {
        let name = metric["name"]?.sentText ?? ""
        if let place = metric["name"], place.isPlain, place.sentText != nil, !Self.isName(name) {
            findings.add(
                .invalidName,
                "\(path) metric name '\(name)' is invalid. Metric names must contain alphanumeric characters or '_'",
                at: place)
        }
        for label in metric["labels"]?.elements.map(\.self) ?? [] {
            guard let place = label["key"], place.isPlain, let key = place.sentText, !Self.isName(key) else { continue }
            findings.add(
                .invalidName,
                "\(path) metric label '\(key)' is invalid: keys may only contain alphanumeric characters or '_'",
                at: place)
        }
        ConditionCheck.run(metric, "\(path) metric '\(name)'", into: &findings)
        if let help = metric["help"], help.isText("") {
            findings.add(
                .missingField, "\(path) metric '\(name)' must contain a help string under 'help: ' field", at: help)
        }
        for kind in ["gauge", "counter", "histogram"] {
            guard let value = metric[kind]?["value"], value.isText("") else { continue }
            findings.add(.missingField, "\(path) metric '\(name)' error: missing \(kind).value", at: value)
        }
        if let gauge = metric["gauge"], gauge["realtime"]?.bool == true, let value = gauge["value"],
            value.string?.contains("resourcesDuration.") == true
        {
            findings.add(
                .invalidValue,
                "\(path) metric '\(name)' error: 'resourcesDuration.*' metrics cannot be used in real-time", at: value)
        }
    }

    /// What Prometheus calls a name, without the colons it keeps for itself.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first < UInt8(ascii: "0") || first > UInt8(ascii: "9") else { return false }
        return !text.utf8.contains(UInt8(ascii: "-")) && ObjectName.isParameterName(text)
    }
}
