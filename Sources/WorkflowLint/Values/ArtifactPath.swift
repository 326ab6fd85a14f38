/// Paths of artifacts in containers, as argo's server reads them.
enum ArtifactPath {
    /// Without doubled slashes, `.` and `..`, as Go's `filepath.Clean` leaves a path.
    static func cleaned(_ text: String) -> String {
        var parts: [Substring] = []
        let isAbsolute = text.hasPrefix("/")
        for part in text.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if let last = parts.last, last != ".." {
                parts.removeLast()
            } else if !isAbsolute {
                parts.append(part)
            }
        }
        let path = parts.joined(separator: "/")
        return isAbsolute ? "/" + path : path.isEmpty ? "." : path
    }

    /// Whether `..` leads out of the folder that stands before it: `/tmp/../etc`.
    static func leavesFolder(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let up = parts.dropFirst().firstIndex(of: "..") else { return false }
        let folder = parts[..<up].joined(separator: "/")
        guard !folder.isEmpty else { return false }
        let path = cleaned(text)
        return !path.hasPrefix(folder + "/") || path.utf8.count <= folder.utf8.count + 1
    }
}
