/// Where one pod works: a folder it starts in, one for its temporary files, and its script beside them.
struct PodFolder: Sendable {
    let path: String
    var work: String { "\(path)/work" }
    var temporary: String { "\(path)/tmp" }

    init(_ pod: String, in run: RunFolder) throws(SystemError) {
        path = "\(run.pods)/\(pod)"
        try Files.makeFolders(work)
        try Files.makeFolders(temporary)
    }

    /// Where a path of the manifest leads: absolute ones stay, others count from the working folder.
    func place(_ name: String) -> String {
        name == "." ? work : name.hasPrefix("/") ? name : "\(work)/\(name)"
    }

    /// Writes a script's text into a file of its own and returns its path.
    func write(script: String) throws(SystemError) -> String {
        let file = "\(path)/script"
        try Files.write(Array(script.utf8), atomicallyTo: file, mode: 0o700)
        return file
    }
}
