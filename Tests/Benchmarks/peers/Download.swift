// The barest download through URLSession: a data delegate that counts the bytes and drops them.
import Foundation
import FoundationNetworking

/// Counts what arrives; ends the process when nothing more does.
final class Counter: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    private var count = 0

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) { count += data.count }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let isWhole = error == nil && (task.response as? HTTPURLResponse)?.expectedContentLength == Int64(count)
        _exit(isWhole ? 0 : 1)
    }
}

guard let url = URL(string: CommandLine.arguments[1]) else { _exit(2) }
let session = URLSession(configuration: .ephemeral, delegate: Counter(), delegateQueue: nil)
session.dataTask(with: url).resume()
dispatchMain()
