import DocumentKit
import Testing

@Suite struct SourceLinesTests {
    /// Lines of all lengths, with letters of several bytes, quotes and placeholders that stand several times.
    static let yaml =
        "\u{FEFF}a: {b: 'ä {{x}} {{y}} {{x}}', c: [1, \"\\u007b{z}} {{ y }}\"]}\n"
        + (0..<300).map { "k\($0): |\n  {{ p\($0) }} ü {{q}}\n  {{q}}{{r}}{{\n" }.joined()

    @Test func tellTheSamePlacesAsTheValuesThemselves() throws {
        let document = try #require(try YAMLReader.readAll(Array(Self.yaml.utf8)).first)
        var lines = SourceLines(of: document)
        var open = [document.root]
        var count = 0
        while let value = open.popLast() {
            open += value.fields.flatMap { [$0.key, $0.value] } + value.elements.map(\.self)
            #expect(lines.error("m", at: value) == value.error("m"))
            for part in ["{{x}}", "{{y}}", "{{ y }}", "{{z}}", "{{q}}", "{{r}}", "{{ p299 }}", "{{", "nowhere"] {
                #expect(lines.error("m", at: value, part: part) == value.error("m", at: part), "\(part)")
            }
            count += 1
        }
        #expect(count > 600)
    }

    @Test func fitDocumentsOfOneTextOnly() throws {
        let documents = try YAMLReader.readAll(Array("a: 1\n---\nb: 2\n".utf8))
        let other = try #require(try YAMLReader.readAll(Array("a: 1\n".utf8)).first)
        var lines = SourceLines(of: documents[0])
        #expect(lines.fits(documents[1]) && !lines.fits(other))
        #expect(lines.error("m", at: documents[1].root).position.line == 3)
    }
}
