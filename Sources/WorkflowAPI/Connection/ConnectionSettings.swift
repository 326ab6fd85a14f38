/// What the command line said about where workflows live; nil and empty mean that it said nothing.
///
/// The environment is not in here: `BackendChoice` adds it, so that it can tell where a value came from.
package struct ConnectionSettings: Sendable, Equatable {
    /// `--backend`
    package var backend: BackendKind?
    /// `--local`
    package var isLocal = false
    /// `-s`, `--server`: `host:port` or a URL.
    package var server: String?
    package var token: String?
    package var tokenFile: String?
    /// `-n`
    package var namespace: String?
    /// `--argo-base-href`: a path before `/api/v1`.
    package var baseHref: String?
    /// `-e`, `--secure`
    package var secure: Bool?
    /// `-k`, `--insecure-skip-verify`
    package var skipsVerification: Bool?
    package var certificateAuthority: String?
    /// `-H`, each `Name: value`.
    package var headers: [String] = []
    /// Zero waits for ever.
    package var requestTimeout: Duration?
    /// `--retries`
    package var retries: Int?
    /// `--no-retry`
    package var refusesRetries = false
    package var instanceID: String?

    package init() {}
}
