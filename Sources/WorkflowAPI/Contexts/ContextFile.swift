/// The configuration file: places by name, and the one that counts when nobody says otherwise.
///
/// ```yaml
/// current-context: prod
/// contexts:
///   prod:
///     kind: argo
///     server: https://argo.example.com:2746/workflows
///     namespace: team
///     token-file: /run/secrets/argo-token
///   laptop:
///     kind: local
/// ```
package struct ContextFile: Sendable, Equatable {
    package struct Context: Sendable, Equatable {
        package var name: String
        package var kind: BackendKind
        /// What the options of the same names would say.
        package var settings: ConnectionSettings

        package init(name: String, kind: BackendKind, settings: ConnectionSettings) {
            self.name = name
            self.kind = kind
            self.settings = settings
        }
    }

    package var current: String?
    /// In the order of the file.
    package var contexts: [Context] = []

    package init() {}

    /// The name that counts when nobody says otherwise, but that no context has.
    package var missing: String? { current.flatMap { self[$0] == nil ? $0 : nil } }

    package subscript(_ name: String) -> Context? {
        get { contexts.first { $0.name == name } }
        set {
            let index = contexts.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let context?): contexts[index] = context
            case (let index?, nil): contexts.remove(at: index)
            case (nil, let context?): contexts.append(context)
            case (nil, nil): break
            }
        }
    }
}
