/// Where things are under the store's root.
///
///     runs/NAMESPACE/NAME/                  a run
///     templates/NAMESPACE/KIND/NAME.json    a workflow template
///     cluster/KIND/NAME.json                a cluster workflow template
///     making/, trash/                       folders on their way in and out
///     making.lock                           shared by all that make one, so that nobody's means all of them are stale
struct StoreLayout: Sendable {
    let root: String

    var runs: String { "\(root)/runs" }
    var making: String { "\(root)/making" }
    var makingLock: String { "\(root)/making.lock" }
    var trash: String { "\(root)/trash" }
    var templates: String { "\(root)/templates" }
    var templateLock: String { "\(root)/templates.lock" }

    func runs(in namespace: String) -> String { "\(runs)/\(namespace)" }
    func run(_ name: String, in namespace: String) -> RunFolder { RunFolder("\(runs(in: namespace))/\(name)") }

    func templates(_ kind: String, in namespace: String?) -> String {
        namespace.map { "\(templates)/\($0)/\(kind)" } ?? "\(root)/cluster/\(kind)"
    }
}
