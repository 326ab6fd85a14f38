#pragma once

#if defined(__linux__)
#include <stddef.h>

/// What this process asks of its connections beyond what URLSession can say. NULL or 0 leaves the default.
struct wfctl_curl_options {
    /// The only certificate authorities to trust: a PEM file, or PEM text.
    const char *authority_file;
    const void *authority_text;
    size_t authority_text_length;
    /// Accept any certificate, for any name.
    int skips_verification;
    /// PEM files that prove who we are.
    const char *client_certificate;
    const char *client_key;
    /// Connect to this socket, whatever host the URL names.
    const char *unix_socket;
};

/// Sets the options of every connection of this process; they are copied. Only before the first request:
/// returns 0, or -1 when it is too late or memory is short.
int wfctl_curl_configure(const struct wfctl_curl_options *options);

/// Why requests cannot be made as configured, or NULL when they can. Opens libcurl.
const char *wfctl_curl_problem(void);

/// From within URLSession's callback with body bytes: takes no more of this answer from the network for now.
/// Returns a name for the transfer, which may be used even after its end.
unsigned long wfctl_curl_hold(void);

/// Goes on with a transfer that was held. Only where URLSession itself calls libcurl.
void wfctl_curl_release(unsigned long transfer);

#endif
