import DocumentKit
import WorkflowModel

/// Has one object written exactly once, whatever becomes of the answers.
///
/// A write whose answer is lost is not sent again before somebody has looked for the object. What carries the mark of
/// this write is its doing. What is not there may be sent again, under the same name: should the first one arrive late
/// after all, the second is refused, and the mark tells that the one that exists is ours.
///
/// Every conflict is looked into, the first one too: an HTTP library may by itself send a request again when a connection
/// that was used before closes without an answer.
struct ExactlyOnce<Object: StoredObject> {
    let client: APIClient
    /// What messages call it: `workflow`.
    let kind: String
    /// A replacement is guarded by the version that it replaces.
    var isReplacement = false
    /// Whether an object that has no mark at all proves that it is somebody else's.
    var keepsAnnotations = true
    let write: (WriteMark) -> Endpoint<Object>
    let read: (_ name: String) -> Endpoint<Object>

    /// So many names in a row are taken only if nothing but conflicts can be had.
    private static var nameLimit: Int { 10 }

    private enum Finding {
        /// It is there, and it is ours.
        case done(Object)
        /// The name is somebody else's.
        case taken
        case notDone
        case unknown(BackendError)
    }

    /// `tell` is told what may exist from then on, and when it is certain again that it does not.
    func run(_ first: WriteMark, telling tell: (WriteFate) -> Void) async throws -> Object {
        var mark = first
        var names = 1
        var budget = client.budget()
        var isLost = false
        // A try that may still be carried out, whatever became of those after it.
        var late: BackendError?
        while true {
            let failure: BackendError
            var transience: Transience
            let isPage: Bool
            do {
                return try await client.sendOnce(write(mark), within: budget.remaining) { isUnderWay in
                    tell(isUnderWay || late != nil ? .open(name: mark.name) : .undone(name: mark.name))
                }
            } catch {
                guard let inner = BackendError(of: error) else { throw error }
                if (error as? FailedAnswer)?.isUnknownRoute == true { throw client.unknownRoute ?? inner }
                (failure, transience) = (inner, Transience(of: error))
                isPage = (error as? FailedAnswer)?.isPage == true
            }
            if failure.isLate || isPage && failure.mayHideSuccess { late = failure }
            if failure.mayHideSuccess || failure.isConflict {
                isLost = isLost || failure.mayHideSuccess
                client.note?("looking for \(kind) '\(mark.name)', since \(failure.statement)")
                switch try await look(for: mark, isLost: isLost, within: max(budget.timeLeft, leastLook)) {
                case .done(let object): return object
                case .taken:
                    guard names < Self.nameLimit, mark.rename(random: client.time.random) else {
                        throw failure.isConflict ? failure : .conflict("\(kind) '\(mark.name)' already exists")
                    }
                    names += 1
                    isLost = false
                    late = nil
                    continue
                case .notDone: break
                case .unknown(let obstacle):
                    guard isLost else { throw failure }
                    throw unsettled(mark, failure, tries: budget.tries, obstacle)
                }
                // A proxy's page, say: it is not there, so another try may reach the server.
                if case .malformed = failure { transience = .passing() }
            }
            guard let pause = budget.pause(after: transience) else {
                if let late { throw unsettled(mark, late, tries: budget.tries, nil) }
                guard failure.mayHideSuccess else { throw budget.count(in: failure) }
                let deed = isReplacement ? "replaced" : "created"
                throw budget.count(in: failure).saying { "\($0); \(kind) '\(mark.name)' was not \(deed)" }
            }
            if late == nil { tell(.undone(name: mark.name)) }
            client.note?("\(kind) '\(mark.name)' is not there; \(budget.notice(of: pause))")
            try await client.time.sleep(pause)
        }
    }

    /// What a look has at least, also when the write has taken all the time there was.
    private var leastLook: Duration { min(client.server.timeout, .seconds(10)) }

    /// Finds out whether the write was carried out. Nothing else tells the truth, so this has a patience of its own.
    private func look(for mark: WriteMark, isLost: Bool, within time: Duration) async throws -> Finding {
        let retries = client.server.retries
        var budget = client.budget(retries: 2 * retries, within: time)
        while true {
            do {
                let object = try await client.sendOnce(read(mark.name), within: budget.remaining)
                guard object.name == mark.name else {
                    throw BackendError.malformed(
                        "the server answered with '\(object.name)' when asked for '\(mark.name)'")
                }
                return finding(object, mark, isLost)
            } catch {
                guard let failure = BackendError(of: error) else { throw error }
                if case .notFound = failure { return .notDone }
                var transience = Transience(of: error)
                // A page, or a 404 that does not say what is missing, is no answer of the API; the next one may be. What
                // always comes is a wrong address: no reason for more patience than usual.
                switch failure {
                case .malformed, .server(status: 404, _): if budget.tries <= retries { transience = .passing() }
                default: break
                }
                guard let pause = budget.pause(after: transience) else {
                    return .unknown(budget.count(in: failure))
                }
                try await client.time.sleep(pause)
            }
        }
    }

    private func finding(_ object: Object, _ mark: WriteMark, _ isLost: Bool) -> Finding {
        let id = object.annotation(WriteMark.annotation)
        if id == mark.requestID { return .done(object) }
        if isReplacement || object.isArchived { return .notDone }
        // A name that was made here is hardly anybody else's where the server seems to keep no annotations.
        let isBare = object.metadata?["annotations"].map { $0.count == 0 } ?? true
        if id == nil, isLost, !keepsAnnotations || mark.isMade && isBare {
            return .unknown(.malformed("it exists, and does not say which request created it"))
        }
        return .taken
    }

    private func unsettled(
        _ mark: WriteMark, _ failure: BackendError, tries: Int, _ obstacle: BackendError?
    ) -> BackendError {
        .unsettled(
            UnsettledWrite(
                kind: kind, name: mark.name, isReplacement: isReplacement,
                loss: failure.statement + (tries > 1 ? " (tried \(tries) times)" : ""),
                obstacle: obstacle?.statement))
    }
}

extension StoredObject {
    /// An Argo Server shows what it has archived under a name that is free.
    fileprivate var isArchived: Bool { label("workflows.argoproj.io/workflow-archiving-status") == "Persisted" }
}

extension BackendError {
    fileprivate var isConflict: Bool { if case .conflict = self { true } else { false } }

    /// Whether the write may still be on its way; a server that says 500, 501 or 503 is done with it. What stands in
    /// between says 408, 502, 504 and more of its own (520, 524), and not what became of the server.
    var isLate: Bool {
        switch self {
        case .server(status: 500, _), .server(status: 501, _), .server(status: 503, _): false
        case .server(let status, _): status == 408 || status > 500
        default: mayHideSuccess
        }
    }
}
