import Synchronization
package import WorkflowAPI
package import WorkflowCommands

/// What commands leave on a machine: the configuration file, and tokens.
package final class FakeMachine: Sendable {
    private let configuration = Mutex<[UInt8]?>(nil)
    private let kept = Mutex<[String: [UInt8]]>([:])

    package init() {}

    /// The text of the configuration file; nil when there is none.
    package var configurationText: String? {
        get { configuration.withLock { $0.map { String(decoding: $0, as: UTF8.self) } } }
        set { configuration.withLock { $0 = newValue.map { Array($0.utf8) } } }
    }

    package var tokenNames: [String] { kept.withLock { $0.keys.sorted() } }

    package func contexts(environment: [String: String], files: [String: String]) -> ContextStorage {
        ContextStorage(
            environment: environment.merging(["XDG_CONFIG_HOME": "/config"]) { $1 },
            read: { [self] _ throws(ConfigurationError) in
                configuration.withLock { $0.map { ContextStorage.Stored(bytes: $0) } }
            },
            write: { [self] _, bytes throws(ConfigurationError) in configuration.withLock { $0 = bytes } },
            lock: { path throws(ConfigurationError) in path },
            readIfThere: { files[$0].map { Array($0.utf8) } })
    }

    package var tokens: TokenStore {
        TokenStore(
            load: { [self] name in kept.withLock { $0[name] } },
            save: { [self] name, bytes in kept.withLock { $0[name] = bytes } },
            remove: { [self] name in kept.withLock { $0.removeValue(forKey: name) != nil } }, lock: { $0 })
    }
}
