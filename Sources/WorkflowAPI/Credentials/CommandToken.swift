/// Has a token from a program that prints it, as `gcloud auth print-access-token` does.
struct CommandToken: Sendable {
    let command: TokenCommand
    let header: CredentialHeader
    let origin: String
    let world: CredentialWorld

    /// A person takes longer to answer than a program.
    static let (timeout, timeoutWithQuestions) = (Duration.seconds(60), Duration.seconds(300))

    func issue() async throws -> IssuedCredential {
        var call = ProgramCall(
            command.words, timeout: world.isInteractive ? Self.timeoutWithQuestions : Self.timeout)
        call.isInteractive = world.isInteractive
        let result = try await world.run(call)
        let output = try ProgramOutput(name: command.name, origin: origin).read(result)
        do throws(TokenProblem) {
            let value = try header.value(of: String(decoding: output, as: UTF8.self))
            return IssuedCredential(header: HTTPRequest.Header(header.name, value))
        } catch .empty {
            throw BackendError.unauthenticated("\(origin): the command printed nothing, where a token was to come")
        } catch {
            throw BackendError.unauthenticated(
                "\(origin): what '\(command.name)' printed is no token: \(error.message)")
        }
    }
}

/// What a program that makes credentials printed, or why there is none; never the output itself.
struct ProgramOutput: Sendable {
    let name: String
    let origin: String
    var installHint: String?

    func read(_ result: ProgramResult) throws(BackendError) -> [UInt8] {
        switch result {
        case .ended(0, let output): return output
        case .ended(let status, _): throw .unauthenticated("\(origin): '\(name)' ended with status \(status)")
        case .missing:
            throw .unauthenticated("\(origin): there is no program '\(name)'" + (installHint.map { "; \($0)" } ?? ""))
        case .failed(let reason): throw .unauthenticated("\(origin): '\(name)': \(reason)")
        case .tookTooLong: throw .unauthenticated("\(origin): '\(name)' took too long and was stopped")
        case .printedTooMuch: throw .unauthenticated("\(origin): '\(name)' printed more than any token has")
        }
    }
}
