/// The version that an Argo Server puts into the headers of its successes: `v4.1.2`.
struct ServerVersion: Equatable {
    var major: Int

    /// nil for builds without a number, and for servers that say nothing.
    init?(_ head: HTTPHead) {
        guard let text = head["Grpc-Metadata-Argo-Version"], text.first == "v" else { return nil }
        guard let major = Int(text.dropFirst().prefix { $0 != "." }) else { return nil }
        self.major = major
    }

    /// Older servers take `nameFilter` for nothing or for live workflows only, and want the exact name of the others.
    var filtersNames: Bool { major >= 4 }
}
