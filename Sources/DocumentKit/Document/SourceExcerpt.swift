/// The line around a place, cut to a width a terminal shows, with every control character made harmless.
struct SourceExcerpt: Equatable {
    /// Scalars kept on each side of the place.
    static let reach = 60

    var line: String
    /// The place's column in `line`, from 1.
    var column: Int

    init(around offset: Int, in text: [UInt8]) {
        let offset = min(max(offset, 0), text.count)
        var before: [Unicode.Scalar] = []
        var at = offset
        while at > 0, text[at - 1] != .newline, before.count <= Self.reach {
            var start = at - 1
            while start > 0, at - start < 4, UTF8Sequence.isContinuation(text[start]) { start -= 1 }
            if UTF8Sequence.length(text.span, at: start) != at - start { start = at - 1 }
            if start == 0, at == 3, ByteOrderMark.length(text.span) == 3 { break }
            before.append(Self.visible(text.span, at: start, length: at - start))
            at = start
        }
        var after: [Unicode.Scalar] = []
        at = offset
        while at < text.count, text[at] != .newline, after.count <= Self.reach {
            if text[at] == UInt8(ascii: "\r"), at + 1 == text.count || text[at + 1] == .newline { break }
            let length = UTF8Sequence.length(text.span, at: at) ?? 1
            after.append(Self.visible(text.span, at: at, length: length))
            at += length
        }
        if before.count > Self.reach { before[Self.reach] = "…" }
        if after.count > Self.reach { after[Self.reach] = "…" }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: before.reversed())
        line.append(contentsOf: after)
        self.line = String(line)
        self.column = before.count + 1
    }

    /// One scalar for one scalar, so that a caret stays under its place.
    private static func visible(_ text: borrowing Span<UInt8>, at offset: Int, length: Int) -> Unicode.Scalar {
        guard UTF8Sequence.length(text, at: offset) == length else { return "\u{FFFD}" }
        let scalar = UTF8Sequence.scalar(text, at: offset, length: length)
        if scalar == "\t" { return " " }
        return HiddenScalar.isHidden(scalar) ? "\u{FFFD}" : scalar
    }
}
