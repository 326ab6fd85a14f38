import DocumentKit

/// The objects that a list has brought so far, eight bytes each.
struct ListIdentities {
    private var hashes: Set<Int> = []
    private let isNeeded: Bool

    /// A list that comes in one piece has no need to remember.
    init(isNeeded: Bool) { self.isNeeded = isNeeded }

    /// Remembers an object; false when it was there already.
    mutating func insert(_ object: DocumentValue) -> Bool {
        guard isNeeded else { return true }
        var hasher = Hasher()
        let metadata = object["metadata"]
        if let uid = metadata?["uid"]?.string, !uid.isEmpty {
            hasher.combine(uid)
        } else if metadata?["name"]?.string != nil {
            // Names come again after a deletion, and the archive keeps the old ones.
            for key in ["namespace", "name", "creationTimestamp"] { hasher.combine(metadata?[key]?.string) }
        } else {
            // Broken items without a name are not all the same one.
            hasher.combine(JSONWriter.text(object, style: .compact))
        }
        return hashes.insert(hasher.finalize()).inserted
    }
}
