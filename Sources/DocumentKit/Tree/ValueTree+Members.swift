extension ValueTree {
    /// The members of an object, in order; a key may stand there twice when a source said so.
    package struct Members: Sendable, Equatable, RandomAccessCollection {
        private struct Member: Sendable, Equatable {
            var key: String
            var value: ValueTree
        }

        private var storage: [Member] = []

        package init() {}

        package init(_ members: some Sequence<(key: String, value: ValueTree)>) {
            storage = members.map { Member(key: $0.key, value: $0.value) }
        }

        package var startIndex: Int { 0 }
        package var endIndex: Int { storage.count }

        package subscript(position: Int) -> (key: String, value: ValueTree) {
            (storage[position].key, storage[position].value)
        }

        /// The value of a key, the last one when it stands there twice. Setting replaces it in place or adds it at the
        /// end; nil removes every member of that name.
        package subscript(key: String) -> ValueTree? {
            get { storage.last { $0.key.utf8.elementsEqual(key.utf8) }?.value }
            set {
                guard let newValue else {
                    storage.removeAll { $0.key.utf8.elementsEqual(key.utf8) }
                    return
                }
                if let index = storage.lastIndex(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
                    storage[index].value = newValue
                } else {
                    append(key, newValue)
                }
            }
        }

        /// Byte by byte: two spellings of `é` are two keys, unlike in `String`.
        func hasSameKeys(_ other: Members) -> Bool {
            storage.count == other.storage.count
                && zip(storage, other.storage).allSatisfy { $0.key.utf8.elementsEqual($1.key.utf8) }
        }

        /// Adds a member at the end, also when the key is there already.
        package mutating func append(_ key: String, _ value: ValueTree) {
            storage.append(Member(key: key, value: value))
        }

        /// Drops what a later member of the same key replaces.
        mutating func keepLastOfEachKey() {
            if storage.count < 2 { return }
            // Most objects are small: there it is cheaper to compare each key with each than to make a table.
            guard storage.count > 16 else {
                for index in storage.indices.dropLast().reversed()
                where storage[(index + 1)...].contains(where: { $0.key.utf8.elementsEqual(storage[index].key.utf8) }) {
                    storage.remove(at: index)
                }
                return
            }
            var known: Set<[UInt8]> = []
            let last = storage.reversed().filter { known.insert(Array($0.key.utf8)).inserted }
            if last.count < storage.count { storage = last.reversed() }
        }
    }
}

extension ValueTree.Members: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, ValueTree)...) {
        self.init(elements.lazy.map { (key: $0.0, value: $0.1) })
    }
}
