import Testing

@testable import DocumentKit

/// Texts that are almost right: no crash, no hang, and what is read is written and read again as the same.
@Suite struct JSONMutationTests {
    private static let seeds = [
        #"{"metadata":{"name":"wf","n":-1.5e+10,"é":"\u00e9\ud83d\ude00\n"},"items":[{"a":[1,2,{"b":null}]},{},true]}"#,
        #"{"items":[{"status":{"nodes":{"x":{"phase":"Succeeded","message":"a \"quoted\" text of some length\\"}}}}]}"#,
        #" [ [ ] , { } , "" , 0 , "\\" , "😀 and plain text that is longer than a block" , false ] "#,
    ]

    @Test(arguments: 0..<8)
    func survivesMutation(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        var accepted = 0
        for round in 0..<600 {
            let bytes = random.mutation(of: Array(Self.seeds[round % Self.seeds.count].utf8))
            let words = Result { () throws(DocumentError) in try BlockPath.words.read(bytes) }
            let native = Result { () throws(DocumentError) in try BlockPath.native.read(bytes) }
            #expect(words == native)
            guard case .success(let document) = native else { continue }
            accepted += 1
            for style in [JSONWriter.Style.compact, .pretty] {
                let text = JSONWriter.text(document.root, style: style)
                #expect(try JSONReader.read(Array(text.utf8)) == document)
                #expect(JSONWriter.text(document.root.tree, style: style) == text)
            }
            #expect(document.root.tree.document() == document)
        }
        #expect(accepted > 10)
    }

    @Test(arguments: 0..<8)
    func listsSurviveMutationAndChunking(seed: UInt64) {
        var random = SplitMix64(state: seed)
        for _ in 0..<300 {
            let bytes = random.mutation(of: Array(Self.seeds[1].utf8))
            let size = Int(random.next() % 70) + 1
            #expect(read(bytes, chunks: size) == read(bytes, chunks: bytes.count))
        }
    }

    private func read(_ bytes: [UInt8], chunks: Int) -> [String] {
        var reader = JSONListReader()
        var seen: [String] = []
        do {
            for start in stride(from: 0, to: bytes.count, by: max(chunks, 1)) {
                try reader.append(Array(bytes[start..<min(start + chunks, bytes.count)])) {
                    seen.append(JSONWriter.text($0, style: .compact))
                }
            }
            seen.append(JSONWriter.text(try reader.finish().root, style: .compact))
        } catch {
            seen.append("\(error)")
        }
        return seen
    }
}

/// A small generator whose numbers are the same everywhere.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    static let alphabetOfJSON =
        Array("{}[]\",:\\ \n\t0-1.eEtfnu\u{7F}é".utf8) + [0x00, 0x1B, 0xC2, 0xE2, 0xFF]

    /// A copy with one to three bytes changed, removed, doubled or cut off.
    mutating func mutation(of bytes: [UInt8], alphabet: [UInt8] = Self.alphabetOfJSON) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0..<3, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            switch Int.random(in: 0..<8, using: &self) {
            case 0: bytes.remove(at: place)
            case 1: bytes.removeSubrange(place...)
            case 2: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
            case 3...5: bytes.insert(alphabet.randomElement(using: &self) ?? 0, at: place)
            default: bytes[place] = alphabet.randomElement(using: &self) ?? 0
            }
        }
        return bytes
    }
}
