/// What a YAML text says of a document beyond its values. A class, so that documents stay small.
final class YAMLNotes: Sendable {
    /// Where the values of some entries stand in the source.
    let origins: YAMLOrigins
    /// How many of the document's bytes are the source text; what follows was made.
    let sourceCount: Int
    /// Tags that mean something to an application only, by tape index.
    let tags: [TagNote]

    init(origins: YAMLOrigins, sourceCount: Int, tags: [TagNote]) {
        self.origins = origins
        self.sourceCount = sourceCount
        self.tags = tags
    }
}

/// A tag beside a value: `!secret`, or a whole one such as `tag:example.com,2000:app/item`.
struct TagNote: Sendable, Equatable {
    var index: Int
    var tag: String
}
