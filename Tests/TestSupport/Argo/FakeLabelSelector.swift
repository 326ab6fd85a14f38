/// Kubernetes label selectors: `a=b,c!=d,e in (f,g),h notin (i),j,!k`.
struct FakeLabelSelector {
    private let conditions: [String]

    init(_ text: String) {
        var conditions: [String] = []
        var depth = 0
        var condition = ""
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                conditions.append(condition)
                condition = ""
            } else {
                condition.append(character)
            }
        }
        if !condition.isEmpty { conditions.append(condition) }
        self.conditions = conditions.map { $0.split(separator: " ").joined(separator: " ") }
    }

    func matches(_ labels: [String: String]) -> Bool { conditions.allSatisfy { holds($0, labels) } }

    private func holds(_ condition: String, _ labels: [String: String]) -> Bool {
        for (mark, isIn) in [(" notin ", false), (" in ", true)] {
            guard let range = condition.firstRange(of: mark) else { continue }
            let values = condition[range.upperBound...].trimmingPrefix("(").dropLast().split { $0 == "," || $0 == " " }
            let value = labels[String(condition[..<range.lowerBound])]
            return value.map { value in values.contains { $0 == value } == isIn } ?? !isIn
        }
        for (mark, isEqual) in [("!=", false), ("==", true), ("=", true)] {
            guard let range = condition.firstRange(of: mark) else { continue }
            let value = labels[String(condition[..<range.lowerBound])]
            return (value == String(condition[range.upperBound...])) == isEqual
        }
        return condition.hasPrefix("!") ? labels[String(condition.dropFirst())] == nil : labels[condition] != nil
    }
}
