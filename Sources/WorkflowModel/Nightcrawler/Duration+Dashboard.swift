// Both spellings that a dashboard has:
//
//     10:25        minutes and seconds, in definitions
//     00:10:25     hours before them, in executions

extension Duration {
    /// nil for anything but digits in two or three groups, the groups behind the first below 60.
    package init?(dashboard text: String) {
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        guard 2...3 ~= groups.count else { return nil }
        var seconds = 0
        for (place, group) in groups.enumerated() {
            // Nine digits of hours still fit.
            guard 1...9 ~= group.utf8.count, group.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(group),
                place == 0 || number < 60
            else { return nil }
            seconds = seconds * 60 + number
        }
        self = .seconds(seconds)
    }
}
