import Testing

@testable import WorkflowAPI

@Suite struct ConfigurationErrorTests {
    @Test(arguments: [
        (ConfigurationError.nothingConfigured, "no server is configured"),
        (
            .noServer(for: .argo, .flag("--backend argo")),
            "'--backend argo' asks for the argo backend, but no server is given"
        ),
        (.contradiction(.flag("--local"), .flag("--server")), "'--local' and '--server' contradict each other"),
        (
            .kubeconfig(.noCurrentContext(known: ["a", "b"])), "the kubeconfig names no current context"
        ),
        (
            .invalid(.variable("ARGO_SECURE"), value: "yes", expected: "true or false"),
            "'ARGO_SECURE': expected true or false, found 'yes'"
        ),
        (
            .server(.variable("ARGO_SERVER"), .userInfo),
            "'ARGO_SERVER': an address must not hold a user name or a password"
        ),
        (.server(.flag("--server"), .port("x")), "'--server': expected a port from 1 to 65535, found 'x'"),
        (.token(.flag("--token"), .schemeOnly("Bearer")), "'--token': there is no token after 'Bearer'"),
        (.header(.noColon), "'--header': expected 'Name: value', found no colon"),
        (
            .unreadable(.flag("--token-file"), path: "/t", reason: "No such file or directory"),
            "'--token-file': cannot read '/t': No such file or directory"
        ),
        (
            .useless(.flag("--token-file"), path: "/t", expected: "a token"),
            "'--token-file': '/t' does not hold a token"
        ),
        (
            .instanceID(.variable("ARGO_INSTANCEID"), .argo),
            "'ARGO_INSTANCEID': an instance id cannot be used with an Argo Server"
        ),
        (
            .instanceID(.flag("--instanceid"), .kubernetes),
            "'--instanceid': an instance id cannot be used with the kubernetes backend"
        ),
        (
            .instanceID(.flag("--instanceid"), .nightcrawler),
            "'--instanceid': an instance id cannot be used with the nightcrawler backend"
        ),
    ])
    func saysWhichSettingIsWrongAndWhy(_ error: ConfigurationError, _ message: String) {
        #expect(error.message == message)
    }

    @Test func namesTheWaysOut() {
        for error in [ConfigurationError.nothingConfigured, .noServer(for: .argo, .flag("--backend argo"))] {
            let hint = error.hint ?? ""
            #expect(hint.contains("--server") && hint.contains("ARGO_SERVER") && hint.contains("--local"))
        }
    }

    @Test(arguments: ["https://u:s3cret@argo", "u:s3cret@argo:1", "https://argo?token=s3cret", "s3cret@x://argo"])
    func neverRepeatsAnAddressThatHoldsSecrets(_ address: String) {
        var settings = ConnectionSettings()
        settings.server = address
        do {
            _ = try BackendChoice.choose(settings, environment: [:]) { _ in [] }
            Issue.record("'\(address)' was taken")
        } catch {
            #expect(!"\(error) \(error.message) \(error.hint ?? "")".contains("s3cret"))
        }
    }
}
