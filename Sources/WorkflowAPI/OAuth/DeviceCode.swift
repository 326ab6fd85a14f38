import DocumentKit

/// What a person types into a browser, and what we ask with meanwhile (RFC 8628 3.2).
///
/// ```json
/// {"device_code": "GmRh…", "user_code": "WDJB-MJHT", "verification_uri": "https://id.example.com/device",
///  "verification_uri_complete": "https://id.example.com/device?user_code=WDJB-MJHT",
///  "expires_in": 1800, "interval": 5}
/// ```
package struct DeviceCode: Sendable, Equatable {
    var deviceCode: Secret
    package var userCode: String
    package var address: String
    /// The address with the code in it.
    package var completeAddress: String?
    /// Seconds.
    package var lifetime: Int
    /// Seconds between two questions.
    var interval: Int

    init?(_ answer: DocumentValue) {
        guard let device = answer["device_code"]?.string, let user = answer["user_code"]?.string,
            // An early draft, which some servers still speak, called it an url.
            let address = answer["verification_uri"]?.string ?? answer["verification_url"]?.string,
            // Somebody is going to open it.
            Origin(address) != nil
        else { return nil }
        deviceCode = Secret(device)
        userCode = user
        self.address = address
        completeAddress = answer["verification_uri_complete"]?.string.flatMap { Origin($0) == nil ? nil : $0 }
        lifetime = min(max(answer["expires_in"]?.int ?? 900, 1), 86_400)
        interval = min(max(answer["interval"]?.int ?? 5, 1), 300)
    }
}
