import Testing

@testable import WorkflowAPI

/// Whom a kubeconfig and the command line act as, together.
@Suite struct KubeImpersonationTests {
    @Test func readsWhomToActAs() throws {
        let text = "users: [{name: u, user: {as: operator, as-groups: [a, b], as-user-extra: {scopes: [view, 1]}}}]"
        let user = try KubeconfigReader(path: "f").read(Array(text.utf8)).users.entry("u")?.value.impersonation
        #expect(user?.user == "operator" && user?.groups == ["a", "b"])
        #expect(user?.extra == [.init(key: "scopes", values: ["view", "1"])])
    }

    @Test(arguments: [
        (KubeImpersonation(user: "alice"), KubeImpersonation(user: "alice", groups: ["g1", "g2"], uid: "7")),
        (KubeImpersonation(groups: ["g"]), KubeImpersonation(user: "bob", groups: ["g"], uid: "7")),
        (KubeImpersonation(uid: "9"), KubeImpersonation(user: "bob", groups: ["g1", "g2"], uid: "9")),
    ])
    func theCommandLineReplacesWhomToActAsPartByPart(_ asked: KubeImpersonation, _ expected: KubeImpersonation) throws {
        let acting = try Self.acting("as: bob, as-groups: [g1, g2], as-uid: '7', as-user-extra: {k: [v]}", asked)
        var expected = expected
        expected.extra = [.init(key: "k", values: ["v"])]
        #expect(acting == expected)
    }

    @Test func saysWhoNamesGroupsOfNobody() throws {
        let error = #expect(throws: KubeConfigurationError.self) {
            try Self.acting("as-groups: [g], as-uid: '7'", KubeImpersonation(uid: "9"))
        }
        #expect(error?.message == "'kubeconfig user us: as-groups' and '--as-uid' need a user to act as")
        let extra = #expect(throws: KubeConfigurationError.self) {
            try Self.acting("as-user-extra: {k: [v]}", KubeImpersonation())
        }
        #expect(extra?.message == "'kubeconfig user us: as-user-extra' needs a user to act as")
        #expect(try Self.acting("as-groups: [g]", KubeImpersonation(user: "alice")).groups == ["g"])
    }

    /// Whom a user of a kubeconfig acts as, with those options.
    private static func acting(_ user: String, _ asked: KubeImpersonation) throws -> KubeImpersonation {
        let text = """
            current-context: c
            clusters: [{name: lab, cluster: {server: "https://lab"}}]
            users: [{name: us, user: {\(user)}}]
            contexts: [{name: c, context: {cluster: lab, user: us}}]
            """
        var selection = KubeSelection()
        selection.impersonation = asked
        return try KubeconfigReader(path: "f").read(Array(text.utf8)).connection(selection).user.impersonation
    }
}
