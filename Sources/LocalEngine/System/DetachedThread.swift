#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A thread of its own for calls that block until another process ends.
package enum DetachedThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    package static func start(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
        let box = Unmanaged.passRetained(Body(body))
        #if canImport(Glibc)
            var thread = pthread_t()
            let code = pthread_create(&thread, nil, { box in Self.enter(box) }, box.toOpaque())
        #else
            var thread: pthread_t?
            let code = pthread_create(&thread, nil, { box in Self.enter(box) }, box.toOpaque())
        #endif
        guard code == 0 else {
            box.release()
            throw SystemError("start", "a thread", code: code)
        }
        #if canImport(Glibc)
            pthread_detach(thread)
        #else
            if let thread { pthread_detach(thread) }
        #endif
    }

    private static func enter(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let box { Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run() }
        return nil
    }
}
