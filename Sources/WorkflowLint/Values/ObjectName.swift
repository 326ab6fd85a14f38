// Names as Kubernetes and argo want them. Kubernetes' own sentences say what is wrong.

/// The rules for the spelling of names; each gives the problem, nil if there is none.
package enum ObjectName {
    package static func subdomainProblem(_ text: String) -> String? {
        if text.utf8.count > 253 { return "must be no more than 253 characters" }
        let isValid = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            isLabel($0)
        }
        return isValid
            ? nil
            : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
                + "start and end with an alphanumeric character"
    }

    /// Argo puts the names of workflows into labels.
    package static func workflowProblem(_ text: String) -> String? {
        let count = text.utf8.count
        return count > 63
            ? "must not be more than 63 characters long (currently \(count))" : subdomainProblem(text)
    }

    /// A prefix for names may end with a dash, since more follows.
    package static func prefixProblem(_ text: String) -> String? {
        subdomainProblem(text.last == "-" ? String(text.dropLast()) + "a" : text)
    }

    package static func labelProblem(_ text: String) -> String? {
        if text.utf8.count > 63 { return "must be no more than 63 characters" }
        return isLabel(Substring(text).utf8)
            ? nil
            : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start "
                + "and end with an alphanumeric character"
    }

    static func portProblem(_ text: String) -> String? {
        if text.utf8.count > 15 { return "must be no more than 15 characters" }
        let isValid =
            isLabel(Substring(text).utf8) && !text.contains("--") && text.utf8.contains { isLower($0) }
        return isValid ? nil : "must be lower case letters, digits and single '-', with at least one letter"
    }

    /// `app.kubernetes.io/name`: a name, perhaps behind a subdomain.
    package static func labelKeyProblem(_ text: String) -> String? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.last else { return "only one '/' may stand in it" }
        if parts.count == 2 {
            if parts[0].isEmpty { return "the part before '/' is empty" }
            if let problem = subdomainProblem(String(parts[0])) { return "the part before '/': \(problem)" }
        }
        if name.isEmpty { return "the name is empty" }
        if name.utf8.count > 63 { return "the name must be no more than 63 characters" }
        return isQualified(name)
            ? nil
            : "it must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                + "alphanumeric character"
    }

    package static func labelValueProblem(_ text: String) -> String? {
        if text.utf8.count > 63 { return "a label value must be no more than 63 characters" }
        return text.isEmpty || isQualified(Substring(text))
            ? nil
            : "a label value must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                + "alphanumeric character"
    }

    /// What argo calls templates, steps and tasks.
    static func isFieldName(_ text: String) -> Bool {
        text.utf8.first != UInt8(ascii: "-") && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    /// What argo calls parameters and artifacts.
    static func isParameterName(_ text: String) -> Bool {
        text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }

    private static func isLabel(_ text: Substring.UTF8View) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        let isInner = { (byte: UInt8) in isLower(byte) || isDigit(byte) }
        return isInner(first) && isInner(last) && text.allSatisfy { isInner($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isQualified(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
    }

    private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLower(byte | 0x20) || isDigit(byte) }
}
