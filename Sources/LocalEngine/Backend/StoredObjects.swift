import DocumentKit
import WorkflowAPI

/// The stored objects that one manifest refers to, each looked up once.
final class StoredObjects {
    private enum Entry {
        case present(ValueTree)
        case absent(reason: String)
    }

    private let lookUp: (TemplateKey.Scope) throws(BackendError) -> ValueTree?
    private var entries: [TemplateKey.Scope: Entry] = [:]

    init(_ lookUp: @escaping (TemplateKey.Scope) throws(BackendError) -> ValueTree?) { self.lookUp = lookUp }

    /// A template and where it stands in its object.
    func template(_ key: TemplateKey) -> (tree: ValueTree, path: FieldPath)? {
        guard case .present(let object) = entry(key.scope) else { return nil }
        let templates = object["spec"]?["templates"]?.elements ?? []
        return templates.firstIndex { $0["name"]?.string == key.name }.map {
            (templates[$0], FieldPath()["spec"]["templates"][$0])
        }
    }

    /// Why there is no such object, as a message goes on after its name; nil when there is one.
    func absence(_ scope: TemplateKey.Scope) -> String? {
        if case .absent(let reason) = entry(scope) { reason } else { nil }
    }

    private func entry(_ scope: TemplateKey.Scope) -> Entry {
        if let entry = entries[scope] { return entry }
        let entry: Entry
        do throws(BackendError) {
            entry = try lookUp(scope).map { .present($0) } ?? .absent(reason: "does not exist")
        } catch {
            entry = .absent(reason: "cannot be used: \(error.message)")
        }
        entries[scope] = entry
        return entry
    }
}
