// The forms that are read (RFC 9110, section 5.6.7); the day of the week is not compared with the date:
//
//     Sun, 06 Nov 1994 08:49:37 GMT       what is sent today
//     Sunday, 06-Nov-94 08:49:37 GMT      two digits of a year: 1970 to 2069
//     Sun Nov  6 08:49:37 1994            the oldest

extension Timestamp {
    /// nil for anything but a date as HTTP headers carry it.
    package init?(httpDate text: String) {
        let words = text.split(separator: " ")
        let date: [Substring]
        let time: Substring
        switch words.count {
        case 6 where words[0].hasSuffix(",") && words[5] == "GMT": (date, time) = (Array(words[1...3]), words[4])
        case 4 where words[0].hasSuffix(",") && words[3] == "GMT":
            (date, time) = (words[1].split(separator: "-", omittingEmptySubsequences: false), words[2])
        case 5: (date, time) = ([words[2], words[1], words[4]], words[3])
        default: return nil
        }
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map(Self.number)
        guard date.count == 3, clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            let day = Self.number(date[0]), let month = Self.months.firstIndex(of: date[1]),
            var year = Self.number(date[2])
        else { return nil }
        if date[2].utf8.count == 2 { year += year < 70 ? 2000 : 1900 }
        self.init(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Digits and nothing else.
    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(text) : nil
    }
}
