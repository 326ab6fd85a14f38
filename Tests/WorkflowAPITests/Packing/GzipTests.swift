import Foundation
import TestSupport
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

    /// Texts that packing goes about differently: nothing, noise, copies of every length and from far away.
    static let texts: [[UInt8]] = {
        var random = SeededGenerator(seed: 7)
        let noise = (0..<40_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let letters = (0..<5_000).map { _ in UInt8.random(in: 97...99, using: &random) }
        return [
            [], [0], [1], [0, 0], Array("abc".utf8), noise, letters,
            [UInt8](repeating: 7, count: 100_000), letters + noise.prefix(32_767 - 5_000) + letters,
            letters + noise.prefix(32_768) + letters,
        ]
            + [3, 10, 11, 12, 18, 19, 66, 67, 114, 115, 130, 131, 226, 227, 256, 257, 258, 259, 260].map {
                Array(noise.prefix($0) + [1] + noise.prefix($0))
            }
    }()

    /// Nodes of a large workflow.
    private static var nodes: [UInt8] {
        var random = SeededGenerator(seed: 1)
        let nodes = (0..<500).map { number in
            let id = "nightly-build-x7k2p-\(UInt32.random(in: 0...UInt32.max, using: &random))"
            return #"""
                "\#(id)":{"id":"\#(id)","name":"nightly-build-x7k2p[\#(number / 10)].step-\#(number % 10)","type":"Pod",\
                "phase":"Succeeded","startedAt":"2026-01-02T03:\#(Int.random(in: 10...59, using: &random)):00Z",\
                "resourcesDuration":{"cpu":\#(Int.random(in: 1...99, using: &random)),"memory":5},"progress":"1/1"}
                """#
        }
        return Array("{\(nodes.joined(separator: ","))}".utf8)
    }

    @Test func whatIsPackedUnpacks() throws {
        for text in Self.texts + [Self.nodes] {
            #expect(try Gzip.decompressed(Gzip.compressed(text), limit: 1 << 23) == text, "\(text.count) bytes")
        }
        // Where nothing can be saved, hardly anything is lost.
        #expect(Gzip.compressed(Self.texts[5]).count < 40_000 + 500)
    }

    /// Words of symbols that occur this unevenly would be longer than deflate's may be.
    @Test(arguments: [0, 1, 3, 15, 16, 30]) func codesAreCompleteAndBounded(_ count: Int) {
        let lengths = HuffmanCode.lengths(for: (0..<40).map { $0 < count ? 1 << $0 : 0 })
        #expect(lengths.max() ?? 0 <= HuffmanCode.maximumLength)
        #expect(lengths.reduce(0) { $0 + ($1 > 0 ? 1 << (15 - $1) : 0) } == 1 << 15)
        #expect(lengths.count { $0 > 0 } == max(2, count))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/gzip"), "there is no gzip here"))
    func theSystemUnpacksItTooAndPacksHardlyBetter() async throws {
        let folder = try ScratchFolder()
        func gzip(_ arguments: String...) async throws {
            let result = try await ChildProcess("/usr/bin/gzip", arguments, environment: [:]).result()
            #expect(result.status == 0, "\(result.err)")
        }
        for (number, text) in (Self.texts.prefix(10) + [Self.nodes]).enumerated() {
            let path = folder.path + "/\(number)"
            let packed = Gzip.compressed(text)
            try Data(packed).write(to: URL(filePath: path + ".gz"))
            try await gzip("-d", path + ".gz")
            #expect(try Data(contentsOf: URL(filePath: path)) == Data(text))
            guard text.count > 10_000 else { continue }
            try await gzip("-n", path)
            let size = try Data(contentsOf: URL(filePath: path + ".gz")).count
            #expect(packed.count < size + size / 20 + 300, "\(number): \(packed.count), not \(size)")
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
