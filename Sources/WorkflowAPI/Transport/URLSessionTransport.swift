import Dispatch
import Foundation
import Synchronization
#if canImport(FoundationNetworking)
    import CurlShim
    import FoundationNetworking
#endif

/// HTTP through URLSession.
///
/// URLSession on Linux deadlocks, traps or leaks credentials when used in the obvious ways. What keeps this one upright:
/// only the data delegate; its callbacks run where URLSession works, without an operation queue in between; tasks are
/// made and cancelled on one private queue; a slow reader pauses libcurl, not the task; redirects and authentication
/// challenges are refused; no timeouts but our own.
package struct URLSessionTransport: HTTPTransport {
    package init() {}

    package func send(_ request: HTTPRequest, timeout: Duration, limit: Int) async throws -> HTTPResponse {
        let task = SessionTask(try SharedSession.current(), try Self.urlRequest(request))
        let transfer = UnaryTransfer(
            authority: TLSOptions.peer(of: request), isAnonymous: TLSOptions.isAnonymous(request), limit: limit,
            control: task)
        task.start(transfer)
        return try await transfer.response(within: timeout)
    }

    package func stream(_ request: HTTPRequest, timeout: Duration, idle: Duration?) async throws -> HTTPStream {
        let task = SessionTask(try SharedSession.current(), try Self.urlRequest(request))
        let transfer = StreamTransfer(
            authority: TLSOptions.peer(of: request), isAnonymous: TLSOptions.isAnonymous(request), control: task)
        let body = StreamBody(transfer)
        task.start(transfer)
        let head = try await transfer.head(within: timeout)
        if let idle { transfer.watchSilence(idle) }
        return HTTPStream(head: head, body: body)
    }

    private static func urlRequest(_ request: HTTPRequest) throws(BackendError) -> URLRequest {
        try request.validate()
        guard let url = URL(string: request.url), url.host != nil else {
            throw .invalid("'\(request.authority)' does not make a valid http or https URL")
        }
        var result = URLRequest(url: url)
        result.httpMethod = request.method.rawValue
        result.httpBody = request.body.map { Data($0) }
        for header in request.headers {
            result.addValue(try lines(of: header), forHTTPHeaderField: header.name)
        }
        // The answers are text that is looked at while it comes; a decompressor would only hold bytes back.
        var defaults = ["Accept-Encoding": "identity", "User-Agent": "wfctl"]
        if request.body != nil { defaults["Content-Type"] = "application/json" }
        for (name, value) in defaults where result.value(forHTTPHeaderField: name) == nil {
            result.setValue(value, forHTTPHeaderField: name)
        }
        return result
    }

    /// URLSession knows one line of each name, and would join others with a comma.
    private static func lines(of header: HTTPRequest.Header) throws(BackendError) -> String {
        if header.furtherValues.isEmpty { return header.value }
        #if canImport(FoundationNetworking)
            return ([header.value] + header.furtherValues).joined(separator: WFCTL_LINE_SEPARATOR)
        #else
            throw .invalid("header '\(header.name)' would need several lines, which cannot be sent on this platform")
        #endif
    }
}

/// One task of the session, which is only ever touched on the session's queue.
private final class SessionTask: TransferControl {
    private let session: SharedSession
    private let request: URLRequest
    private let task = Mutex<URLSessionTask?>(nil)

    init(_ session: SharedSession, _ request: URLRequest) {
        self.session = session
        self.request = request
    }

    func start(_ transfer: any Transfer) {
        session.queue.async { [self] in
            guard !transfer.isOver else { return }
            let task = session.makeTask(request, for: transfer)
            self.task.withLock { $0 = task }
            task.resume()
        }
    }

    func stop() {
        session.queue.async { [self] in task.withLock { $0 }?.cancel() }
    }

    #if canImport(FoundationNetworking)
        func hold() -> @Sendable () -> Void {
            // `suspend` would send the request again on resuming, so it is libcurl that pauses.
            let transfer = wfctl_curl_hold()
            return { [session] in session.onIOQueue { wfctl_curl_release(transfer) } }
        }
    #else
        func hold() -> @Sendable () -> Void {
            session.queue.async { [self] in task.withLock { $0 }?.suspend() }
            return { [self] in session.queue.async { [self] in task.withLock { $0 }?.resume() } }
        }
    #endif
}

