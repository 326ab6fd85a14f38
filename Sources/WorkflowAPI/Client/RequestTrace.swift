/// One request as `--verbose` shows it; credentials are masked, headers and bodies are not in here.
package struct RequestTrace: Sendable, Equatable {
    package var method: HTTPRequest.Method
    package var url: String
    /// nil when no answer came.
    package var status: Int?
    /// Of the answer's body, as far as it was read.
    package var bytes: Int
    package var duration: Duration
    package var failure: String?
    /// When it will be tried again, if it will.
    package var retry: String?

    package init(
        _ method: HTTPRequest.Method, _ url: String, status: Int?, bytes: Int, duration: Duration,
        failure: String? = nil, retry: String? = nil
    ) {
        self.method = method
        self.url = MaskedURL.text(url)
        self.status = status
        self.bytes = bytes
        self.duration = duration
        self.failure = failure
        self.retry = retry
    }

    /// `GET https://argo:2746/api/v1/version 200, 151 bytes, 12 ms`
    package var line: String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        var line = "\(method.rawValue) \(url) \(status.map(String.init) ?? "-"), \(bytes) bytes, \(milliseconds) ms"
        if let failure { line += ", \(failure)" }
        if let retry { line += "; \(retry)" }
        return line
    }
}
