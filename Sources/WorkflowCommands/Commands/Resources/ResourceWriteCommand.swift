import ArgumentKit
import DocumentKit
import TerminalKit
import WorkflowAPI
import WorkflowLint
import WorkflowModel

/// The verb of a command that stores manifests.
protocol StoringVerb: Sendable {
    static var word: String { get }
    /// What has been done then: `created`.
    static var deed: String { get }
    static var abstract: String { get }
    /// Whether the manifest must name the object; else it may say what to make a name from.
    static var needsName: Bool { get }
    static func store(
        _ tree: ValueTree, _ namespace: String, in service: any ResourceService, telling tell: (WriteFate) -> Void
    ) async throws -> Resource
}

enum CreateVerb: StoringVerb {
    static let word = "create"
    static let deed = "created"
    static let abstract = "Create"
    static let needsName = false

    static func store(
        _ tree: ValueTree, _ namespace: String, in service: any ResourceService, telling tell: (WriteFate) -> Void
    ) async throws -> Resource {
        try await service.create(tree, namespace: namespace, telling: tell)
    }
}

enum UpdateVerb: StoringVerb {
    static let word = "update"
    static let deed = "replaced"
    static let abstract = "Replace"
    static let needsName = true

    static func store(
        _ tree: ValueTree, _ namespace: String, in service: any ResourceService, telling tell: (WriteFate) -> Void
    ) async throws -> Resource {
        try await service.update(tree, namespace: namespace, telling: tell)
    }
}

/// `wfctl template create`, `wfctl template update` and their siblings.
struct ResourceWriteCommand<Noun: ResourceNoun, Verb: StoringVerb>: WorkflowCommand {
    var globals = GlobalOptions()
    var files: [String] = []
    var format = ResourceFormat.table
    var strict = false
    var noLint = false

    init() {}

    static var info: CommandInfo {
        CommandInfo(
            name: Verb.word,
            abstract: "\(Verb.abstract) \(Noun.kind.plural) from manifests",
            examples: [.init("From a file", "wfctl \(Noun.word) \(Verb.word) build.json -n argo")])
    }

    static var arguments: [Argument<Self>] {
        positional(
            \.files, "file", required: true, completion: .file(extensions: ["yaml", "yml", "json"]),
            help: "Manifests: files, - for standard input, or web addresses")
        flag(\.strict, "strict", help: "Duplicate keys in manifests are errors")
        flag(\.noLint, "no-lint", help: "Send the manifests without looking for mistakes in them")
        option(\.format, "output", "o", value: "format", help: "Output format")
        group(\.globals, "Connection")
    }

    private static func isNamed(_ metadata: DocumentValue?) -> Bool {
        (Verb.needsName ? ["name"] : ["name", "generateName"]).contains { metadata?[$0]?.string?.isEmpty == false }
    }

    var inputReaders: [String] { files.filter { $0 == "-" } }

    func perform(in context: CommandContext) async throws {
        // Chosen before anything is read: TLS options have to be there before a manifest on the web is asked for.
        let connection = try globals.connect(in: context)
        let service = try connection.backend.resources(Noun.kind)
        let objects =
            connection.backend.has(.definitions)
            ? try await definitions(in: context) : try await manifests(on: connection, in: context)
        var printer = ResourcePrinter(format: format, isSingle: objects.count == 1, in: context)
        var names: [String] = []
        for object in objects {
            let write = pendingWrite(in: object.namespace, on: connection.backend)
            let resource: Resource
            do {
                resource = try await write.run { tell in
                    try await Verb.store(object.tree, object.namespace, in: service, telling: tell)
                }
            } catch {
                try? printer.finish()
                guard let error = error as? BackendError else { throw error }
                throw write.diagnostic(error)
            }
            names.append(resource.name)
            try UnsaidDeed.named(
                Self.deed([resource.name]),
                leaving: objects.dropFirst(names.count).compactMap { Self.name(of: $0.tree) },
                in: context
            ) { try printer.print(resource) }
        }
        try UnsaidDeed.named(Self.deed(names), in: context) { try printer.finish() }
    }

    /// What was done to them, for when the output cannot tell.
    private static func deed(_ names: [String]) -> String {
        let all = names.map { "'\($0)'" }.joined(separator: ", ")
        return names.count == 1
            ? "\(Noun.kind.singular) \(all) was \(Verb.deed)" : "\(Noun.kind.plural) \(all) were \(Verb.deed)"
    }

    private static func name(of manifest: ValueTree) -> String? {
        manifest[path: "metadata", "name"]?.string ?? manifest[path: "metadata", "generateName"]?.string
            ?? manifest["name"]?.string
    }

    /// A dashboard chooses the id of what it creates.
    private func pendingWrite(in namespace: String, on backend: any Backend) -> PendingWrite {
        let isSearched = backend.has(.definitions) && !Verb.needsName
        return PendingWrite(
            kind: Noun.kind.singular,
            command: "\(Noun.word) " + (isSearched ? "list --search" : "get"),
            namespace: Noun.kind.isNamespaced && backend.has(.namespaces) ? namespace : nil,
            again: globals.wayBack, isReplacement: Verb.needsName)
    }

    /// What is stored, and in which namespace.
    private typealias Object = (tree: ValueTree, namespace: String)

    private func manifests(on connection: Connection, in context: CommandContext) async throws -> [Object] {
        let reader = ManifestReader(input: context.input, isStrict: strict) { context.note($0) }
        let manifests = try await reader.read(files, kind: Noun.kind.rawValue)
        let kind = ManifestKind(Noun.kind)
        try LintGate(context: context, backend: connection.backend, isOpen: noLint).check(manifests, as: kind)
        return try manifests.map { manifest in
            guard Self.isNamed(manifest.value["metadata"]) else {
                throw manifest.error(
                    Verb.needsName
                        ? "metadata.name is required" : "neither metadata.name nor metadata.generateName is set",
                    at: manifest.value["metadata"] ?? manifest.value)
            }
            let namespace = try manifest.namespace(asked: globals.connection.namespace) ?? connection.namespace
            return (tree: manifest.tree(as: kind), namespace: namespace)
        }
    }

    /// A dashboard's own documents: no kind, no namespace, a name to create by and an id to replace by.
    private func definitions(in context: CommandContext) async throws -> [Object] {
        let reader = ManifestReader(input: context.input, isStrict: strict) { context.note($0) }
        var objects: [Object] = []
        for file in files {
            for manifest in try await reader.documents(in: file) {
                let key = Verb.needsName ? "id" : "name"
                guard manifest.value[key]?.scalarText?.isEmpty == false else {
                    throw manifest.error(
                        "'\(key)' is required: a dashboard's workflow, not a manifest of Kubernetes",
                        at: manifest.value[key] ?? manifest.value)
                }
                objects.append((manifest.tree, ""))
            }
        }
        return objects
    }
}
