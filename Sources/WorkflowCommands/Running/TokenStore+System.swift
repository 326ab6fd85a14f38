import LocalEngine
import WorkflowAPI

extension TokenStore {
    /// Tokens in `$XDG_STATE_HOME/wfctl/tokens`: a folder and files for their owner alone, each written in one step.
    static func system(environment: [String: String]) -> TokenStore {
        let folder = LocalConfiguration.defaultRoot(environment: environment).map { $0 + "/tokens" }
        return TokenStore(
            load: { name in
                guard let folder else { return nil }
                let path = "\(folder)/\(name)"
                guard let stamp = Files.stamp(path) else { return nil }
                guard stamp.mode & 0o077 == 0 else {
                    throw BackendError.storage(
                        "other users can read the token in '\(path)'; remove it and log in again")
                }
                do {
                    return try Files.read(path, limit: 1 << 20)
                } catch { throw BackendError.storage("\(error)") }
            },
            save: { name, bytes in
                guard let folder else {
                    throw BackendError.storage("there is no place for a token: neither XDG_STATE_HOME nor HOME is set")
                }
                do {
                    try Files.makeFolders(folder)
                    try Files.write(bytes, atomicallyTo: "\(folder)/\(name)")
                } catch { throw BackendError.storage("\(error)") }
            },
            remove: { name in
                guard let folder, Files.stamp("\(folder)/\(name)") != nil else { return false }
                do {
                    try Files.removeTree("\(folder)/\(name)")
                } catch { throw BackendError.storage("\(error)") }
                return true
            })
    }
}
