/// The file of the program that runs now.
enum OwnProgram {
    /// `name` is what it was called by, which may be a word that was found in `PATH`.
    static func path(startedAs name: String, environment: [String: String]) -> String {
        // In a process that is being started this still means the program of the one that starts it, even if its
        // file was replaced or removed meanwhile.
        let own = "/proc/self/exe"
        if Files.isExecutable(own) { return own }
        return CommandSearch(environment: environment).file(for: name, in: ".") ?? name
    }
}
