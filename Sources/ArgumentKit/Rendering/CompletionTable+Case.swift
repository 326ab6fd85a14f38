/// The table as `case` statements, in the syntax that bash and zsh share. They read `$place` and `$option` and call
/// functions that each shell brings along: offer, files, directories, dynamic.
extension CompletionTable {
    /// The lookups that are the same in both shells. `lastItem` is the command that leaves the last item of a comma
    /// list to be completed.
    func caseFunctions(lastItem: String) -> String {
        let steps = self.steps.map { ($0.spots, "place=\($0.place)") }
        let values = self.values.map { ($0.spots, ($0.value.isList ? lastItem + "; " : "") + call($0.value)) }
        return function("descend", on: "$place $1", steps, fallback: "return 1")
            + function("takes", on: "$place $1", valued.isEmpty ? [] : [(valued, "return 0")], fallback: "return 1")
            + function("value", on: "$place $option", values)
            + positionalFunction
    }

    func function(_ name: String, on word: String, _ rows: [([Spot], String)], fallback: String? = nil) -> String {
        var out = "_\(tool)_\(name)() {\n  case \"\(word)\" in\n"
        for (spots, action) in rows {
            out += "    \(spots.map(\.pattern).joined(separator: " | "))) \(action) ;;\n"
        }
        if let fallback { out += "    *) \(fallback) ;;\n" }
        return out + "  esac\n}\n\n"
    }

    private var positionalFunction: String {
        var out = "_\(tool)_positional() {\n  case \"$place $count\" in\n"
        for offer in offers {
            for (index, rules) in offer.positionals.enumerated() where !rules.isEmpty {
                let isOpen = offer.repeats && index == offer.positionals.count - 1
                let pattern = isOpen ? "'\(offer.place) '*" : "'\(offer.place) \(index)'"
                out += "    \(pattern)) \(rules.map(call).joined(separator: "; ")) ;;\n"
            }
        }
        return out + "  esac\n}\n\n"
    }

    private func call(_ rule: ValueRule) -> String {
        switch rule.completion {
        case .none: ":"
        case .choices(let all): (["_\(tool)_offer"] + all.map(\.singleQuoted)).joined(separator: " ")
        case .file(let extensions): (["_\(tool)_files"] + extensions.map(\.singleQuoted)).joined(separator: " ")
        case .directory: "_\(tool)_directories"
        case .dynamic(let topic): "_\(tool)_dynamic \(topic.singleQuoted)"
        }
    }
}

extension CompletionTable.Spot {
    /// `*' --output'` or `'wfctl/list --output'`
    fileprivate var pattern: String {
        switch self {
        case .anywhere(let word): "*" + " \(word)".alwaysQuoted
        case .at(let place, let word): "\(place) \(word)".alwaysQuoted
        }
    }
}

extension String {
    /// The word as bash and zsh read it back: bare when it is plain, else in single quotes.
    var singleQuoted: String {
        let isPlain = utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isPlain && !isEmpty ? self : alwaysQuoted
    }

    fileprivate var alwaysQuoted: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
