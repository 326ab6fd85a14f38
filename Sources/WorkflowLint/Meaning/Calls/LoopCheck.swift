import DocumentKit

/// Checks how often a step or task is to run.
enum LoopCheck {
    static func run(_ call: CallView, into findings: inout Findings) {
        let value = call.value
        let items = value.given("withItems")
        let parameter = value.name("withParam").flatMap { _ in value["withParam"] }
        let sequence = value.given("withSequence")
        if let items, items.kind == .array, items.count == 0 {
            findings.add(
                .emptyLoop, "\(call.label) withItems is empty", at: items,
                hint: "it runs once, as without withItems; 'withParam' can run it for no item")
            return
        }
        let loops = [items, parameter, sequence].compactMap(\.self)
        if loops.count > 1 {
            findings.add(
                .invalidLoop, "\(call.label) only one of withItems, withParam, withSequence can be specified",
                at: loops[1])
            return
        }
        if let parameter { check(parameter: parameter, call, &findings) }
        if let sequence, sequence.kind == .object { check(sequence: sequence, call, &findings) }
    }

    private static func check(parameter: DocumentValue, _ call: CallView, _ findings: inout Findings) {
        guard parameter.isPlain, let text = parameter.sentText else { return }
        let isList = (try? JSONReader.read(Array(text.utf8)))?.root.kind == .array
        guard !isList else { return }
        findings.add(
            .invalidLoop, "\(call.label) withParam value could not be parsed as a JSON list: \(text)", at: parameter,
            hint: "withParam takes a JSON list or a variable that holds one, such as '[\"a\", \"b\"]'")
    }

    private static func check(sequence: DocumentValue, _ call: CallView, _ findings: inout Findings) {
        let count = sequence.given("count")
        let end = sequence.given("end")
        if count != nil, let end {
            findings.add(
                .invalidLoop, "\(call.label) only one of count or end can be defined in withSequence", at: end)
        } else if count == nil && end == nil {
            findings.add(.invalidLoop, "\(call.label) withSequence needs count or end", at: sequence)
        }
    }
}
