import LocalEngine
import WorkflowAPI

extension TokenStore {
    /// Tokens in `$XDG_STATE_HOME/wfctl/tokens`: a folder and files for their owner alone, each written in one step.
    static func system(environment: [String: String]) -> TokenStore {
        let folder = LocalConfiguration.defaultRoot(environment: environment).map { $0 + "/tokens" }
        return TokenStore(
            load: { name in
                guard let folder, let stamp = Files.stamp("\(folder)/\(name)") else { return nil }
                guard stamp.mode & 0o077 == 0 else {
                    throw BackendError.storage(
                        "other users can read the token in '\(folder)/\(name)'; remove it and log in again")
                }
                return try storing { () throws(SystemError) in try Files.read("\(folder)/\(name)", limit: 1 << 20) }
            },
            save: { name, bytes in
                let folder = try existing(folder)
                try storing { () throws(SystemError) in try Files.write(bytes, atomicallyTo: "\(folder)/\(name)") }
            },
            remove: { name in
                guard let folder, Files.stamp("\(folder)/\(name)") != nil else { return false }
                try storing { () throws(SystemError) in try Files.removeTree("\(folder)/\(name)") }
                return true
            },
            lock: { name in
                let folder = try existing(folder)
                return try storing { () throws(SystemError) in
                    try FileLock.tryAcquire("\(folder)/\(name).lock", .exclusive, creating: true)
                }
            })
    }

    private static func existing(_ folder: String?) throws(BackendError) -> String {
        guard let folder else {
            throw .storage("there is no place for a token: neither XDG_STATE_HOME nor HOME is set")
        }
        try storing { () throws(SystemError) in try Files.makeFolders(folder) }
        return folder
    }

    private static func storing<Result>(_ body: () throws(SystemError) -> Result) throws(BackendError) -> Result {
        do throws(SystemError) {
            return try body()
        } catch { throw .storage("\(error)") }
    }
}
