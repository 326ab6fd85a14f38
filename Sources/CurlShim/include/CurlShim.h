#pragma once

#if defined(__linux__)
#include <stddef.h>

/// PEM, in a file or in memory; both NULL for none.
struct wfctl_pem {
    const char *file;
    const void *text;
    size_t text_length;
};

/// What this process asks of its connections beyond what URLSession can say. NULL or 0 leaves the default.
///
/// What is said of the server holds for its own scheme, host and port, and for nobody else.
struct wfctl_curl_options {
    /// The server, in lower case and with its port: `https://argo.example.com:2746`. NULL means every host.
    const char *server;
    /// The only certificate authorities to trust with the server; with others, in addition to the system's.
    struct wfctl_pem authority;
    /// Accept any certificate of the server, for any name.
    int skips_verification;
    /// What proves to the server who we are.
    struct wfctl_pem client_certificate;
    struct wfctl_pem client_key;
    /// Where the server's socket is.
    const char *unix_socket;
    /// `host:port:host:port`: connect to the second pair where the server's URL names the first.
    const char *connect_to;
    /// The proxy for every connection, whatever the environment says.
    const char *proxy;
    /// The server is reached without the environment's proxy, which is not to look again whether it is exempt.
    int bypasses_proxy;
};

/// Stands in a header between values that are sent as lines of their own; URLSession lets it pass, and no value has it.
#define WFCTL_LINE_SEPARATOR "\x1F"

/// Sets the options of every connection of this process; they are copied. Only before the first request:
/// returns 0, or -1 when it is too late or memory is short.
int wfctl_curl_configure(const struct wfctl_curl_options *options);

/// Shows the server this certificate from the next connection on; at any time. Returns 0, or -1 when memory is short.
int wfctl_curl_renew_identity(struct wfctl_pem certificate, struct wfctl_pem key);

/// Why requests cannot be made as configured, or NULL when they can. Opens libcurl.
const char *wfctl_curl_problem(void);

/// From within URLSession's callback with body bytes: takes no more of this answer from the network for now.
/// Returns a name for the transfer, which may be used even after its end.
unsigned long wfctl_curl_hold(void);

/// Goes on with a transfer that was held. Only where URLSession itself calls libcurl.
void wfctl_curl_release(unsigned long transfer);

#endif
