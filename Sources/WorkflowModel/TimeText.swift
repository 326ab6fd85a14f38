/// Builds the text of one moment as seen in one zone.
struct TimeText {
    let date: CivilDate
    private let secondOfDay: Int
    private var bytes: [UInt8] = []

    /// `offset` is the zone's, in seconds east.
    init(_ time: Timestamp, offset: Int = 0) {
        let local = Int(time.seconds) &+ offset
        let days = local.flooredQuotient(by: 86_400)
        date = CivilDate(daysSinceEpoch: days)
        secondOfDay = local - days * 86_400
        bytes.reserveCapacity(32)
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// A number that is not negative, padded with zeros to `width` digits.
    mutating func append(_ number: Int, width: Int) {
        var scale = 1
        for _ in 1..<max(1, width) { scale *= 10 }
        while number / scale >= 10 { scale *= 10 }
        while scale > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / scale % 10))
            scale /= 10
        }
    }

    /// `15:04:05`
    mutating func appendTimeOfDay() {
        append(secondOfDay / 3600, width: 2)
        append(UInt8(ascii: ":"))
        append(secondOfDay / 60 % 60, width: 2)
        append(UInt8(ascii: ":"))
        append(secondOfDay % 60, width: 2)
    }
}
