import Foundation
import TestSupport
import Testing

/// Whole scenarios at the command line; see `Transcript` for the form of the files.
@Suite struct TranscriptTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

    @Test(arguments: Transcript.names(in: folder)) func printsWhatIsWritten(_ name: String) async throws {
        let mismatch = try await Transcript(Self.folder.appending(path: name)).mismatch()
        #expect(mismatch == nil, "\(mismatch ?? "")")
    }

    @Test func thereAreTranscripts() {
        #expect(Transcript.names(in: Self.folder).count >= 8)
    }
}
