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

    /// An artifact that says where it lies. The artifact repository may give a bucket, but never the key in it.
    var hasLocation: Bool {
        Self.locations.contains { field in
            guard let location = value.given(field) else { return false }
            return switch field {
            case "s3": location.name("key") != nil
            // Where these have none, that is told as a missing field.
            case "gcs", "oss": location["key"]?.isText("") != true
            default: true
            }
        }
    }

    /// Where artifacts can lie, and `key` for the default repository.
    private static let locations = [
        "s3", "gcs", "http", "raw", "git", "key", "azure", "oss", "hdfs", "artifactory", "plugin",
    ]
}

/// Parameters and artifacts side by side: what a template takes, what it gives, what a call passes on.
struct Ports: Sendable {
    let parameters: [Port]
    let artifacts: [Port]
    /// Every finding of an unknown name holds these.
    let parameterNames: [String]
    let artifactNames: [String]
    /// Only where there are many: few are compared faster than found.
    private let manyParameters: Set<String>?

    /// - Parameter defaults: what is added where it is not named.
    init(_ holder: DocumentValue?, defaults: DocumentValue? = nil) {
        func list(_ key: String) -> [Port] {
            let own = Port.list(key, of: holder)
            guard let defaults else { return own }
            return own + Port.list(key, of: defaults).filter { port in !own.contains { $0.name == port.name } }
        }
        parameters = list("parameters")
        artifacts = list("artifacts")
        parameterNames = parameters.map(\.name)
        artifactNames = artifacts.map(\.name)
        manyParameters = parameters.count > 32 ? Set(parameterNames) : nil
    }

    func hasParameter(_ name: some StringProtocol) -> Bool {
        manyParameters.map { $0.contains(String(name)) } ?? parameterNames.contains { $0 == name }
    }
    func hasArtifact(_ name: some StringProtocol) -> Bool { artifacts.contains { $0.name == name } }
}
