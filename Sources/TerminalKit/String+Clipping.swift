extension String {
    /// This painted line within `width` columns: colours take no room, and none is left open where it is cut.
    func clipped(to width: Int) -> String {
        if utf8.count <= width { return self }
        var text = ""
        var plain = ""
        var rest = self[...]
        var room = width
        while !rest.isEmpty {
            if let sequence = rest.colorSequence {
                text += sequence
                rest = rest.dropFirst(sequence.count)
                continue
            }
            plain = String(rest.prefix { $0 != "\u{1B}" })
            if plain.isEmpty { plain = String(rest.removeFirst()) } else { rest = rest.dropFirst(plain.count) }
            let columns = plain.displayWidth
            // What fits exactly may still be followed by more.
            guard columns < room || columns == room && rest.isOnlyColor else {
                return text + plain.beginning(to: room) + (text.isEmpty ? "" : Style.plain.selection)
            }
            text += plain
            room -= columns
        }
        return text
    }
}

extension Substring {
    /// The control sequence for a colour that it begins with.
    fileprivate var colorSequence: Substring? {
        guard hasPrefix("\u{1B}["), let end = firstIndex(of: "m") else { return nil }
        let sequence = self[...end]
        return sequence.dropFirst(2).dropLast().allSatisfy { $0.isNumber || $0 == ";" } ? sequence : nil
    }

    fileprivate var isOnlyColor: Bool {
        var rest = self
        while let sequence = rest.colorSequence { rest = rest.dropFirst(sequence.count) }
        return rest.isEmpty
    }
}
