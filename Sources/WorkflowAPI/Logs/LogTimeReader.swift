package import WorkflowModel

/// Tells the time that a cluster puts before a line from the line itself.
///
///     2026-01-02T03:04:05.123456789Z hello        nine digits, or fewer; then exactly one space
///     2026-01-02T03:04:05+02:00 hello
///     hello                                       no time: it is all content
///
/// Mostly a line is of the same second as the one before it, which then need not be read again.
package struct LogTimeReader: Sendable {
    /// The last date and time of day, without a fraction, and the moment they stand for.
    private var second: [UInt8] = []
    private var seconds: Int64 = 0

    package init() {}

    /// The time at the start of `line`, and how many bytes spell it; nil when there is none.
    package mutating func time(of line: borrowing Span<UInt8>) -> (time: Timestamp, length: Int)? {
        guard line.count > Self.shortest, line[4] == UInt8(ascii: "-"), line[10] == UInt8(ascii: "T"),
            let length = Self.length(of: line)
        else { return nil }
        if isSameSecond(line), line[length - 1] == UInt8(ascii: "Z"),
            let nanoseconds = Self.nanoseconds(line, to: length - 1)
        {
            return (Timestamp(seconds: seconds, nanoseconds: nanoseconds), length)
        }
        guard let time = Timestamp(rfc3339: line.extracting(0..<length)) else { return nil }
        if line[length - 1] == UInt8(ascii: "Z") {
            second = (0..<19).map { line[$0] }
            seconds = time.seconds
        }
        return (time, length)
    }

    /// `2026-01-02T03:04:05Z`
    private static let shortest = 20
    /// `2026-01-02T03:04:05.123456789+02:00`
    private static let longest = 35

    /// Up to the space that must follow the time.
    private static func length(of line: borrowing Span<UInt8>) -> Int? {
        for place in shortest...min(longest, line.count - 1) where line[place] == 0x20 { return place }
        return nil
    }

    private func isSameSecond(_ line: borrowing Span<UInt8>) -> Bool {
        guard second.count == 19, line[19] == UInt8(ascii: ".") else { return false }
        // The last digits differ first.
        for place in stride(from: 18, through: 0, by: -1) where line[place] != second[place] { return false }
        return true
    }

    /// The fraction from its point to `end`; nil when it is none.
    private static func nanoseconds(_ line: borrowing Span<UInt8>, to end: Int) -> Int32? {
        guard 21...29 ~= end else { return nil }
        var value: Int32 = 0
        for place in 20..<end {
            let digit = line[place] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int32(digit)
        }
        for _ in end..<29 { value *= 10 }
        return value
    }
}
