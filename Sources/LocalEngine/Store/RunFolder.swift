import DocumentKit

/// The files of one run. Everything is in one folder, so that a run appears and vanishes in one step.
///
///     workflow.json    the Workflow with its status, as a server would send it
///     lock             held by the runner as long as it lives; changed when it last showed that it does
///     runner.json      who the runner is
///     stop             somebody wants the run stopped: the word `Stop` or `Terminate`
///     deletion         held by whoever removes the run before it was over
///     suspend          somebody wants nothing new to start, as long as it is there
///     runner.log       what the runner had to say when it broke
///     processes        process groups that run now: `4711 8123456`, number and start time, one a line
///     logs/POD.main.log
///     pods/POD/work, tmp, script
package struct RunFolder: Sendable, Hashable {
    package let path: String

    package init(_ path: String) { self.path = path }

    var document: String { "\(path)/workflow.json" }
    var lock: String { "\(path)/lock" }
    var runner: String { "\(path)/runner.json" }
    var stopOrder: String { "\(path)/stop" }
    var deletion: String { "\(path)/deletion" }
    var suspendOrder: String { "\(path)/suspend" }
    var runnerLog: String { "\(path)/runner.log" }
    var processes: String { "\(path)/processes" }
    var logs: String { "\(path)/logs" }
    var pods: String { "\(path)/pods" }

    func logFile(pod: String) -> String { "\(logs)/\(pod).main.log" }

    /// Writes the document as it is now; readers see the old one or this one.
    func write(_ workflow: ValueTree) throws(SystemError) {
        try Files.write(JSONText.bytes(workflow), atomicallyTo: document)
    }
}

/// Documents as the bytes of a file.
enum JSONText {
    static func bytes(_ tree: ValueTree) -> [UInt8] {
        Array(JSONWriter.text(tree, style: .compact).utf8) + [UInt8(ascii: "\n")]
    }
}
