import Testing

@testable import WorkflowAPI

@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("argo:2746", "https://argo:2746"),
        ("ARGO.Example.com:2746", "https://argo.example.com:2746"),
        ("localhost", "https://localhost"),
        ("[::1]:2746", "https://[::1]:2746"),
        ("[2001:DB8::1]", "https://[2001:db8::1]"),
        ("http://argo:80", "http://argo:80"),
        ("HTTPS://argo", "https://argo"),
        ("https://argo.example.com/workflows/", "https://argo.example.com/workflows"),
        ("argo:2746/a//b", "https://argo:2746/a/b"),
        ("https://argo/a b/%41/%zz", "https://argo/a%20b/%41/%25zz"),
        ("bücher.example:1", "https://bücher.example:1"),
    ])
    func readsWhatPeopleWrite(_ text: String, _ url: String) throws {
        #expect(try ServerAddress(parsing: text).url(scheme: .https) == url)
    }

    @Test(arguments: [
        ("", ServerAddressProblem.empty), (":2746", .host), ("https://", .host), ("https:///path", .host),
        ("ftp://argo", .scheme("ftp")), ("argo:port", .port("port")), ("argo:", .port("")), ("argo:0", .port("0")),
        ("argo:65536", .port("65536")), ("argo:+1", .port("+1")),
        ("argo:99999999999999999999", .port("99999999999999999999")),
        ("::1", .bareIPv6), ("[fe80::1%25lo]:1", .zone), ("http://[fe80::1%lo]", .zone), ("[::1", .host),
        ("[::1]2746", .host), ("[argo]:1", .host), ("ar go:1", .host),
        ("a%2f:1", .host), ("user:pass@argo:1", .userInfo), ("https://user@argo", .userInfo),
        ("https://user:p/w@argo", .userInfo), ("argo:1?x=1", .queryOrFragment), ("argo:1/#x", .queryOrFragment),
        ("argo:1/../x", .path), ("argo:1/./x", .path), ("argo\r\n:1", .host),
    ])
    func refusesWhatCannotBeAnAddress(_ text: String, _ problem: ServerAddressProblem) {
        #expect(throws: problem) { try ServerAddress(parsing: text) }
    }
}
