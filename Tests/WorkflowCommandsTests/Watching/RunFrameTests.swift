import DocumentKit
import TerminalKit
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

@testable import WorkflowCommands

/// What `watch` shows on a terminal, in rooms of every size.
@Suite struct RunFrameTests {
    /// A run of many pods: of every hundred one has failed, two run, seven wait.
    static func large(_ count: Int, name: String = "big", phase: String = "Running") -> Workflow {
        var nodes: [(key: String, value: ValueTree)] = [
            (
                name,
                [
                    "id": .string(name), "name": .string(name), "displayName": .string(name), "type": "DAG",
                    "phase": .string(phase), "templateName": "main",
                ]
            )
        ]
        for number in 0..<count {
            let phase =
                switch number % 100 {
                case 50: "Failed"
                case 60, 61: "Running"
                case 93...: "Pending"
                default: "Succeeded"
                }
            let id = "\(name)-\(number)"
            nodes.append(
                (
                    id,
                    [
                        "id": .string(id), "name": .string("\(name).n\(number)"), "displayName": .string("n\(number)"),
                        "type": "Pod", "phase": .string(phase), "boundaryID": .string(name), "templateName": "t",
                        "startedAt": "2026-01-01T00:00:00Z", "message": .string(phase == "Failed" ? "exit code 1" : ""),
                    ]
                ))
        }
        let tree: ValueTree = [
            "metadata": ["name": .string(name)],
            "status": [
                "phase": .string(phase), "progress": "50/100", "startedAt": "2026-01-02T03:03:05Z",
                "nodes": .object(.init(nodes)),
            ],
        ]
        return Workflow(tree.document().root)
    }

    static func lines(
        _ runs: [RunFrame.Run], columns: Int = 100, rows: Int, ascii: Bool = false
    ) throws -> [String] {
        var options = TreeOptions()
        options.asciiOnly = ascii
        let context = CommandHarness().context(Terminal())
        return try RunFrame(runs: runs, format: .table, options: options, context: context)
            .lines(in: .init(columns: columns, rows: rows))
    }

    @Test func foldsThousandsOfStepsToWhatFits() throws {
        let lines = try Self.lines([.seen(Self.large(5_000))], rows: 56)
        #expect(lines.count == 56)
        #expect(lines[0] == "big  Running  [██████████░░░░░░░░░░] 50/100  1 minute 0 seconds")
        #expect(lines[1].hasPrefix("STEP "))
        #expect(lines.count { $0.contains("exit code 1") } == 50)
        #expect(lines.count { $0.contains("●") } == 3)
        #expect(lines.last == " … 4948 more: 350 Pending, 98 Running, 4500 Succeeded")
    }

    @Test func aMessageOfSeveralLinesTakesOneRow() throws {
        let json = #"{"metadata":{"name":"w"},"status":{"phase":"Running","message":"top\nline2\r\n\u2028"}}"#
        let run = Workflow(try JSONReader.read(Array(json.utf8)).root)
        let lines = try Self.lines([.seen(run)], rows: 20)
        #expect(lines[1] == #"  top\nline2\r\n\u{2028}"#)
    }

    @Test(arguments: 1..<40) func neverTakesMoreThanItsRoom(_ rows: Int) throws {
        for runs in [1, 2, 5, 30] {
            let runs = (0..<runs).map {
                RunFrame.Run.seen(Self.large(20, name: "r\($0)", phase: $0 % 2 == 0 ? "Running" : "Succeeded"))
            }
            let lines = try Self.lines(runs, rows: rows)
            #expect(lines.count <= rows)
            #expect(!lines.isEmpty)
        }
    }

    @Test func showsAllStepsWhereThereIsRoom() throws {
        let lines = try Self.lines([.seen(Self.large(3))], rows: 20)
        #expect(lines.count == 6)
        #expect(!lines.contains { $0.contains("more") })
    }

    @Test func ofSeveralRunsTheUnfinishedAreShownInFull() throws {
        let lines = try Self.lines(
            [
                .seen(Self.large(2, name: "a", phase: "Succeeded")), .awaited(name: "b"), .gone(name: "c"),
                .seen(Self.large(2, name: "d")),
            ], rows: 20)
        #expect(lines.map { $0.prefix { $0 != " " } }.filter { !$0.isEmpty } == ["a", "b", "c", "d", "STEP"])
        #expect(lines[1...2] == ["b  waiting", "c  deleted"])
    }

    @Test func ofTooManyRunsThoseThatNeedAttentionComeFirst() throws {
        let runs = (0..<50).map { number in
            RunFrame.Run.seen(Self.large(0, name: "r\(number)", phase: number == 49 ? "Failed" : "Succeeded"))
        }
        let lines = try Self.lines(runs, rows: 4)
        #expect(lines.map { $0.prefix { $0 != " " } } == ["r49", "r0", "r1", "…"])
        #expect(lines.last == "… 47 more workflows")
    }

    @Test(arguments: [
        ("3/5", "[######----] 3/5"), ("0/7", "[----------] 0/7"), ("7/7", "[##########] 7/7"),
        ("999/1000", "[#########-] 999/1000"), ("", nil), ("5", nil), ("6/5", nil), ("-1/5", nil), ("a/b", nil),
        ("0/0", nil), ("1/2/3", nil),
    ])
    func drawsProgressAsABar(_ progress: String, _ bar: String?) {
        #expect(ProgressBar(progress)?.text(width: 10, .ascii) == bar)
    }
}
