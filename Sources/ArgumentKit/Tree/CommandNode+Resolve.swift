extension CommandNode {
    /// Walks `words` (without the tool's own name) down to a command and parses the rest with its declarations. Pure.
    package func resolve(
        _ words: [String], environment: [String: String]
    ) throws(UsageError) -> Invocation<Context> {
        if words.first == CompletionRequest.command {
            return .complete(completionRequest(words.dropFirst()))
        }
        var walk = CommandWalk(root: self, words: words[...])
        do {
            while case .branch(let branch) = walk.node.role {
                if branch.isRoot { walk.globals = branch.globals }
                if let answer = try walk.descend() { return answer }
            }
            return try walk.finish(environment)
        } catch {
            throw UsageError(error: error, path: walk.path, usage: walk.info.usage(walk.path))
        }
    }

    var isRoot: Bool {
        if case .branch(let branch) = role { branch.isRoot } else { false }
    }
}
