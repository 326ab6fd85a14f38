/// How a user proves who it is. What stands in the file side by side is kept side by side.
package struct KubeUser: Sendable, Equatable {
    package var token: Secret?
    /// Read again whenever it changes; beats `token`.
    package var tokenFile: String?
    package var username: String?
    package var password: Secret?
    package var clientCertificate: PEM?
    package var clientKey: PEM?
    package var exec: KubeExec?
    package var impersonation = KubeImpersonation()
    /// The name of a built-in plugin of old, which no client has any more.
    package var authProvider: String?

    package init() {}
}

/// A program that makes credentials, as `users[].user.exec` describes it.
package struct KubeExec: Sendable, Equatable {
    package var version: ExecPlugin.Version
    /// A name to look for in PATH, or a path.
    package var command: String
    package var arguments: [String] = []
    /// Added to the environment; the values may be secrets.
    package var environment: [Variable] = []
    /// What to tell a user who lacks the program.
    package var installHint: String?
    package var providesClusterInfo = false
    package var interaction = ExecPlugin.InteractiveMode.ifAvailable

    package struct Variable: Sendable, Equatable {
        package var name: String
        package var value: Secret
    }
}

/// Whom to act as.
package struct KubeImpersonation: Sendable, Equatable {
    package var user: String?
    package var groups: [String] = []
    package var uid: String?
    /// What else a cluster's rules may look at, by its key.
    package var extra: [Extra] = []

    package struct Extra: Sendable, Equatable {
        package var key: String
        package var values: [String]
    }

    package init(user: String? = nil, groups: [String] = [], uid: String? = nil) {
        self.user = user
        self.groups = groups
        self.uid = uid
    }

    /// Takes over what another says; what that leaves open stays.
    mutating func replace(with other: KubeImpersonation) {
        user = other.user ?? user
        if !other.groups.isEmpty { groups = other.groups }
        uid = other.uid ?? uid
        if !other.extra.isEmpty { extra = other.extra }
    }

    package var isEmpty: Bool { user == nil && groups.isEmpty && uid == nil && extra.isEmpty }
}
