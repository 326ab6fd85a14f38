import Synchronization
import TerminalKit
import WorkflowAPI
import WorkflowModel

/// `watch` on a terminal: the runs and their steps, in place, until all are over.
final class LiveRuns: RunDisplay {
    private struct State {
        var runs: [RunFrame.Run]
        var isNew = true
    }

    private let state: Mutex<State>
    private let format: DetailFormat
    private let tree: TreeOptions
    private let fillsScreen: Bool
    private let context: CommandContext

    /// A glance at the terminal's size and at what is new; times move on with the seconds.
    private static let beat = Duration.milliseconds(100)
    private static let beatsPerRefresh = 10

    init(names: [String], format: DetailFormat, tree: TreeOptions, fillsScreen: Bool, in context: CommandContext) {
        state = Mutex(State(runs: names.map { .awaited(name: $0) }))
        self.format = format
        self.tree = tree
        self.fillsScreen = fillsScreen
        self.context = context
    }

    func show(_ workflow: Workflow, at place: Int) { set(.seen(workflow), at: place) }

    func showDeletion(at place: Int) {
        let name = state.withLock { state in
            switch state.runs[place] {
            case .seen(let workflow): workflow.name
            case .gone(let name), .awaited(let name): name
            }
        }
        set(.gone(name: name), at: place)
    }

    private func set(_ run: RunFrame.Run, at place: Int) {
        state.withLock { state in
            state.runs[place] = run
            state.isNew = true
        }
    }

    func showing<Result>(_ body: () async throws -> Result) async throws -> Result {
        let region = LiveRegion(on: context.terminal, fillsScreen: fillsScreen)
        let drawing = Task { await keepDrawing(region) }
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        drawing.cancel()
        await drawing.value
        try draw(region)
        try region.close()
        return try result.get()
    }

    /// Draws what is new, at most ten times a second and in no more than a quarter of the time.
    private func keepDrawing(_ region: LiveRegion) async {
        var room: Terminal.Size?
        var beats = 0
        while !Task.isCancelled {
            let start = context.time.now()
            let isNew = state.withLock { state in
                defer { state.isNew = false }
                return state.isNew
            }
            beats += 1
            if isNew || room != region.room || beats >= Self.beatsPerRefresh {
                (beats, room) = (0, region.room)
                // The last frame says it aloud when the terminal has gone.
                try? draw(region)
            }
            try? await context.time.sleep(max(Self.beat, (context.time.now() - start) * 3))
        }
    }

    private func draw(_ region: LiveRegion) throws {
        let runs = state.withLock(\.runs)
        let frame = RunFrame(runs: runs, format: format, options: tree, context: context)
        try region.show(try frame.lines(in: region.room))
    }
}
