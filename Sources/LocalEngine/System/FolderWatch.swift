#if canImport(Glibc)
    import Glibc
#endif

/// Tells which files of a folder changed, without looking at each of them.
struct FolderWatch {
    #if canImport(Glibc)
        private let file: FileDescriptor?

        init(_ path: String) {
            let raw = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            guard raw >= 0 else {
                file = nil
                return
            }
            let events = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_DELETE)
            let opened = FileDescriptor(owning: raw)
            file = inotify_add_watch(raw, path, events) >= 0 ? opened : nil
        }

        /// Names of files that changed since the last call; nil when any may have.
        ///
        /// The kernel writes `wd, mask, cookie, length` (four bytes each) and a name of `length` bytes, zeros at its end.
        func changes() -> Set<String>? {
            guard let file else { return nil }
            var names: Set<String> = []
            while case .bytes(let bytes) = try? file.read(upTo: 16_384) {
                var place = 0
                while place + 16 <= bytes.count {
                    let (mask, length) = bytes.withUnsafeBytes { buffer in
                        (
                            buffer.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self),
                            Int(buffer.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
                        )
                    }
                    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return nil }
                    guard place + 16 + length <= bytes.count else { return nil }
                    let name = bytes[(place + 16)..<(place + 16 + length)].prefix { $0 != 0 }
                    names.insert(String(decoding: name, as: UTF8.self))
                    place += 16 + length
                }
            }
            return names
        }
    #else
        init(_ path: String) {}
        func changes() -> Set<String>? { nil }
    #endif
}
