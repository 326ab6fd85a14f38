/// The time zones that a cron workflow can name.
///
/// The database grows by a name in some years: one that is not here may yet be known to a server.
enum TimeZones {
    /// `Europe/Berlin`; made on first use, which few manifests need.
    static let names: [String] = text.split(separator: "\n").flatMap { line in
        let words = line.split(separator: " ")
        let region = words.first.map { $0 == "-" ? "" : "\($0)/" } ?? ""
        return words.dropFirst().map { region + $0 }
    }

    /// As Go's `time.LoadLocation` takes it.
    static func isKnown(_ name: String) -> Bool { name == "Local" || names.contains(name) }
}
