import DocumentKit
import WorkflowModel

/// Writes down the end of a run whose runner can no longer do it.
struct BrokenRun {
    let folder: RunFolder
    let killedGroups: Int

    func document(of workflow: ValueTree) -> ValueTree {
        var workflow = workflow
        let end = lastSignOfLife.documentText
        var status = workflow["status"] ?? .object([:])
        status["phase"] = "Error"
        status["message"] = .string(message)
        if status["startedAt"]?.string == nil { status["startedAt"] = .string(end) }
        status["finishedAt"] = .string(Self.time(end, notBefore: status["startedAt"]))
        status["conditions"] = StatusDocument.conditions(isFinished: true, isRunning: false)
        if case .object(let nodes) = status["nodes"] {
            status["nodes"] = .object(.init(nodes.lazy.map { (key: $0.key, value: ended($0.value, at: end)) }))
        }
        workflow["status"] = status
        StatusDocument.label(&workflow, phase: "Error", isFinished: true)
        return workflow
    }

    private func ended(_ node: ValueTree, at end: String) -> ValueTree {
        let phase = node["phase"]?.string.flatMap(NodePhase.init(rawValue:))
        guard phase?.isFinal != true else { return node }
        var node = node
        node["phase"] = "Error"
        node["message"] = "the runner ended"
        node["finishedAt"] = .string(Self.time(end, notBefore: node["startedAt"]))
        return node
    }

    /// Texts of this form sort by time; the clock may have been set back.
    private static func time(_ end: String, notBefore start: ValueTree?) -> String { max(end, start?.string ?? end) }

    private var message: String {
        var text =
            RunnerRecord(of: folder).map { "the runner ended before the run was over (pid \($0.process.pid))" }
            ?? "the runner ended before it took up the run"
        if let reason { text += ": \(reason)" }
        if killedGroups > 0 {
            text += "; \(killedGroups) of its processes still ran and \(killedGroups == 1 ? "was" : "were") killed"
        }
        return text
    }

    /// What the runner wrote before it ended, if it could.
    private var reason: String? {
        guard let bytes = try? Files.read(folder.runnerLog, limit: 1 << 20),
            case let lines = bytes.split(separator: UInt8(ascii: "\n")),
            // A crash ends with the places it went through; its reason comes before them.
            let line = lines.first(where: { $0.firstRange(of: "Fatal error".utf8) != nil }) ?? lines.last
        else { return nil }
        return String(decoding: line.prefix(300), as: UTF8.self)
    }

    /// The last time anything of the run was written, or the runner marked its lock, as it does every second.
    ///
    /// That is when the run ended, within that second. When the end was noticed would say how long nobody looked.
    private var lastSignOfLife: Timestamp {
        let logs = (try? Files.names(in: folder.logs))?.map { "\(folder.logs)/\($0)" } ?? []
        let stamps = ([folder.document, folder.lock, folder.runnerLog] + logs).compactMap(Files.stamp)
        return stamps.map { Timestamp(seconds: Int64($0.seconds), nanoseconds: Int32($0.nanoseconds / 1000 * 1000)) }
            .max() ?? .epoch
    }
}
