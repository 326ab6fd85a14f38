import LocalEngine
import TerminalKit
import WorkflowAPI
import WorkflowModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension CommandContext {
    /// The world as it is: this terminal, this clock, the network.
    package static func system(environment: [String: String], executable: String) -> CommandContext {
        let terminal = Terminal.system(environment: environment)
        let servers = CacheFolder.servers(environment: environment)
        let connector = SystemConnector(
            environment: environment, executable: executable, servers: servers,
            isInteractive: terminal.inIsTerminal && terminal.errIsTerminal
        ) { note in
            try? terminal.err.write("wfctl: " + note.sanitized(.message) + "\n")
        }
        var context = CommandContext(
            terminal: terminal, environment: environment, now: systemNow, zoneOffset: systemZoneOffset,
            input: Input(
                readFile: Input.systemFile, isRegularFile: Input.systemHasRegularFile,
                readStandardInput: Input.systemStandardInput,
                listFolder: Input.systemFolder, fetch: fetchManifest),
            contexts: .system(environment: environment), connect: connector.connect, world: connector.world)
        context.trustOnWeb = { try $0.configureForWeb() }
        context.names = .names(environment: environment)
        context.servers = servers
        return context
    }

    private static func systemNow() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
    }

    private static func systemZoneOffset(_ timestamp: Timestamp) -> Int {
        var seconds = time_t(timestamp.seconds)
        var local = tm()
        guard localtime_r(&seconds, &local) != nil else { return 0 }
        return local.tm_gmtoff
    }

    /// A manifest from the web: without credentials, of a manifest's size, from where its address leads to.
    private static func fetchManifest(_ url: String, timeout: Duration) async throws -> [UInt8] {
        let end = ContinuousClock.now + timeout
        var address = url
        for _ in 0..<10 {
            let response = try await fetch(address, timeout: max(.zero, end - .now), for: url)
            switch response.head.status {
            case 200:
                // A page to sign in, most likely.
                if let type = response.head["Content-Type"], type.lowercased().contains("html") {
                    throw InputError(name: url, reason: "it is an HTML page, not a manifest")
                }
                return response.body
            case 300..<400:
                guard let next = response.head["Location"].flatMap({ Origin.resolve($0, at: address) }) else {
                    throw InputError(name: url, reason: "it is elsewhere, and the server does not say where")
                }
                guard next.hasPrefix("https:") || address.lowercased().hasPrefix("http:") else {
                    throw InputError(
                        name: url, reason: "it is elsewhere, without encryption: \(MaskedURL.text(next))")
                }
                address = next
            default: throw InputError(name: url, reason: "the server answered \(response.head.status)")
            }
        }
        throw InputError(name: url, reason: "it leads from place to place without end")
    }

    private static func fetch(_ address: String, timeout: Duration, for url: String) async throws -> HTTPResponse {
        let request = HTTPRequest(.get, address, headers: [.init("Accept", "application/json, */*")])
        do {
            return try await URLSessionTransport().send(request, timeout: timeout, limit: Input.sizeLimit)
        } catch let error as BackendError {
            // Without the hint: it speaks of the server's options, which mean nothing to a manifest's address.
            let diagnostic = Diagnostic(error)
            throw InputError(
                name: url, reason: diagnostic.message, isUnreachable: diagnostic.status == .unreachable)
        }
    }
}
