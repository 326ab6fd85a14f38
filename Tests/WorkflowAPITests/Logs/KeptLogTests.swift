import Testing

@testable import WorkflowAPI

@Suite struct KeptLogTests {
    /// The lines of a log that comes in pieces of some bytes.
    static func lines(_ bytes: [UInt8], piece: Int) throws -> [String] {
        var log = KeptLog()
        var lines: [String] = []
        for start in stride(from: 0, to: bytes.count, by: piece) {
            try log.append(Array(bytes[start..<min(start + piece, bytes.count)])) {
                lines.append(String(decoding: $0, as: UTF8.self))
            }
        }
        try log.finish { lines.append(String(decoding: $0, as: UTF8.self)) }
        return lines
    }

    /// Made by Python's gzip and tarfile modules.
    static let packed: [(what: String, base64: String, lines: [String])] = [
        ("gzip", "H4sIAAAAAAACA8vPS+UqKc/n5eLKSSwuAQA4wnEuDgAAAA==", ["one", "two\r", "", "last"]),
        (
            "two gzip files in a row", "H4sIAAAAAAACA8vPS+UqAQDVwyLlBQAAAB+LCAAAAAAAAgMrz+cCALE5T6wDAAAA",
            ["one", "two"]
        ),
        (
            "a tar archive with a folder and a file",
            "H4sIAAAAAAACA+3RMQ6CQBRF0alZBSvQQXFYD4UxJsgkgnH7jpbEFo3xnOb97hd3yKdpG9YVi9S2ry2W++ZOXUyhPoQPuE1zfy0vw38anv0v"
                + "/XnclOtb/ZtF/ybud12oo/6ry+Oxmu+5CgAAAAAAAAAAwM95AB+BZwsAKAAA", ["one", "two"]
        ),
        (
            "a tar archive with a long name",
            "H4sIAAAAAAACA+3TMQrCMBSA4Tf3FDlBm4SYTqKjo1cIGHCyUiP2Sp6jF7NY6CBkM6L4f2/I4y2Z/rqpm+0+DLsYDrGXIvQs92q7ssv+vBtt"
                + "jRM1yAdcLyn00/fyn0yr1Tmk43q8f/dUggI2b5br3zuX7X/q/aX/1hsvStN/cd0pVunWURcAAAAAAAAAAAAAAMCPegD91I43ACgAAA==",
            ["one", "two"]
        ),
    ]

    @Test(arguments: packed.indices, [1, 2, 3, 100_000]) func packedLogsAreUnpacked(_ index: Int, _ piece: Int) throws {
        let bytes = try #require(Base64.decoded(Self.packed[index].base64))
        #expect(try Self.lines(bytes, piece: piece) == Self.packed[index].lines)
    }

    @Test(arguments: [1, 2, 3, 100]) func plainLogsPassThrough(_ piece: Int) throws {
        #expect(try Self.lines(Array("one\n\u{1F}\n\rx".utf8), piece: piece) == ["one", "\u{1F}", "\rx"])
        #expect(try Self.lines([0x1F, 0x8B], piece: piece).count == 1)
        #expect(try Self.lines([], piece: piece) == [])
    }

    /// Longer than what comes out at a time, with copies of what has gone by then.
    @Test func aLongLogComesOutWhole() throws {
        let bytes = try #require(Base64.decoded(Self.long))
        let lines = try Self.lines(bytes, piece: 100)
        #expect(lines == (0..<20_000).map { "line \($0 % 7) of a long log" })
    }

    @Test(arguments: [
        ("a tar archive of several files", archiveOfTwo, 4_096), ("a damaged tar archive", shortArchive, 4_096),
        ("packed with gzip, and cut off", packed[0].base64, 25), ("packed with gzip, and damaged", damaged, 4_096),
    ])
    func whatCannotBeReadIsSaid(_ fault: String, _ base64: String, _ count: Int) throws {
        let bytes = try #require(Base64.decoded(base64))
        #expect(throws: BackendError.failed("it is \(fault)")) { try Self.lines(Array(bytes.prefix(count)), piece: 7) }
    }

    private static let archiveOfTwo =
        "H4sIAAAAAAACA+3TMQqDQBAF0Kk9hUdYdfE+CmkVEoPXd5NK0isG32v+MM1M84c4Xir6nL9Z/GaRd/Nn3zepjTqd8Fu8X8vwLCfjnubpUQW3NV61"
        + "/53+n2FZZ/0HAAAAAAAAAPhjG8FjQ38AKAAA"
    private static let shortArchive =
        "H4sIAAAAAAACA0tkoD0wAAIzExMwDQTotLmZCZwNFTczNDRnUDCgg9sYSotLEouAVjKMTJCfl8o1ikfxKB7Fo3joYwDe2DjR0AcAAA=="
    private static let damaged = "H4sIAAAAAAACA8vPS+UqKc/n5eLKSSwuAQA4wnEuDwAAAA=="
    private static let long =
        "H4sIAAAAAAACA+3OqxGAMBBAQU8VVwL/fhCQYSaT9O8AfxK55omntt7tjDH6FUfU3sqbMtRvTtmcs7lkc83mls09m0hISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhI"
        + "SEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEhISEj/kx65Rwo6"
        + "oGgGAA=="
}
