import DocumentKit
import TerminalKit
import WorkflowLint

/// Prints entries in the chosen format, then the summary that argo prints.
struct LintPrinter {
    let format: LintFormat
    /// Whether the words that could stand in a place are listed.
    let explains: Bool
    let terminal: Terminal

    func print(_ entries: [LintEntry]) throws {
        switch format {
        case .pretty:
            for entry in entries { try terminal.out.write(pretty(entry)) }
        case .simple:
            for entry in entries {
                try terminal.out.write(entry.line(terminal.painter) + "\n")
                if explains, !entry.known.isEmpty { try terminal.out.write(explanation(entry)) }
            }
        case .json, .yaml:
            var printer = DocumentPrinter(
                format: format == .json ? .json : .yaml, isSingle: false, output: terminal.out)
            for entry in entries { try printer.print(tree(entry).document().root) }
            try printer.finish()
        case .github:
            for entry in entries { try terminal.out.write(annotation(entry)) }
        }
    }

    /// argo's last line: `no linting errors found!`, or how many there are.
    func printSummary(_ entries: [LintEntry]) throws {
        let errors = entries.count { $0.severity == .error }
        let warnings = entries.count - errors
        let painter = terminal.painter
        switch format {
        case .pretty:
            if warnings > 0 { try terminal.out.write(warnings == 1 ? "1 warning\n" : "\(warnings) warnings\n") }
            try terminal.out.write(
                errors == 0
                    ? painter.paint("✔", .green) + " no linting errors found!\n"
                    : painter.paint("✖", .red) + " \(errors) linting errors found!\n")
        case .simple: if errors == 0 { try terminal.out.write("no linting errors found!\n") }
        case .json, .yaml, .github: break
        }
    }

    private func pretty(_ entry: LintEntry) -> String {
        var text = entry.line(terminal.painter) + "\n" + entry.excerpt
        if let hint = entry.hint { text += "hint: \(hint.sanitized())\n" }
        if explains, !entry.known.isEmpty { text += explanation(entry) }
        return text + "\n"
    }

    private func explanation(_ entry: LintEntry) -> String {
        "  known: " + entry.alternatives.joined(separator: ", ").sanitized() + "\n"
    }

    private func tree(_ entry: LintEntry) -> ValueTree {
        var tree: ValueTree = ["file": .string(entry.source)]
        if let position = entry.fault?.position {
            tree["line"] = .number(position.line)
            tree["column"] = .number(position.column)
        }
        tree["severity"] = .string(entry.severity.rawValue)
        tree["rule"] = .string(entry.rule)
        tree["message"] = .string(entry.message)
        if let path = entry.path { tree["path"] = .string(path) }
        if let subject = entry.subject {
            tree["kind"] = .string(subject.kind.rawValue)
            if let name = subject.name { tree["name"] = .string(name) }
        }
        if let hint = entry.hint { tree["hint"] = .string(hint) }
        if explains, !entry.known.isEmpty { tree["known"] = .array(entry.alternatives.map(ValueTree.string)) }
        return tree
    }

    /// `::error file=wf.yaml,line=8,col=19,title=unknown-field::unknown field "spec.entrypoints"`
    private func annotation(_ entry: LintEntry) -> String {
        var properties = ["file=\(Self.property(entry.source))"]
        if let position = entry.fault?.position {
            properties += ["line=\(position.line)", "col=\(position.column)"]
        }
        properties.append("title=\(Self.property(entry.rule))")
        let message = [entry.message, entry.hint.map { "hint: \($0)" }].compactMap { $0 }.joined(separator: "\n")
        return "::\(entry.severity.rawValue) \(properties.joined(separator: ","))::\(Self.escaped(message))\n"
    }

    /// Scalar by scalar: a return and a line feed are one character.
    private static func escaped(_ text: String, _ characters: Set<Unicode.Scalar> = ["%", "\r", "\n"]) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if characters.contains(scalar) {
                let code = String(scalar.value, radix: 16, uppercase: true)
                escaped += code.count == 1 ? "%0\(code)" : "%\(code)"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        // What is left of controls would still steer a terminal.
        return escaped.sanitized()
    }

    private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }
}
