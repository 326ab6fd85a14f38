/// What a YAML text says of a document beyond its values. A class, so that documents stay small.
final class YAMLNotes: Sendable {
    /// Where values stand in the source, as far as their tape entries do not tell.
    ///
    /// Most text is used where it stands, so its entry starts at the value, or behind its quote. Noted are the others:
    /// values that were made, have a tag or an anchor before them, or repeat another through an alias.
    let origins: TapeNotes<Int>
    /// How many of the document's bytes are the source text; what follows was made.
    let sourceCount: Int
    /// Tags beside the core schema: `!secret`, or a whole one such as `tag:example.com,2000:app/item`.
    let tags: TapeNotes<String>
    /// Mappings with several merge keys: where on the tape, behind all values, the last two of these keys stand.
    let repeatedMerges: TapeNotes<Int>

    init(
        origins: TapeNotes<Int>, sourceCount: Int, tags: TapeNotes<String>,
        repeatedMerges: TapeNotes<Int>
    ) {
        self.origins = origins
        self.sourceCount = sourceCount
        self.tags = tags
        self.repeatedMerges = repeatedMerges
    }
}
