import TestSupport
import Testing
import WorkflowAPI

/// Something that goes wrong between a server and the tool, and what a user must get to see of it.
struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var answer: LoopbackAnswer
    var status: Int32
    /// Stands in the error.
    var message: String
    /// Stands in the hint; nil where there is none.
    var hint: String?
    /// Whether a write may have been carried out all the same.
    var mayHideSuccess: Bool

    init(
        _ name: String, _ answer: LoopbackAnswer, _ status: Int32, _ message: String, hint: String? = nil,
        mayHideSuccess: Bool = true
    ) {
        testDescription = name
        self.answer = answer
        self.status = status
        self.message = message
        self.hint = hint
        self.mayHideSuccess = mayHideSuccess
    }

    private static func error(_ status: Int, _ code: Int, _ message: String) -> LoopbackAnswer {
        .json(#"{"code":\#(code),"message":"\#(message)"}"#, status: status)
    }

    private static let json = LoopbackAnswer.Header("Content-Type", "application/json")
    private static let beginning = #"{"metadata":{"name":"build-1"},"items":[{"metadata":{"name":"a"#

    static let all = [
        Fault(
            "401", error(401, 16, "token not valid"), 4, "token not valid",
            hint: "--token-file, WFCTL_TOKEN or a context",
            mayHideSuccess: false),
        Fault("403", error(403, 7, "not for you"), 4, "not for you", hint: "permission", mayHideSuccess: false),
        Fault("409", error(409, 6, "it exists"), 6, "it exists", mayHideSuccess: false),
        Fault("422", error(422, 3, "spec.entrypoint is bad"), 2, "spec.entrypoint is bad", mayHideSuccess: false),
        Fault(
            "429",
            LoopbackAnswer(
                status: 429, headers: [json, .init("Retry-After", "17")], parts: [.text(#"{"message":"slow down"}"#)]),
            7, "slow down", hint: "wait 17 s", mayHideSuccess: false),
        Fault("500", error(500, 2, "out of cheese"), 7, "500: out of cheese"),
        Fault("503", error(503, 14, "try later"), 7, "503: try later"),
        Fault(
            "an HTML page as a success", .html("<!doctype html><title>Argo</title>"), 1,
            "does not look like the API", hint: "--argo-base-href"),
        Fault(
            "an HTML page as a 404", .html("<!doctype html><title>Argo</title>", status: 404), 1,
            "does not look like the API", hint: "--argo-base-href", mayHideSuccess: false),
        Fault(
            "an HTML page of a gateway", .html("<html><title>502 Bad Gateway</title>", status: 502), 7,
            "502 Bad Gateway"),
        Fault("plain text of a gateway", .text("no healthy upstream", status: 503), 7, "no healthy upstream"),
        Fault("plain text as a success", .text("hello"), 1, "JSON it should be", hint: "--argo-base-href"),
        Fault(
            "cut in the middle, chunked",
            LoopbackAnswer(headers: [json], framing: .chunked(), parts: [.text(beginning), .cut]), 7, "cut off",
            hint: "try again"),
        Fault(
            "cut in the middle, with a length",
            LoopbackAnswer(headers: [json], framing: .length(5_000), parts: [.text(beginning), .cut]), 7, "cut off",
            hint: "try again"),
        Fault(
            "cut in the middle, neither", LoopbackAnswer(headers: [json], framing: .close, parts: [.text(beginning)]),
            7, "stops in the middle", hint: "try again"),
        Fault("closed before an answer", .raw([.cut]), 7, "closed the connection", hint: "try again"),
        Fault("reset before an answer", .raw([.reset]), 7, "closed the connection", hint: "try again"),
        Fault("no HTTP", .raw([.text("SSH-2.0-OpenSSH_9.6\r\n")]), 1, "not answer in proper HTTP"),
        Fault(
            "a redirect to a login",
            LoopbackAnswer(status: 302, headers: [.init("Location", "http://sso.test/login?code=\(Site.token)")]), 1,
            "'http://sso.test/login?code=***', which is not followed", mayHideSuccess: false),
        Fault("garbage", .json(#"{"metadata":{}},"#), 1, "JSON it should be", hint: "--argo-base-href"),
        Fault("not an object", .json("[1, 2]"), 1, "should be", hint: "--argo-base-href"),
        Fault("an answer without a body", .json(""), 7, "stops in the middle", hint: "try again"),
    ]

    /// The same for a write of which nobody can say whether it was carried out.
    func isSaidToBeOpen(in err: String) -> Bool {
        let lines = err.split(separator: "\n")
        return lines.count == 2 && lines[0].contains(message) && lines[0].contains("' may or may not exist: ")
            && lines[1].hasPrefix("hint: look with 'wfctl ") && lines[1].hasSuffix("' before you try again")
    }

    /// The wording of the error for a user: `wfctl: …` and, where there is one, `hint: …`, nothing else.
    func isSaid(in err: String) -> Bool {
        let lines = err.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard let first = lines.first, first.hasPrefix("wfctl: "), first.contains(message) else { return false }
        guard let hint else { return lines.count == 1 || lines.count == 2 && lines[1].hasPrefix("hint: ") }
        return lines.count == 2 && lines[1].hasPrefix("hint: ") && lines[1].contains(hint)
    }
}
