import DocumentKit

/// A parameter or an artifact by its name: an input, an output or an argument.
struct Port: Sendable {
    var name: String
    var value: DocumentValue

    /// The ports of a list; what has no name is left to the rules on shape.
    static func list(_ key: String, of holder: DocumentValue?) -> [Port] {
        guard let list = holder?[key] else { return [] }
        return list.elements.compactMap { value in value.name("name").map { Port(name: $0, value: value) } }
    }

    /// A parameter's own value, or where it comes from.
    var hasValue: Bool {
        value.given("value") != nil || value.given("default") != nil || value.given("valueFrom") != nil
    }

    /// An artifact that need not be there.
    var isOptional: Bool { value["optional"]?.bool == true }

    /// An artifact that says where it lies.
    var hasLocation: Bool {
        Self.locations.contains { value.given($0) != nil }
    }

    /// Where artifacts can lie, and `key` for the default repository.
    private static let locations = [
        "s3", "gcs", "http", "raw", "git", "key", "azure", "oss", "hdfs", "artifactory", "plugin",
    ]
}

/// Parameters and artifacts side by side: what a template takes, what it gives, what a call passes on.
struct Ports: Sendable {
    var parameters: [Port]
    var artifacts: [Port]

    /// - Parameter defaults: what is added where it is not named.
    init(_ holder: DocumentValue?, defaults: DocumentValue? = nil) {
        parameters = Port.list("parameters", of: holder)
        artifacts = Port.list("artifacts", of: holder)
        guard let defaults else { return }
        for port in Port.list("parameters", of: defaults) where !hasParameter(port.name) { parameters.append(port) }
        for port in Port.list("artifacts", of: defaults) where !hasArtifact(port.name) { artifacts.append(port) }
    }

    func hasParameter(_ name: some StringProtocol) -> Bool { parameters.contains { $0.name == name } }
    func hasArtifact(_ name: some StringProtocol) -> Bool { artifacts.contains { $0.name == name } }
}