/// The session of this process: connections are shared by everything it does.
private final class SharedSession: Sendable {
    /// `dataTask`, `resume` and `cancel` wait for URLSession's own queue, so they may not run on Swift's thread pool.
    let queue = DispatchQueue(label: "wfctl.urlsession")
    private let router: SessionRouter
    private let session: URLSession

    private static let shared = Result<SharedSession, BackendError> { () throws(BackendError) in try SharedSession() }

    static func current() throws(BackendError) -> SharedSession { try shared.get() }

    private init() throws(BackendError) {
        NetworkEnvironment.prepare
        #if canImport(FoundationNetworking)
            if let problem = wfctl_curl_problem() { throw .unreachable(String(cString: problem)) }
        #endif
        router = SessionRouter(queue: queue)
        session = URLSession(
            configuration: NetworkEnvironment.withoutUserDirectories(Self.configuration), delegate: router,
            delegateQueue: CallbackQueue())
    }

    func makeTask(_ request: URLRequest, for transfer: any Transfer) -> URLSessionTask {
        let task = session.dataTask(with: request)
        router.add(transfer, for: task)
        return task
    }

    #if canImport(FoundationNetworking)
        /// Runs `body` where URLSession calls libcurl. This callback is the one that comes there without being asked.
        func onIOQueue(_ body: @escaping @Sendable () -> Void) { session.getAllTasks { _ in body() } }
    #endif

    private static func configuration() -> URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        // Streams stay open, and a request must never queue behind them.
        configuration.httpMaximumConnectionsPerHost = 10_000
        // Ten years: the deadlines are our own. Infinity would trap.
        configuration.timeoutIntervalForRequest = 315_360_000
        return configuration
    }
}

/// Where URLSession runs the delegate's callbacks: right where it is, on Linux.
///
/// An operation for each piece would cost more than receiving it, and whatever piled up in a queue could not be held
/// back. `@unchecked` because OperationQueue is; this class adds no state.
private final class CallbackQueue: OperationQueue, @unchecked Sendable {
    override init() {
        super.init()
        maxConcurrentOperationCount = 1
    }

    #if canImport(FoundationNetworking)
        override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
    #endif
}

/// The session's delegate: hands each callback to the transfer it belongs to.
private final class SessionRouter: NSObject, URLSessionDataDelegate, Sendable {
    private struct State {
        var transfers: [Int: any Transfer] = [:]
        /// Tasks cancelled because their 401 came with a challenge; the 401 is their answer.
        var challenged: Set<Int> = []
    }

    private let state = Mutex(State())
    private let queue: DispatchQueue

    init(queue: DispatchQueue) { self.queue = queue }

    func add(_ transfer: any Transfer, for task: URLSessionTask) {
        state.withLock { $0.transfers[task.taskIdentifier] = transfer }
    }

    private func transfer(_ task: URLSessionTask) -> (any Transfer)? {
        state.withLock { $0.transfers[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        // 1xx answers come this way too, before the real one.
        if let head = Self.head(response), head.status >= 200 { transfer(dataTask)?.receive(head) }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        if !data.isEmpty { transfer(dataTask)?.receive([UInt8](data)) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let (transfer, wasChallenged) = state.withLock { state in
            (
                state.transfers.removeValue(forKey: task.taskIdentifier),
                state.challenged.remove(task.taskIdentifier) != nil
            )
        }
        let error = wasChallenged && (error as? URLError)?.code == .cancelled ? nil : error
        // A redirect to nowhere is the one answer that comes without the response callback.
        if error == nil, let head = Self.head(task.response) { transfer?.receive(head) }
        transfer?.finish(error)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        // It would carry every header, credentials included, to wherever the server says.
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler:
            @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        #if canImport(Darwin)
            let (disposition, credential) = (TLSOptions.configured.withLock { $0 } ?? TLSOptions()).answer(
                to: challenge)
            completionHandler(disposition, credential)
        #else
            _ = state.withLock { $0.challenged.insert(task.taskIdentifier) }
            // The handler cancels the task, which must not happen on URLSession's own queue.
            queue.async { completionHandler(.cancelAuthenticationChallenge, nil) }
        #endif
    }

    private static func head(_ response: URLResponse?) -> HTTPHead? {
        guard let response = response as? HTTPURLResponse else { return nil }
        let headers = response.allHeaderFields.compactMap { name, value -> HTTPRequest.Header? in
            guard let name = name as? String, let value = value as? String else { return nil }
            return HTTPRequest.Header(name, value)
        }
        return HTTPHead(status: response.statusCode, headers: headers.sorted { $0.name < $1.name })
    }
}
