import Testing

@testable import WorkflowAPI

@Suite struct GzipTests {
    /// Made by Python's gzip module.
    static let samples: [(what: String, text: String, packed: String)] = [
        ("nothing", "", "H4sIAAAAAAAC/wMAAAAAAAAAAAA="),
        ("one letter", "a", "H4sIAAAAAAAC/0sEAEO+t+gBAAAA"),
        ("stored", "hello stored world", "H4sIAAAAAAAA/wESAO3/aGVsbG8gc3RvcmVkIHdvcmxkazPIHxIAAAA="),
        ("a name in the header", "named", "H4sICAAAAAAC/2ZpbGUuanNvbgDLS8xNTQEAh8zgcQUAAAA="),
        ("copies that overlap", String(repeating: "abc", count: 100), "H4sIAAAAAAAC/0tMSk4cRcQhAIS4xNAsAQAA"),
        (
            "codes of its own", (0..<120).map { String($0 * $0 * 7919 % 10007) }.joined(separator: ","),
            "H4sIAAAAAAAC/x2SSxKAMAxCL8Si+Sf3v5jgQme0LQ9IH+bsYF0Fc3d0+8NsOnJ3MdOFzm7cGSxyMBWJqyxM7IO9OJTz2Xro"
                + "u0JcJ3r4qqDGbQbMqONeWCvuPRtqvMYKn1ZNDU+4WZNMyYht4ZMOiY87JyK5UEGHjw47ZmFkwGXgomjx7iGbz7QpAxFR8Cbf"
                + "iYouUs4C+14IPyilX+G7+bnMt+tKYNhUDIW/IHwrTA4GGZMKz7jlA1PIEryOx2yYiBGcaqzSyAu3VfoUlJp5q/IDtOb0xgE8"
                + "tUg6iw0GoASzq1S2SMBTzsA94i2azcpI6F8EV1f7soK18egOhyY1tqEJCdCp6bB2U6K6p/CcqbF3dvT+EzSzw83DvDyQ4osQ"
                + "nFHxdhBI59G8Ci/kyeYDftPk/EcCAAA="
        ),
    ]

    @Test(arguments: samples.indices) func unpacksWhatOthersHavePacked(_ index: Int) throws {
        let (_, text, packed) = Self.samples[index]
        let bytes = try #require(Base64.decoded(packed))
        #expect(String(decoding: try Gzip.decompressed(bytes, limit: 10_000), as: UTF8.self) == text)
    }

    /// No byte that is missing or changed goes unnoticed, and none makes it trap or go on for ever.
    @Test(arguments: samples.indices) func refusesWhatIsCutOffOrChanged(_ index: Int) throws {
        let bytes = try #require(Base64.decoded(Self.samples[index].packed))
        let text = Array(Self.samples[index].text.utf8)
        for count in bytes.indices {
            #expect(throws: GzipError.self) { try Gzip.decompressed(Array(bytes[..<count]), limit: 10_000) }
        }
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                // The header tells of times and systems, which are nobody's business here.
                let result = try? Gzip.decompressed(changed, limit: 10_000)
                #expect(result == nil || result == text, "bit \(bit) of byte \(place)")
            }
        }
    }

    @Test func stopsAtTheLimit() throws {
        let packed = try #require(Base64.decoded(Self.samples[4].packed))
        #expect(try Gzip.decompressed(packed, limit: 300).count == 300)
        #expect(throws: GzipError.tooLarge(limit: 299)) { try Gzip.decompressed(packed, limit: 299) }
    }

    @Test(arguments: [[], [0x1F], [0x1F, 0x8B], Array("BZh91AY&SY plain text that is long enough".utf8)])
    func knowsWhatIsNoGzip(_ bytes: [UInt8]) {
        #expect(throws: GzipError.self) { try Gzip.decompressed(bytes, limit: 10) }
        #expect(Gzip.isGzip([0x1F, 0x8B, 8]) && !Gzip.isGzip(bytes))
    }
}
