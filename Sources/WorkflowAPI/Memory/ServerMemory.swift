import DocumentKit
import Synchronization
package import WorkflowModel

/// What was found out about one server, for the requests and the commands to come.
///
/// It says which way of asking to try first, and nothing else: whoever recalls something is ready to find it wrong. What
/// is kept is good for an hour, and may get lost at any time.
///
/// ```json
/// {"place": "argo http://argo:2746", "answers": {"log-route": {"text": "logs", "time": 1767326645}}}
/// ```
package final class ServerMemory: Sendable {
    private struct Answer: Equatable {
        var text: String
        /// When it was found out, in seconds.
        var time: Int
    }

    /// What the file must be about: the kind of the server and its address.
    private let place: String
    private let load: @Sendable () -> [UInt8]?
    private let save: @Sendable ([UInt8]) -> Void
    private let now: @Sendable () -> Timestamp
    /// nil until somebody asks.
    private let known = Mutex<[String: Answer]?>(nil)

    static let lifetime = 3_600
    /// Answers kept of one server; the oldest go first.
    static let capacity = 200

    /// Without functions it lasts as long as this process.
    package init(
        place: String = "", load: @escaping @Sendable () -> [UInt8]? = { nil },
        save: @escaping @Sendable ([UInt8]) -> Void = { _ in }, now: @escaping @Sendable () -> Timestamp = WallClock.now
    ) {
        self.place = place
        self.load = load
        self.save = save
        self.now = now
    }

    func recall(_ question: ServerQuestion) -> String? {
        known.withLock { known in
            let answers = known ?? read()
            known = answers
            return answers[question.key].flatMap { isFresh($0) ? $0.text : nil }
        }
    }

    func keep(_ text: String, for question: ServerQuestion) {
        guard recall(question) != text else { return }
        let answer = Answer(text: text, time: Int(now().seconds))
        change { $0[question.key] = answer }
    }

    func forget(_ question: ServerQuestion) {
        guard recall(question) != nil else { return }
        change { $0[question.key] = nil }
    }

    /// The server is not the one it was.
    func forgetEverything() { change { $0 = [:] } }

    /// Changes what is kept as it is now, since other processes keep what they find out as well.
    private func change(_ body: (inout [String: Answer]) -> Void) {
        known.withLock { known in
            var answers = (known ?? [:]).merging(read()) { $0.time > $1.time ? $0 : $1 }
            body(&answers)
            answers = answers.filter { isFresh($0.value) }
            let oldest = answers.sorted { ($0.value.time, $0.key) < ($1.value.time, $1.key) }
            for (key, _) in oldest.prefix(max(0, answers.count - Self.capacity)) { answers[key] = nil }
            known = answers
            save(Array(JSONWriter.text(tree(answers).document().root, style: .compact).utf8))
        }
    }

    private func isFresh(_ answer: Answer) -> Bool {
        let now = Int(now().seconds)
        return answer.time <= now && answer.time > now - Self.lifetime
    }

    // MARK: The file

    /// Nothing of what cannot be read, or is about another place.
    private func read() -> [String: Answer] {
        guard let bytes = load(), let root = try? JSONReader.read(bytes).root, root["place"]?.string == place,
            let members = root["answers"]?.members
        else { return [:] }
        var answers: [String: Answer] = [:]
        for (key, value) in members {
            guard let text = value["text"]?.string, let time = value["time"]?.int else { continue }
            answers[key] = Answer(text: text, time: time)
        }
        return answers
    }

    private func tree(_ answers: [String: Answer]) -> ValueTree {
        var members = ValueTree.Members()
        for (key, answer) in answers.sorted(by: { $0.key < $1.key }) {
            members.append(key, ["text": .string(answer.text), "time": .number(answer.time)])
        }
        return ["place": .string(place), "answers": .object(members)]
    }
}
