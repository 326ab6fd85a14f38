import DocumentKit
import WorkflowModel

/// What an answer that is no success says.
///
/// ```
/// {"code":5,"message":"workflows.argoproj.io \"x\" not found"}      an Argo Server
/// data: {"error":{"grpc_code":5,"http_code":404,"message":"…"}}     the same, before a stream
/// {"kind":"Status","reason":"NotFound","code":404,"message":"…"}    Kubernetes
/// {"error":"Execution not found"}                                   dashboards
/// {"success":false,"message":"Workflow not found"}                  the latter as well
/// <html>…<title>502 Bad Gateway</title>…                            somebody in between
/// ```
struct FailedAnswer: Error, Equatable {
    var error: BackendError
    /// The server does not know the route, which is not the same as not knowing the object.
    var isUnknownRoute: Bool
    /// Whether asking again may help.
    var transience: Transience
    /// A page for people: who made it is no server of the API, and may not know what became of the request.
    var isPage = false

    /// `now` is for dates in the answer.
    init(_ request: HTTPRequest, _ head: HTTPHead, body: [UInt8], in dialect: Dialect, now: Timestamp) {
        let retryAfter = RetryAfter.seconds(head, now: now)
        if head.status == 407 {
            // No server says that of itself.
            self.init(.proxyDenied(before: request.authority))
        } else if (300..<400).contains(head.status) {
            self.init(Redirect(request, head).error)
        } else if HTMLPage.isPage(head, body) {
            let error = HTMLPage(body).error(status: head.status, url: request.url, retryAfter: retryAfter)
            self.init(error, isUnknownRoute: head.status == 404, retryAfter: retryAfter)
            isPage = true
        } else if let document = try? JSONReader.read(Self.payload(body)), document.root.kind == .object {
            self.init(document.root, head, dialect, retryAfter)
        } else {
            self.init(text: Self.excerpt(body), head, retryAfter)
        }
    }

    /// `code` is the gRPC code that came with it.
    private init(
        _ error: BackendError, isUnknownRoute: Bool = false, code: Int? = nil, retryAfter: Int? = nil
    ) {
        self.error = error
        self.isUnknownRoute = isUnknownRoute
        switch (error.transience, code) {
        // An Argo Server says 500 to mistakes of its users too: always with this code, and often with the others.
        case (.passing, GRPCStatus.unknown): transience = .lasting
        case (.passing, GRPCStatus.internal), (.passing, GRPCStatus.dataLoss): transience = .doubtful
        case (.passing, _): transience = .passing(after: .seconds(retryAfter ?? 0))
        case (let other, _): transience = other
        }
    }

    private init(_ root: DocumentValue, _ head: HTTPHead, _ dialect: Dialect, _ retryAfter: Int?) {
        let inner = root["error"]
        let message = root["message"]?.string ?? inner?.string ?? inner?["message"]?.string
        let isKubernetes = root["kind"]?.string == "Status"
        let code = isKubernetes ? nil : root["code"]?.int ?? inner?["grpc_code"]?.int
        let isUnknown =
            head.status == 501 || head.status == 405 || code == GRPCStatus.unimplemented
            // Gateways say 404 too; only the API's own word means that the object is not there.
            || head.status == 404 && !dialect.meansMissing(root)
        let text = message ?? ""
        guard !isUnknown else {
            self.init(Self.server(head, text), isUnknownRoute: true)
            return
        }
        self.init(Self.error(head, text, retryAfter), code: code, retryAfter: retryAfter)
    }

    /// The same 404, from who cannot be the API after all.
    var ofAnotherServer: FailedAnswer {
        FailedAnswer(.server(status: 404, message: error.message), isUnknownRoute: true)
    }

    private init(text: String, _ head: HTTPHead, _ retryAfter: Int?) {
        if [404, 405, 501].contains(head.status) {
            self.init(Self.server(head, text), isUnknownRoute: true)
        } else {
            self.init(Self.error(head, text, retryAfter), retryAfter: retryAfter)
        }
    }

    /// Most cases do not keep the status, which is all there is to tell where the server gives no reason.
    private static func error(_ head: HTTPHead, _ text: String, _ retryAfter: Int?) -> BackendError {
        let error = BackendError(status: head.status, message: text, retryAfter: retryAfter)
        guard text.isEmpty else { return error }
        if case .server = error { return server(head, text) }
        return error.saying { _ in "the server answered \(head.status) without a reason" }
    }

    private static func server(_ head: HTTPHead, _ text: String) -> BackendError {
        .server(status: head.status, message: text.isEmpty ? "no reason was given" : text)
    }

    /// The JSON of a body, out of its event frame when it has one.
    private static func payload(_ body: [UInt8]) -> [UInt8] {
        let marker = Array("data:".utf8)
        guard body.starts(with: marker) else { return body }
        return Array(body.dropFirst(marker.count).prefix { $0 != UInt8(ascii: "\n") })
    }

    /// A text as a message: one paragraph, not endless.
    private static func excerpt(_ body: [UInt8]) -> String {
        let text = String(decoding: body.prefix(4_000), as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 500 ? words.prefix(500) + "…" : words
    }
}

extension BackendError {
    /// What a request threw, whatever it came wrapped in; nil for a cancellation and for a caller's own errors.
    init?(of error: any Error) {
        guard let inner = (error as? FailedAnswer)?.error ?? error as? BackendError else { return nil }
        self = inner
    }
}
