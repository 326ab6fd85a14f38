import DocumentKit
import WorkflowModel

extension ArgoWorkflows {
    func list(_ query: WorkflowQuery, each body: (Workflow) throws -> Void) async throws {
        var pager = ListPager(pageSize: client.memory.recall(.paging) == nil ? query.pageSize : 0)
        if client.memory.recall(.nameFilter) != nil { pager.distrustsNames() }
        // The server wants no pages at all, as it said to the first one.
        var refusesPages = false
        var seen = ListIdentities(isNeeded: query.pageSize > 0)
        var budget = client.budget()
        // Of one page, in all the tries that it takes.
        var (newItems, length) = (0, 0)
        while let page = pager.next {
            length = 0
            do {
                let result = try await read(page, of: query, within: budget.remaining, length: &length) { workflow in
                    guard seen.insert(workflow.document) else { return }
                    newItems += 1
                    if query.matches(workflow) { try body(workflow) }
                }
                switch result {
                case .page(var page):
                    page.newItems = newItems
                    pager.received(page)
                    if refusesPages { client.memory.keep("refused", for: .paging) }
                case .namesNotTrusted:
                    pager.distrustsNames()
                    client.memory.keep("not trusted", for: .nameFilter)
                }
                budget = client.budget()
                newItems = 0
            } catch let failure as BackendError where failure.isBreak && length > 0 && query.pageSize > 0 {
                // What came before the break is known by now, and does not come twice.
                guard let pause = budget.pause(after: failure.transience) else { throw budget.count(in: failure) }
                client.note?("the list broke off after \(length) bytes; \(budget.notice(of: pause))")
                try await client.time.sleep(pause)
            } catch let refusal as BackendError where refusal.isAboutPaging {
                guard pager.refused() else { throw refusal }
                refusesPages = page.cursor == nil
            } catch let failure as APIClient.ReaderFailure {
                throw failure.error
            }
        }
    }

    private enum PageResult {
        case page(ListPager.Page)
        case namesNotTrusted
    }

    /// Reads one page while it arrives; `length` grows with its bytes.
    private func read(
        _ page: ListPage, of query: WorkflowQuery, within time: Duration, length: inout Int,
        each: (Workflow) throws -> Void
    ) async throws -> PageResult {
        let checksVersion = page.filtersNames && query.nameCondition != nil
        var items = 0
        let list = ArgoEndpoints.listWorkflows(query, page)
        let envelope = try await client.list(list, within: time, length: &length) { head in
            let isTrusted = ServerVersion(head)?.filtersNames == true
            if isTrusted { client.memory.forget(.nameFilter) }
            return isTrusted || !checksVersion
        } each: { item in
            items += 1
            try each(Workflow(item))
        }
        guard let envelope else { return .namesNotTrusted }
        let metadata = envelope["metadata"]
        return .page(
            ListPager.Page(
                items: items, newItems: 0,
                cursor: metadata?["continue"]?.string.flatMap { $0.isEmpty ? nil : $0 },
                remaining: metadata?["remainingItemCount"]?.int))
    }
}

extension BackendError {
    /// An answer that stopped before its end.
    var isBreak: Bool { if case .truncated = self { true } else { false } }

    /// A refusal that may go away when the list is asked for in one piece: invalid options, or an expired cursor.
    ///
    /// Servers that hand field selectors on to Kubernetes may call their refusal a failure of their own.
    fileprivate var isAboutPaging: Bool {
        switch self {
        case .invalid, .server(status: 410, _): true
        case .server(status: 500, let text): text.contains("ext.showRemainingItemCount")
        default: false
        }
    }
}
