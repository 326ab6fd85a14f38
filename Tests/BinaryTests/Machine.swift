import DocumentKit
import Foundation
import TestSupport
import Testing

/// The executable on a machine of its own: a fresh home, and no server anywhere.
struct Machine {
    var wfctl: Executable

    init() throws {
        wfctl = try Executable()
        // Found by name, as an installed tool is: it must find itself again for its runners.
        let folder = URL(fileURLWithPath: Executable.path).deletingLastPathComponent().path
        wfctl.environment["PATH"] = "\(folder):/usr/local/bin:/usr/bin:/bin"
    }

    static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("examples")

    /// Writes a manifest whose steps are shell scripts, one after the other.
    func manifest(_ name: String?, _ scripts: String...) throws -> String { try manifest(name, scripts) }

    func manifest(_ name: String?, _ scripts: [String]) throws -> String {
        let templates: [ValueTree] = scripts.enumerated().map { index, source in
            [
                "name": .string("t\(index)"),
                "script": ["image": "busybox", "command": ["sh"], "source": .string(source)],
            ]
        }
        let steps = scripts.indices.map { index -> ValueTree in
            [["name": .string("s\(index)"), "template": .string("t\(index)")]]
        }
        let tree: ValueTree = [
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow",
            "metadata": name.map { ["name": .string($0)] } ?? ["generateName": "run-"],
            "spec": [
                "entrypoint": "main",
                "templates": .array([["name": "main", "steps": .array(steps)]] + templates),
            ],
        ]
        return try wfctl.home.write(JSONWriter.text(tree, style: .pretty), to: "\(name ?? "run").json")
    }

    func run(_ words: String...) async throws -> ChildProcess.Result { try await wfctl.run(words + ["--local"]) }

    /// A run's document, as `get -o json` tells it.
    func document(_ name: String) async throws -> ValueTree {
        let result = try await run("get", name, "-o", "json")
        try #require(result.status == 0, "\(result)")
        return try JSONReader.read(Array(result.out.utf8)).root.tree
    }

    /// Submits and waits until that line is in the log: the run has come this far.
    func submit(_ manifest: String, named name: String, until line: String) async throws {
        let result = try await run("submit", manifest)
        try #require(result.status == 0, "\(result)")
        let log = try wfctl.start(["logs", name, "-f", "--local"])
        try await log.out.wait(for: line)
        log.signal(SIGKILL)
        _ = try await log.result()
        #expect(log.out.text.contains(line))
    }

    #if os(Linux)
        /// Processes of this machine: those whose command line or environment names its home.
        func processes(_ word: String = "") -> [Int32] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return names.compactMap(Int32.init).filter { pid in
                let command = Self.text("/proc/\(pid)/cmdline")
                return command.contains(word)
                    && (command + Self.text("/proc/\(pid)/environ")).contains(wfctl.home.path)
            }
        }

        /// The runners among them. What a runner starts is called as the runner is until it becomes its own program, and is
        /// no runner: its parent is.
        func runners() -> [Int32] {
            let named = processes("__run-local")
            return named.filter { pid in
                // `4711 (wfctl) S 1 …`: the parent is the second word after the name.
                let words = Self.text("/proc/\(pid)/stat").split(separator: ")").last?.split(separator: " ") ?? []
                return words.count > 1 && Int32(words[1]).map(named.contains) == false
            }
        }

        /// Waits until none is left; nobody tells when the process of a stranger ends.
        func emptied() async throws {
            while !processes().isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        }

        /// Waits until the runner of that run, which was killed, has let go of its lock, whatever of it is last to end.
        func ended(_ run: String) async {
            let path = wfctl.home.path + "/.local/state/wfctl/runs/default/\(run)/lock"
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    let file = open(path, O_RDONLY | O_CLOEXEC)
                    while file >= 0, flock(file, LOCK_SH) != 0, errno == EINTR {}
                    close(file)
                    continuation.resume()
                }
            }
        }

        private static func text(_ path: String) -> String {
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    #endif
}
