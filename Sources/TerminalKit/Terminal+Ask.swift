#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Terminal {
    /// Asks `question [y/N]` on stderr and reads the answer from the terminal: true for `y` and `yes`, false for all else;
    /// nil when nobody can be asked.
    package func ask(_ question: String) -> Bool? {
        guard inIsTerminal else { return nil }
        do throws(OutputError) {
            try out.flush()
            try err.write(question + " [y/N] ")
            try err.flush()
        } catch {
            return nil
        }
        let answer = readLine(of: inputDescriptor).lowercased()
        err.noteLineEnd()
        return answer == "y" || answer == "yes"
    }

    /// One line, byte by byte so that what follows it stays unread; empty at the end of the input.
    private func readLine(of descriptor: Int32) -> String {
        var line: [UInt8] = []
        while line.count < 1_024 {
            var byte: UInt8 = 0
            let count = read(descriptor, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            if count != 1 || byte == 0x0A { break }
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self).filter { !$0.isWhitespace }
    }
}
