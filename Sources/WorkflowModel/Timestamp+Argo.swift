extension Timestamp {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// As argo writes times in `get`: `Fri Jan 02 15:04:05 -0700`; `offset` is the zone's, in seconds east.
    package func argoText(offset: Int = 0) -> String {
        let magnitude = min(offset.magnitude, 86_399)
        var text = TimeText(self, offset: offset < 0 ? -Int(magnitude) : Int(magnitude))
        text.append(Self.weekdays[text.date.weekday])
        text.append(UInt8(ascii: " "))
        text.append(Self.months[text.date.month - 1])
        text.append(UInt8(ascii: " "))
        text.append(text.date.day, width: 2)
        text.append(UInt8(ascii: " "))
        text.appendTimeOfDay()
        text.append(offset < 0 ? " -" : " +")
        text.append(Int(magnitude) / 3600, width: 2)
        text.append(Int(magnitude) / 60 % 60, width: 2)
        return text.string
    }
}
