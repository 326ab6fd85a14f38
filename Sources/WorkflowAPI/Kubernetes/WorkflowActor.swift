import DocumentKit

/// Who gives an order to a run or makes one, by the header that goes with it; a run's labels tell who did so last, and what.
///
///     Authorization: Bearer eyJh….eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6YXJnbzpjaSJ9.…
///                               {"sub": "system:serviceaccount:argo:ci", "email": …, "preferred_username": …}
///     Authorization: Basic b3BzOnNlY3JldA==      ops:secret
///
///     workflows.argoproj.io/actor: system-serviceaccount-argo-ci
///     workflows.argoproj.io/action: Stop
///
/// argo does the same where it talks to a cluster itself: it looks into the token, which the cluster then checks, or takes
/// the user's name, and writes nothing where there is neither (a client certificate, a token that is no JWT).
struct WorkflowActor: Sendable, Equatable {
    var subject: String?
    var email: String?
    var preferredUsername: String?

    /// nil where the value of the header names nobody.
    init?(authorization: String) {
        let words = authorization.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return nil }
        switch words[0].lowercased() {
        case "basic":
            guard let pair = Base64.decoded(words[1]) else { return nil }
            subject = String(decoding: pair.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
        case "bearer":
            let parts = words[1].split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, let payload = Base64.decoded(url: parts[1]),
                let claims = try? JSONReader.read(payload).root, claims.kind == .object
            else { return nil }
            subject = claims["sub"]?.string
            email = claims["email"]?.string
            preferredUsername = claims["preferred_username"]?.string
        default: return nil
        }
    }

    /// A label, and nil for one that is to go.
    typealias Label = (key: String, value: String?)

    /// The labels that tell of an order.
    static func labels(_ actor: WorkflowActor?, _ action: WorkflowAction) -> [Label] {
        labels(of: actor, as: "actor") + [(prefix + "action", actor.map { _ in action.label })]
    }

    /// The labels that tell who made something.
    static func labels(creator: WorkflowActor?) -> [Label] { labels(of: creator, as: "creator") }

    private static let prefix = "workflows.argoproj.io/"

    private static func labels(of actor: WorkflowActor?, as role: String) -> [Label] {
        [
            (prefix + role, actor?.subject.flatMap(labelValue)),
            (prefix + role + "-email", actor?.email.flatMap { labelValue($0.replacing("@", with: ".at.")) }),
            (prefix + role + "-preferred-username", actor?.preferredUsername.flatMap(labelValue)),
        ]
    }

    /// What a resumed step says of it, as argo spells it.
    var resumeMessage: String {
        let all = [("Email", email), ("PreferredUsername", preferredUsername), ("User", subject)]
        let known = all.compactMap { key, value in value.map { "\(key):\($0)" } }
        return "Resumed by: map[\(known.joined(separator: " "))]"
    }

    /// At most 63 of the characters that a label takes, the last ones, with a letter or a digit at both ends.
    private static func labelValue(_ text: String) -> String? {
        if text.isEmpty { return nil }
        let isWord = { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: false
            }
        }
        let value = text.unicodeScalars.map { scalar in
            let byte = UInt8(exactly: scalar.value) ?? 0
            return isWord(byte) || [0x2D, 0x2E, 0x5F].contains(byte) ? byte : UInt8(ascii: "-")
        }.suffix(63)
        guard let first = value.firstIndex(where: isWord), let last = value.lastIndex(where: isWord) else { return "" }
        return String(decoding: value[first...last], as: UTF8.self)
    }
}

extension ValueTree {
    /// Sets labels of an object, and takes away those of nil.
    mutating func label(_ labels: [WorkflowActor.Label]) {
        for (key, value) in labels { self[path: "metadata", "labels", key] = value.map { .string($0) } }
    }
}

extension WorkflowAction {
    /// What the label `workflows.argoproj.io/action` calls it.
    fileprivate var label: String {
        switch self {
        case .stop, .fail: "Stop"
        case .terminate: "Terminate"
        case .suspend: "Suspend"
        case .resume: "Resume"
        }
    }
}
