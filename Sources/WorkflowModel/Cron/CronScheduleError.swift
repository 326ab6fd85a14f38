/// Why a text is no schedule, in a sentence of the library that argo reads them with.
package struct CronScheduleError: Error, Equatable, Sendable {
    package let message: String

    init(_ message: String) { self.message = message }
}
