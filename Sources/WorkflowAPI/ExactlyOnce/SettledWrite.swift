import WorkflowModel

/// Has something written once on a server that knows no names and no request ids: only its list tells what a write
/// has led to whose answer was lost.
///
///     list        1 2
///     write       no answer
///     list        1 2 3        one is new and is what was asked for: it is this one
///                 1 2          none came, and one may still come: nothing is sent again
///                 1 2 3 4      two are new that could be it: nobody can tell
///
/// After a failure by which the server is done with the request the list is as good as an answer. All this needs a
/// transport that never sends a write again by itself.
struct SettledWrite<Object> {
    let client: APIClient
    /// What messages call it: `an execution of workflow`, and of which.
    let kind: String
    let name: String
    let write: Endpoint<Object>
    /// The ids of all there are.
    let list: () async throws -> Set<String>
    /// The one of that id; nil if it cannot be what was asked for.
    let read: (_ id: String) async throws -> Object?

    /// `tell` is told the name of what it was asked for; it may exist from then on, until it is certain that it does not.
    func run(telling tell: (WriteFate) -> Void) async throws -> Object {
        let before = try await idsBefore()
        var budget = client.budget()
        while true {
            do {
                return try await client.sendOnce(write, within: budget.remaining) { isUnderWay in
                    tell(isUnderWay ? .open(name: name) : .undone(name: name))
                }
            } catch {
                guard let failure = BackendError(of: error) else { throw error }
                if (error as? FailedAnswer)?.isUnknownRoute == true { throw failure }
                if failure.mayHideSuccess {
                    client.note?("looking for \(kind) '\(name)', since \(failure.statement)")
                    if let object = try await settle(before, failure) { return object }
                    if failure.isLate { throw unsettled(failure, "none is there yet, and one may still appear") }
                }
                guard let pause = budget.pause(after: Transience(of: error)) else { throw budget.count(in: failure) }
                tell(.undone(name: name))
                try await client.time.sleep(pause)
            }
        }
    }

    /// nil where they may not be read: who may write but not look still may write.
    private func idsBefore() async throws -> Set<String>? {
        do { return try await list() } catch BackendError.forbidden { return nil }
    }

    /// What the write has led to; nil for nothing so far.
    private func settle(_ before: Set<String>?, _ failure: BackendError) async throws -> Object? {
        guard let before else { throw unsettled(failure, "the list of them may not be read") }
        do {
            var found: [(id: String, object: Object)] = []
            for id in try await list().subtracting(before).sorted() {
                if let object = try await read(id) { found.append((id, object)) }
            }
            guard found.count > 1 else {
                if let id = found.first?.id {
                    client.warn?(
                        "no good answer came for \(kind) '\(name)' (\(failure.statement)); '\(id)' has appeared since, "
                            + "is what was asked for, and is taken for it")
                }
                return found.first?.object
            }
            let ids = found.map(\.id).joined(separator: ", ")
            throw unsettled(failure, "several have appeared since, and nothing tells which is this one: \(ids)")
        } catch let obstacle as BackendError {
            if case .unsettled = obstacle { throw obstacle }
            throw unsettled(failure, obstacle.statement)
        }
    }

    private func unsettled(_ failure: BackendError, _ obstacle: String) -> BackendError {
        .unsettled(UnsettledWrite(kind: kind, name: name, loss: failure.statement, obstacle: obstacle))
    }
}
