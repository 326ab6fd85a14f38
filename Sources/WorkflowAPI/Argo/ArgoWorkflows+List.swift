import DocumentKit
import WorkflowModel

extension ArgoWorkflows {
    func list(_ query: WorkflowQuery, each body: (Workflow) throws -> Void) async throws {
        var pager = ListPager(pageSize: query.pageSize)
        var seen = ListIdentities(isNeeded: query.pageSize > 0)
        while let page = pager.next {
            do {
                let result = try await read(page, of: query) { workflow in
                    guard seen.insert(workflow.document) else { return false }
                    if query.matches(workflow) { try body(workflow) }
                    return true
                }
                switch result {
                case .page(let page): pager.received(page)
                case .namesNotTrusted: pager.distrustsNames()
                }
            } catch let refusal as BackendError where refusal.isAboutPaging {
                guard pager.refused() else { throw refusal }
            } catch let failure as APIClient.ReaderFailure {
                throw failure.error
            }
        }
    }

    private enum PageResult {
        case page(ListPager.Page)
        case namesNotTrusted
    }

    /// Reads one page; `each` answers whether the item is new.
    private func read(
        _ page: ListPage, of query: WorkflowQuery, each: (Workflow) throws -> Bool
    ) async throws -> PageResult {
        let checksVersion = page.filtersNames && query.nameCondition != nil
        var (items, newItems) = (0, 0)
        let envelope = try await client.list(ArgoEndpoints.listWorkflows(query, page)) { head in
            !checksVersion || ServerVersion(head)?.filtersNames == true
        } each: { item in
            items += 1
            if try each(Workflow(item)) { newItems += 1 }
        }
        guard let envelope else { return .namesNotTrusted }
        let metadata = envelope["metadata"]
        return .page(
            ListPager.Page(
                items: items, newItems: newItems,
                cursor: metadata?["continue"]?.string.flatMap { $0.isEmpty ? nil : $0 },
                remaining: metadata?["remainingItemCount"]?.int))
    }
}

extension BackendError {
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
