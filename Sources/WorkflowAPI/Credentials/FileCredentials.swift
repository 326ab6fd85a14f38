/// A token file that somebody else keeps up to date, as Kubernetes does for pods: read for every request.
struct FileCredentials: CredentialSource {
    let path: String
    let form: CredentialHeader
    let origin: String
    let advice: String?
    let readFile: @Sendable (String) throws -> [UInt8]

    func header() throws -> HTTPRequest.Header? {
        let bytes: [UInt8]
        do {
            bytes = try readFile(path)
        } catch {
            throw BackendError.unauthenticated("'\(origin)': cannot read '\(path)': \(error)")
        }
        do throws(TokenProblem) {
            return HTTPRequest.Header(form.name, try form.value(of: String(decoding: bytes, as: UTF8.self)))
        } catch {
            throw BackendError.unauthenticated("'\(origin)': '\(path)': \(error.message)")
        }
    }

    /// Whoever keeps the file may have been quicker than the server's answer.
    func renew(after refused: HTTPRequest.Header) throws -> Bool { try header() != refused }
}
