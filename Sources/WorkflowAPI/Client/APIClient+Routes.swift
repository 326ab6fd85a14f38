extension APIClient {
    /// Asks, and asks the other way where the server does not know the first one.
    func attempt<Response, Result>(
        _ endpoint: Endpoint<Response>, _ ifUnknown: UnknownRoute<Response>,
        ask: (Endpoint<Response>) async throws -> Result
    ) async throws -> Result {
        if case .throw(let error, let question?) = ifUnknown, memory.recall(question) != nil { throw error }
        if case .ask(let other, let question?) = ifUnknown, memory.recall(question) != nil {
            return try await attempt(other, insteadOf: endpoint, ask: ask)
        }
        let first: FailedAnswer
        do {
            return try await ask(endpoint)
        } catch let failure as FailedAnswer { first = failure }
        guard first.isUnknownRoute else { throw first.error }
        switch ifUnknown {
        case .fail: throw unknownRoute ?? first.error
        case .throw(let error, let question):
            if let question, first.isServersOwnWord { memory.keep("none", for: question) }
            throw error
        case .ask(let other, let question):
            do {
                let result = try await ask(other)
                if let question { memory.keep("other", for: question) }
                return result
            } catch let second as FailedAnswer { throw second.isUnknownRoute ? first.error : second.error }
        }
    }

    /// Asks the way that went well before, and the proper way where it may have become wrong meanwhile.
    private func attempt<Response, Result>(
        _ remembered: Endpoint<Response>, insteadOf proper: Endpoint<Response>,
        ask: (Endpoint<Response>) async throws -> Result
    ) async throws -> Result {
        let first: FailedAnswer
        do {
            return try await ask(remembered)
        } catch let failure as FailedAnswer { first = failure }
        guard first.mayBeOfAnotherServer else { throw first.error }
        do {
            let result = try await ask(proper)
            memory.forgetEverything()
            return result
        } catch let second as FailedAnswer {
            guard !second.isUnknownRoute else { throw first.error }
            memory.forgetEverything()
            throw second.error
        }
    }
}

extension FailedAnswer {
    /// Said by the API itself, and not by something that stands in for it for a while.
    fileprivate var isServersOwnWord: Bool {
        if case .server(let status, _) = error { status == 405 || status == 501 } else { false }
    }

    /// What a server says to a route that it does not have, or does not have any more.
    fileprivate var mayBeOfAnotherServer: Bool {
        switch error {
        case .notFound, .malformed: true
        default: isUnknownRoute
        }
    }
}
