import Testing

@testable import WorkflowAPI

@Suite struct ProxyExemptionTests {
    @Test(arguments: [
        ("example.com", ["example.com:443", "a.b.EXAMPLE.com:1"], ["badexample.com:443", "example.org:443"]),
        (".example.com", ["a.example.com:443", "example.com:443"], ["badexample.com:443"]),
        ("vm., x.y.", ["vm:80", "a.x.y:80"], ["vmx:80"]), ("*.example.com", ["a.example.com:443"], ["example.org:443"]),
        ("*", ["any:1", "10.0.0.1:1", "[::1]:1"], []),
        ("a, b\tc", ["a:1", "b:1", "c:1"], ["d:1"]), ("", [], ["a:1"]), (",", [], ["a:1"]),
        ("argo:2746", ["argo:2746"], ["argo:443"]), ("10.1.2.3", ["10.1.2.3:80"], ["10.1.2.4:80", "x10.1.2.3:80"]),
        ("10.0.0.0/8", ["10.255.0.1:80"], ["11.0.0.1:80", "ten:80"]), ("10.1.0.0/15", ["10.0.9.9:1"], ["10.2.0.0:1"]),
        ("0.0.0.0/0", ["9.9.9.9:1"], ["[::1]:1", "name:1"]), ("10.0.0.0/33", [], ["10.0.0.1:1"]),
        ("::1", ["[::1]:80"], ["[::2]:80", "127.0.0.1:80"]), ("[::1]:80", ["[::1]:80"], ["[::1]:81"]),
        ("fd00::/8", ["[fd12::9]:443"], ["[fe80::1]:443", "10.0.0.1:443"]), ("0:0:0:0:0:0:0:1", ["[::1]:80"], []),
        ("10.1.2.3:80", ["10.1.2.3:80"], ["10.1.2.3:81"]),
    ])
    func coversWhatIsListed(_ list: String, _ covered: [String], _ others: [String]) {
        let exemptions = ProxyExemptions(list)
        for authority in covered { #expect(exemptions.cover(authority), "\(list) \(authority)") }
        for authority in others { #expect(!exemptions.cover(authority), "\(list) \(authority)") }
    }
}
