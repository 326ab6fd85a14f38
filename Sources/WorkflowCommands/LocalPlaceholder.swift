import WorkflowAPI
enum LocalRunner { static func main(folder: String) async throws {} }
enum LocalBackend {
    static func system(environment: [String: String], executable: String, note: @escaping @Sendable (String) -> Void)
        throws -> any Backend
    { throw BackendError.unsupported("x", by: .local) }
}
