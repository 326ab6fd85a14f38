// The forms that are read:
//
//     2026-01-02T03:04:05Z             what the Kubernetes API writes
//     2026-01-02T03:04:05.000006Z      its MicroTime; up to nine digits count, further ones are dropped
//     2026-01-02t03:04:05.5+05:30      lower case and zone offsets, as RFC 3339 allows
//     2016-12-31T23:59:60Z             a leap second, taken as the second after it
//
// The first nineteen bytes have fixed places; a fraction and a zone follow.

extension Timestamp {
    /// nil for anything but a whole RFC 3339 time.
    package init?(rfc3339 text: String) {
        self.init(rfc3339: Array(text.utf8).span)
    }

    package init?(rfc3339 text: borrowing Span<UInt8>) {
        guard text.count >= 20, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[10] | 0x20 == UInt8(ascii: "t"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":")
        else { return nil }
        let century = text.pair(at: 0)
        let yearOfCentury = text.pair(at: 2)
        var place = 19
        guard century < 100, yearOfCentury < 100, let nanosecond = Self.fraction(in: text, at: &place),
            let offset = Self.zone(in: text, at: place)
        else { return nil }
        self.init(
            year: century * 100 + yearOfCentury, month: text.pair(at: 5), day: text.pair(at: 8),
            hour: text.pair(at: 11), minute: text.pair(at: 14), second: text.pair(at: 17),
            nanosecond: nanosecond, offset: offset)
    }

    /// Reads `.` and digits, if they are there, and moves `place` past them.
    private static func fraction(in text: borrowing Span<UInt8>, at place: inout Int) -> Int32? {
        guard text[place] == UInt8(ascii: ".") else { return 0 }
        place += 1
        let start = place
        var value: Int32 = 0
        while place < text.count, case let digit = text[place] &- UInt8(ascii: "0"), digit < 10 {
            if place - start < 9 { value = value * 10 + Int32(digit) }
            place += 1
        }
        guard place > start else { return nil }
        for _ in 0..<max(0, 9 - (place - start)) { value *= 10 }
        return value
    }

    /// Reads `Z` or `±hh:mm`, which must end the text; seconds east of UTC.
    private static func zone(in text: borrowing Span<UInt8>, at place: Int) -> Int? {
        guard place < text.count else { return nil }
        let sign = text[place]
        if sign | 0x20 == UInt8(ascii: "z") { return place + 1 == text.count ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), place + 6 == text.count,
            text[place + 3] == UInt8(ascii: ":")
        else { return nil }
        let hours = text.pair(at: place + 1)
        let minutes = text.pair(at: place + 4)
        guard hours < 24, minutes < 60 else { return nil }
        let offset = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -offset : offset
    }

    /// In UTC, with as many digits of a fraction as it needs: `2026-01-02T03:04:05.5Z`.
    package var rfc3339: String {
        var text = TimeText(self)
        text.append(text.date.year, width: 4)
        text.append(UInt8(ascii: "-"))
        text.append(text.date.month, width: 2)
        text.append(UInt8(ascii: "-"))
        text.append(text.date.day, width: 2)
        text.append(UInt8(ascii: "T"))
        text.appendTimeOfDay()
        if nanoseconds > 0 {
            var digits = 9
            var value = Int(nanoseconds)
            while value % 10 == 0 {
                value /= 10
                digits -= 1
            }
            text.append(UInt8(ascii: "."))
            text.append(value, width: digits)
        }
        text.append(UInt8(ascii: "Z"))
        return text.string
    }
}

extension Span<UInt8> {
    /// The number two ASCII digits write; 100, which no field of a time takes, for anything else.
    @inline(__always)
    fileprivate func pair(at place: Int) -> Int {
        let tens = self[place] &- UInt8(ascii: "0")
        let ones = self[place + 1] &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int(tens) &* 10 &+ Int(ones) : 100
    }
}
