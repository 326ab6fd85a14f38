import Foundation
import TestSupport
import Testing
import WorkflowAPI

/// Manifests and parameters as the executable gets them.
@Suite(.timeLimit(.minutes(5))) struct ManifestTests {
    @Test func aPageThatIsNotThereIsNoManifest() async throws {
        let server = try LoopbackServer([
            "GET /gone.yaml": .html("<html>gone</html>", status: 404),
            "GET /login.yaml": .html("<html>who are you?</html>"),
        ])
        let wfctl = try Executable(companion: server)
        let result = try await wfctl.run(
            "lint", "-o", "simple", server.url + "/gone.yaml", server.url + "/login.yaml")
        #expect(result.status == 1)
        #expect(
            result.out == """
                \(server.url)/gone.yaml: error: cannot be read: the server answered 404 [unreadable]
                \(server.url)/login.yaml: error: cannot be read: it is an HTML page, not a manifest [unreadable]

                """)
    }

    @Test func anAddressLeadsOnToTheManifest() async throws {
        let manifest = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {generateName: p-}
            spec: {entrypoint: m, templates: [{name: m, container: {image: a}}]}
            """
        let server = try LoopbackServer { request in
            let places = ["/old.yaml": "/new/wf.yaml", "/loop.yaml": "/loop.yaml", "/mail.yaml": "mailto:a@b.test"]
            guard let place = places[request.path] else { return .text(manifest) }
            return LoopbackAnswer(status: 302, headers: [.init("Location", place)])
        }
        let wfctl = try Executable(companion: server)
        #expect(try await wfctl.run("lint", server.url + "/old.yaml").status == 0)
        let result = try await wfctl.run(
            "lint", "-o", "simple", server.url + "/loop.yaml", server.url + "/mail.yaml")
        #expect(result.status == 1)
        #expect(result.out.contains("/loop.yaml: error: cannot be read: it leads from place to place without end"))
        #expect(
            result.out.contains("/mail.yaml: error: cannot be read: it is elsewhere, and the server does not say where")
        )
    }

    /// What is wrong with a parameter of the command line is shown where the parameter is in the file.
    @Test func aParametersPlaceIsThatInTheFile() async throws {
        let machine = try Machine()
        let manifest = try machine.wfctl.home.write(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {generateName: p-}
            spec:
              entrypoint: main
              arguments:
                parameters:
                - {name: first, value: a}
                - {name: last, value: z}
              templates: [{name: main, script: {command: [sh], source: 'true'}}]
            """, to: "p.yaml")
        let result = try await machine.run("submit", manifest, "-p", "last={{size")
        #expect(
            result
                == .init(
                    2,
                    err: """
                        wfctl: \(manifest):9:27: spec.arguments.parameters[1].value has '{{' without '}}'
                              - {name: last, value: z}
                                                    ^

                        """))
    }
}
