import DocumentKit

/// Checks what argo wants to know of a place in HDFS before it reads from it or writes to it.
struct HDFSCheck {
    /// How messages write the way to it: `templates.main.inputs.artifacts.a.hdfs`.
    let path: String

    func run(_ place: DocumentValue?, into findings: inout Findings) {
        guard let place, place.kind == .object else { return }
        let isSet = { (key: String) in place.given(key).map { !$0.isText("") } ?? false }
        if place.given("addresses").map({ $0.count == 0 }) ?? true {
            findings.add(.missingField, "\(path).addresses is required", at: place)
        }
        if let file = place["path"], file.isPlain, let text = file.sentText {
            if text.isEmpty {
                findings.add(.missingField, "\(path).path is required", at: file)
            } else if !text.hasPrefix("/") {
                findings.add(.invalidValue, "\(path).path must be a absolute file path", at: file)
            }
        }
        if !["hdfsUser", "krbCCacheSecret", "krbKeytabSecret"].contains(where: isSet) {
            findings.add(
                .missingField,
                "either \(path).hdfsUser, \(path).krbCCacheSecret or \(path).krbKeytabSecret is required", at: place)
        }
        for (secret, needed) in [
            ("krbKeytabSecret", ["krbServicePrincipalName", "krbConfigConfigMap", "krbUsername", "krbRealm"]),
            ("krbCCacheSecret", ["krbServicePrincipalName", "krbConfigConfigMap"]),
        ] where isSet(secret) && !needed.allSatisfy(isSet) {
            let list =
                needed.dropLast().map { "\(path).\($0)" }.joined(separator: ", ")
                + (needed.last.map { " and \(path).\($0)" } ?? "")
            findings.add(.missingField, "\(list) are required with \(path).\(secret)", at: place)
        }
    }
}
