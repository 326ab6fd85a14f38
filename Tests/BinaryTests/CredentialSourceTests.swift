import Foundation
import TestSupport
import Testing

/// Where the built program has its credentials from, with real programs, files and an OAuth server.
@Suite(.timeLimit(.minutes(5))) struct CredentialSourceTests {
    /// A server that wants that header, and wfctl set up for it without any credentials.
    static func site(wanting header: String) throws -> Site {
        var site = try Site()
        site.argo.add("build-1")
        site.argo.change { $0.authorization = header }
        site.wfctl.environment["ARGO_TOKEN"] = nil
        return site
    }

    static let list = ["list", "-o", "name"]

    @Test func aCommandPrintsTheToken() async throws {
        let site = try Self.site(wanting: "Bearer " + Site.token)
        let result = try await site.wfctl.run(Self.list + ["-v", "--token-command", "printf '\(Site.token)\\n'"])
        #expect(result.status == 0 && result.out == "build-1\n", "\(result.err)")
        CredentialTests.expectSecrecy(result, Self.list)
    }

    /// Each prints or does what no such program should.
    @Test(arguments: [
        ("yes \(Site.token)", "printed more than any token has"), ("echo \(Site.token); exit 3", "ended with status 3"),
        ("kill -9 $$", "ended with status 137"), ("printf '\(Site.token)\\033[2J'", "is no token"),
        ("printf 'a\\nX-Evil: \(Site.token)'", "is no token"), ("head -c 1000 /dev/urandom", "is no token"),
        (":", "the command printed nothing"), ("no-such-program-\(Site.token.count)", "ended with status 127"),
    ])
    func aHostileCommandIsRefusedWithoutItsOutput(_ command: String, _ part: String) async throws {
        let site = try Self.site(wanting: "Bearer x")
        let result = try await site.wfctl.run(Self.list + ["--token-command", command])
        #expect(result.status == 4)
        #expect(result.err.contains(part), "\(result.err)")
        CredentialTests.expectSecrecy(result, Self.list)
        #expect(site.server.connectionCount == 0)
    }

    @Test func aCommandInheritsNothingThatIsOpen() async throws {
        // The last one is the folder that ls reads.
        let site = try Self.site(wanting: "Bearer 0,1,2,3,")
        let result = try await site.wfctl.run(Self.list + ["--token-command", "ls /proc/self/fd | tr '\\n' ,"])
        #expect(result.status == 0, "\(result.err)")
    }

    @Test func basicAndAPIKeysComeFromFilesAndVariables() async throws {
        var site = try Self.site(wanting: "Basic " + Data("me:p:w".utf8).base64EncodedString())
        try site.wfctl.home.write("p:w\n", to: "password")
        let words = Self.list + ["--username", "me"]
        #expect(try await site.wfctl.run(words + ["--password-file", site.wfctl.home.path + "/password"]).status == 0)
        site.wfctl.environment["WFCTL_PASSWORD"] = "p:w"
        #expect(try await site.wfctl.run(words).status == 0)
        site.wfctl.environment["WFCTL_API_KEY"] = "k"
        _ = try await site.wfctl.run(Self.list + ["--api-key-header", "X-Mine"])
        #expect(site.server.requests.last?[header: "X-Mine"] == "k")
        #expect(site.server.requests.last?[header: "Authorization"] == nil)
    }

    /// Somebody renews it while the command runs.
    @Test func aTokenFileIsReadAgainAfterARefusal() async throws {
        let site = try Self.site(wanting: "Bearer new")
        let (home, argo) = (site.wfctl.home, site.argo)
        let file = try home.write("old\n", to: "token")
        let server = try LoopbackServer { request in
            if request[header: "Authorization"] == "Bearer old" { _ = try? home.write("new\n", to: "token") }
            return argo.handler(request)
        }
        let result = try await site.wfctl.run(Self.list + ["-s", server.url, "--token-file", file])
        #expect(result.status == 0 && result.out == "build-1\n", "\(result.err)")
    }

    @Test func aTokenPipeIsReadOnce() async throws {
        let site = try Self.site(wanting: "Bearer x")
        for file in ["/dev/stdin", "/dev/fd/0"] {
            let result = try await site.wfctl.run(Self.list + ["--token-file", file], input: Site.token)
            #expect(result.status == 4 && result.err.contains("give a token that is still good"), "\(result.err)")
        }
    }

    @Test func aRefusalNamesTheCredentials() async throws {
        let site = try Self.site(wanting: "Bearer x")
        let result = try await site.wfctl.run(Self.list, input: Site.token)
        #expect(result.status == 4)
        #expect(result.err.contains("(no credentials were sent)"), "\(result.err)")
        let other = try await site.wfctl.run(Self.list + ["--token-stdin"], input: Site.token)
        #expect(other.status == 4)
        #expect(other.err.contains("(credentials: --token-stdin; give a token that is still good)"), "\(other.err)")
        CredentialTests.expectSecrecy(other, Self.list)
    }

    @Test func theConfigurationFileIsForItsOwnerAlone() async throws {
        let site = try Self.site(wanting: "Bearer " + Site.token)
        let path = site.wfctl.home.path + "/.config/wfctl/config.yaml"
        var wfctl = site.wfctl
        wfctl.environment["ARGO_SERVER"] = nil
        let set = ["context", "set", "a", "-s", site.server.url, "-n", "argo", "--token-stdin"]
        #expect(try await wfctl.run(set, input: Site.token + "\n").status == 0)
        #expect(try Self.mode(of: path) == 0o600)
        #expect(try Self.mode(of: site.wfctl.home.path + "/.config/wfctl") == 0o700)
        let list = try await wfctl.run(Self.list)
        #expect(list.out == "build-1\n" && list.err == "", "\(list.err)")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let warned = try await wfctl.run(Self.list)
        #expect(warned.status == 0)
        #expect(warned.err.contains("other users can read '\(path)'"), "\(warned.err)")
        for words in [["context", "show"], ["context", "list", "-o", "json"], ["list", "-v"]] {
            CredentialTests.expectSecrecy(try await wfctl.run(words), words)
        }
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let unreadable = try await wfctl.run(Self.list)
        #expect(unreadable.status == 2 && unreadable.err.contains("cannot be read"), "\(unreadable.err)")
    }

    /// Dotfiles are often links; also to what is not there yet.
    @Test(arguments: ["real.yaml", "/real.yaml"]) func aLinkedConfigurationFileStaysALink(_ target: String) async throws
    {
        let wfctl = try Executable()
        let folder = wfctl.home.path + "/.config/wfctl"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let destination = target.hasPrefix("/") ? wfctl.home.path + target : target
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/config.yaml", withDestinationPath: destination)
        for name in ["a", "b"] {
            #expect(try await wfctl.run("context", "set", name, "-s", "argo.test").status == 0)
        }
        #expect(try await wfctl.run("context", "list", "-o", "name").out == "a\nb\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/config.yaml") == destination)
    }

    @Test func anOAuthLoginIsKeptForItsOwnerAloneAndForgotten() async throws {
        let issuer = try LoopbackServer { request in
            switch request.path {
            case "/device":
                .json(
                    #"{"device_code":"D","user_code":"ABCD-EFGH","verification_uri":"https://id.test/go","interval":1}"#
                )
            case "/token": .json(#"{"access_token":"\#(Site.token)","token_type":"Bearer","expires_in":3600}"#)
            default: nil
            }
        }
        var wfctl = try Self.site(wanting: "Bearer " + Site.token).wfctl
        let server = wfctl.environment["ARGO_SERVER"] ?? ""
        wfctl.environment["ARGO_SERVER"] = nil
        let set = [
            "context", "set", "a", "-s", server, "-n", "argo", "--oauth-client-id", "wfctl", "--oauth-token-url",
            issuer.url + "/token", "--oauth-device-url", issuer.url + "/device",
        ]
        #expect(try await wfctl.run(set).status == 0)
        let before = try await wfctl.run(Self.list)
        #expect(before.status == 4 && before.err.contains("use 'wfctl auth login'"), "\(before.err)")
        let login = try await wfctl.run("auth", "login", "-v")
        #expect(login.status == 0 && login.err.contains("enter the code ABCD-EFGH"), "\(login.err)")
        CredentialTests.expectSecrecy(login, ["auth", "login"])
        let tokens = wfctl.home.path + "/.local/state/wfctl/tokens"
        func kept() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: tokens).filter { $0.hasSuffix(".json") }
        }
        let file = try #require(try kept().first)
        #expect(try Self.mode(of: tokens + "/" + file) == 0o600)
        #expect(try Self.mode(of: tokens) == 0o700)
        #expect(try await wfctl.run(Self.list).out == "build-1\n")
        #expect(try await wfctl.run("auth", "token").out == "Bearer \(Site.token)\n")
        #expect(try await wfctl.run("auth", "logout").status == 0)
        #expect(try kept().isEmpty)
        #expect(try await wfctl.run(Self.list).status == 4)
        // That is said of the server alone, unless the login is at the same address.
        wfctl.environment["WFCTL_INSECURE_SKIP_VERIFY"] = "true"
        #expect(try await wfctl.run(Self.list).status == 4)
        wfctl.environment["WFCTL_INSECURE_SKIP_VERIFY"] = nil
        let same = try await wfctl.run("context", "set", "a", "-s", issuer.url, "-k")
        #expect(same.status == 2 && same.err.contains("cannot be told from anybody"), "\(same.err)")
    }

    private static func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? Int ?? 0) & 0o777
    }
}
