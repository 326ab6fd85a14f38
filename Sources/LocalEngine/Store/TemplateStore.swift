import DocumentKit
import WorkflowModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Stored templates of one kind, one file each.
struct TemplateStore: Sendable {
    enum Failure: Error {
        case system(SystemError)
        case exists
        case missing
        /// Somebody changed it since the version that the caller knows.
        case changed
        case unreadable(String)
    }

    let layout: StoreLayout
    let kind: ResourceKind

    func namespaces() throws(Failure) -> [String?] {
        guard kind.isNamespaced else { return [nil] }
        return try names(in: layout.templates).filter(ObjectName.isNamespace)
    }

    func names(namespace: String?) throws(Failure) -> [String] {
        try names(in: layout.templates(kind.rawValue, in: namespace))
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.filter(ObjectName.isName)
    }

    func read(_ name: String, in namespace: String?) throws(Failure) -> ValueTree {
        guard ObjectName.isName(name), namespace.map(ObjectName.isNamespace) ?? true else { throw .missing }
        let path = path(name, in: namespace)
        do {
            return ValueTree(try JSONReader.read(Files.read(path)).root)
        } catch let error as SystemError {
            throw error.code == ENOENT ? .missing : .system(error)
        } catch {
            throw .unreadable("cannot read '\(path)': \(error)")
        }
    }

    func create(_ tree: ValueTree, _ name: String, in namespace: String?) throws(Failure) {
        try system { () throws(SystemError) in
            try Files.makeFolders(layout.templates(kind.rawValue, in: namespace))
            try Files.create(JSONText.bytes(tree), at: path(name, in: namespace))
        }
    }

    /// Replaces an object by what `change` makes of it; nobody else can replace it meanwhile.
    func update(
        _ name: String, in namespace: String?, _ change: (ValueTree) throws(Failure) -> ValueTree
    ) throws(Failure) -> ValueTree {
        _ = try read(name, in: namespace)
        let lock = try system { () throws(SystemError) in try FileLock.acquire(layout.templateLock) }
        defer { withExtendedLifetime(lock) {} }
        let tree = try change(try read(name, in: namespace))
        try system { () throws(SystemError) in
            try Files.write(JSONText.bytes(tree), atomicallyTo: path(name, in: namespace))
        }
        return tree
    }

    func delete(_ name: String, in namespace: String?) throws(Failure) {
        guard ObjectName.isName(name), namespace.map(ObjectName.isNamespace) ?? true else { throw .missing }
        let path = path(name, in: namespace)
        if unlink(path) == 0 { return }
        throw errno == ENOENT ? .missing : .system(SystemError("remove", path))
    }

    private func path(_ name: String, in namespace: String?) -> String {
        "\(layout.templates(kind.rawValue, in: namespace))/\(name).json"
    }

    private func names(in path: String) throws(Failure) -> [String] {
        try system { () throws(SystemError) in try Files.names(in: path) }
    }

    private func system<Result>(_ body: () throws(SystemError) -> Result) throws(Failure) -> Result {
        do throws(SystemError) {
            return try body()
        } catch {
            throw error.code == EEXIST ? .exists : .system(error)
        }
    }
}
