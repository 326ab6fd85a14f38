import WorkflowModel

// A log file holds one line for every line that a process wrote, as container runtimes keep them:
//
//     2026-01-02T03:04:05.000000006Z stdout F hello
//     2026-01-02T03:04:05.100000000Z stderr P a very long li
//     2026-01-02T03:04:05.100000000Z stderr F ne
//
// The time has always nine digits, so its 30 bytes sort as text. P is a part that the next line of the same stream
// goes on with, F is the end of a line.

/// Which output of a process a line came from.
enum LogStream: String, Sendable, CaseIterable { case stdout, stderr }

/// Puts lines into the form above.
struct LogLineWriter: Sendable {
    /// Longer lines are cut into parts, so that no reader must hold more.
    static let partLimit = 16_384

    private var pending: [LogStream: [UInt8]] = [:]

    /// The file's bytes for what `stream` wrote just now; an unfinished last line waits for its end.
    mutating func lines(_ bytes: [UInt8], from stream: LogStream, at time: Timestamp) -> [UInt8] {
        var out: [UInt8] = []
        let head = Array("\(time.logText) \(stream.rawValue) ".utf8)
        var line = pending.removeValue(forKey: stream) ?? []
        var rest = bytes[...]
        while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
            line += rest[..<newline]
            append(&line, to: &out, head, isWhole: true)
            rest = rest[(newline + 1)...]
        }
        line += rest
        append(&line, to: &out, head, isWhole: false)
        if !line.isEmpty { pending[stream] = line }
        return out
    }

    /// What is left without a newline when the process is over.
    mutating func remainder(at time: Timestamp) -> [UInt8] {
        var out: [UInt8] = []
        for stream in LogStream.allCases {
            guard var line = pending.removeValue(forKey: stream) else { continue }
            append(&line, to: &out, Array("\(time.logText) \(stream.rawValue) ".utf8), isWhole: true)
        }
        return out
    }

    private func append(_ line: inout [UInt8], to out: inout [UInt8], _ head: [UInt8], isWhole: Bool) {
        var rest = line[...]
        while rest.count > Self.partLimit {
            out += head + [UInt8(ascii: "P"), UInt8(ascii: " ")]
            out += rest.prefix(Self.partLimit)
            out.append(UInt8(ascii: "\n"))
            rest = rest.dropFirst(Self.partLimit)
        }
        if isWhole {
            out += head + [UInt8(ascii: "F"), UInt8(ascii: " ")]
            out += rest
            out.append(UInt8(ascii: "\n"))
            rest = []
        }
        line = Array(rest)
    }
}

extension Timestamp {
    /// RFC 3339 with nine digits.
    var logText: String {
        let whole = Timestamp(seconds: seconds).rfc3339.dropLast()
        let fraction = String(nanoseconds)
        return "\(whole).\(String(repeating: "0", count: 9 - fraction.count))\(fraction)Z"
    }
}
