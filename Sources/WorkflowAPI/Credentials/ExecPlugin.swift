/// A program that prints an `ExecCredential`, as a kubeconfig's `user.exec` names it.
///
/// ```yaml
/// exec:
///   apiVersion: client.authentication.k8s.io/v1
///   command: aws
///   args: [eks, get-token, --cluster-name, prod]
///   env: [{name: AWS_PROFILE, value: prod}]
///   interactiveMode: IfAvailable
///   provideClusterInfo: false
/// ```
package struct ExecPlugin: Sendable, Equatable {
    package enum Version: String, Sendable, CaseIterable {
        case v1 = "client.authentication.k8s.io/v1"
        case v1beta1 = "client.authentication.k8s.io/v1beta1"
    }

    package enum InteractiveMode: String, Sendable, CaseIterable {
        case never = "Never", ifAvailable = "IfAvailable", always = "Always"
    }

    package struct Variable: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var version: Version
    package var command: String
    package var arguments: [String] = []
    package var variables: [Variable] = []
    package var interactiveMode = InteractiveMode.ifAvailable
    /// The cluster as the plugin is told of it, JSON of `spec.cluster`; nil tells it nothing.
    package var cluster: String?
    /// What to do where the command is missing.
    package var installHint: String?

    package init(version: Version, command: String) {
        self.version = version
        self.command = command
    }
}
