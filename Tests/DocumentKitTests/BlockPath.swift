@testable import DocumentKit

/// The two ways to look at many bytes at once; every test of the reader holds for both.
enum BlockPath: CaseIterable, Sendable {
    case words
    case native

    func read(_ bytes: [UInt8], options: JSONReader.Options = .init()) throws(DocumentError) -> Document {
        switch self {
        case .words: try JSONReader.read(bytes, options: options, blocks: WordBlocks.self)
        case .native: try JSONReader.read(bytes, options: options, blocks: NativeBlocks.self)
        }
    }
}
