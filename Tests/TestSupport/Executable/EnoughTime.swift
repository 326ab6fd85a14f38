/// Runs something that the product gives only so much time, with twice as much whenever a busy machine did not let it come
/// as far as the test is about.
///
/// - Parameters:
///   - milliseconds: what it gets at first.
///   - attempt: is told the time as an option's value, `300ms`; answers whether it came that far, by what a server or a
///     pipe has seen and never by what is tested.
/// - Returns: the first result that did; at last, whatever came of several minutes.
package func withEnoughTime<Result>(
    from milliseconds: Int, _ attempt: (String) async throws -> (result: Result, isEnough: Bool)
) async throws -> Result {
    var milliseconds = milliseconds
    while true {
        let (result, isEnough) = try await attempt("\(milliseconds)ms")
        if isEnough || milliseconds > 120_000 { return result }
        milliseconds *= 2
    }
}
