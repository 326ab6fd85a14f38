#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A blocking TCP socket of this machine, as little as the loopback server needs.
struct LoopbackSocket: Sendable {
    enum Failure: Error {
        case system(String, errno: Int32)
    }

    let descriptor: Int32

    /// Listens on a free port of 127.0.0.1 or ::1, or at a path; a deaf one only keeps others from doing so.
    static func listening(
        on address: LoopbackServer.Address, isDeaf: Bool = false
    ) throws -> (socket: LoopbackSocket, port: UInt16) {
        var (storage, length) = try socketAddress(address)
        let first = try bound(to: &storage, &length)
        var descriptor = first
        // A port that was asked for by its number stays this server's even while it does not listen.
        if !isDeaf, Int32(storage.ss_family) != AF_UNIX {
            defer { close(first) }
            descriptor = try bound(to: &storage, &length)
        }
        let socket = LoopbackSocket(descriptor: descriptor)
        guard isDeaf || socket.listens() else {
            let failure = Failure.system("listen", errno: errno)
            close(descriptor)
            throw failure
        }
        // The port stands at the same offset in both families.
        let port = withUnsafeBytes(of: &storage) { UInt16($0[2]) << 8 | UInt16($0[3]) }
        return (socket, port)
    }

    /// A socket with that address, which is then told the port that it got.
    private static func bound(to storage: inout sockaddr_storage, _ length: inout socklen_t) throws -> Int32 {
        #if canImport(Glibc)
            let descriptor = Glibc.socket(Int32(storage.ss_family), Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = Darwin.socket(Int32(storage.ss_family), SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw Failure.system("socket", errno: errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var one: Int32 = 1
        _ = setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        let isBound = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else {
            let failure = Failure.system("bind", errno: errno)
            close(descriptor)
            throw failure
        }
        return descriptor
    }

    /// Takes connections from now on, also once more after it was shut down.
    func listens() -> Bool { listen(descriptor, 512) == 0 }

    private static func socketAddress(
        _ address: LoopbackServer.Address
    ) throws -> (sockaddr_storage, socklen_t) {
        var storage = sockaddr_storage()
        let length = try withUnsafeMutableBytes(of: &storage) { bytes in
            switch address {
            case .v4:
                bytes.withMemoryRebound(to: sockaddr_in.self) {
                    $0[0].sin_family = sa_family_t(AF_INET)
                    $0[0].sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
                }
                return MemoryLayout<sockaddr_in>.size
            case .v6:
                bytes.withMemoryRebound(to: sockaddr_in6.self) {
                    $0[0].sin6_family = sa_family_t(AF_INET6)
                    $0[0].sin6_addr = in6addr_loopback
                }
                return MemoryLayout<sockaddr_in6>.size
            case .unix(let path):
                let offset = MemoryLayout.offset(of: \sockaddr_un.sun_path) ?? 2
                guard path.utf8.count < MemoryLayout<sockaddr_un>.size - offset else {
                    throw Failure.system("path", errno: ENAMETOOLONG)
                }
                bytes.withMemoryRebound(to: sockaddr_un.self) { $0[0].sun_family = sa_family_t(AF_UNIX) }
                bytes[offset...].copyBytes(from: path.utf8)
                return MemoryLayout<sockaddr_un>.size
            }
        }
        return (storage, socklen_t(length))
    }

    func accepted() -> LoopbackSocket? {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return nil }
        // No process that a test starts keeps it open.
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        // Every part of an answer leaves at once, not when the previous one has been acknowledged.
        var one: Int32 = 1
        _ = setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        return LoopbackSocket(descriptor: connection)
    }

    /// At most that many bytes; empty when the peer has closed or the connection is broken.
    func read(upTo count: Int = 65_536) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = max(0, recv(descriptor, buffer.baseAddress, count, 0))
        }
    }

    func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, flags)
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Wakes whoever is blocked in a call on this socket.
    func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

    func closeDescriptor() { _ = close(descriptor) }

    /// Makes the close that follows a TCP reset.
    func resetOnClose() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
    }
}
