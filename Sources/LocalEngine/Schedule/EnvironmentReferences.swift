/// Fills in `$(NAME)` from a container's own variables, as Kubernetes does: `$$(NAME)` stays `$(NAME)`,
/// and a name that was not declared stays as it is.
enum EnvironmentReferences {
    static func expand(_ text: String, _ variables: [String: String]) -> String {
        guard text.contains("$") else { return text }
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...].dropFirst()
            if rest.first == "$" {
                result += "$"
                rest = rest.dropFirst()
            } else if rest.first == "(", let close = rest.firstIndex(of: ")"),
                let value = variables[String(rest[..<close].dropFirst())]
            {
                result += value
                rest = rest[close...].dropFirst()
            } else {
                result += "$"
            }
        }
        return result + rest
    }
}
