// What this process asks of every connection.

#if defined(__linux__)
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "CurlShim.h"
#include "Libcurl.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct wfctl_curl_options options;
static int is_fixed;
static int uses_hashed_authorities;

static curl_slist *connect_to;
/// Where libcurl itself looks for authorities.
static char *system_bundle, *system_directory;
/// The system's authorities and ours, for hosts other than the server.
static char *joined_authorities;
static size_t joined_length;

/// Copies a text; clears `is_complete` when memory is short.
static const char *copy(const char *text, int *is_complete) {
    char *copied = text ? strdup(text) : NULL;
    if (text && !copied) *is_complete = 0;
    return copied;
}

static struct wfctl_pem copy_pem(struct wfctl_pem pem, int *is_complete) {
    struct wfctl_pem copied = {copy(pem.file, is_complete), NULL, pem.text_length};
    if (!pem.text) return copied;
    void *text = malloc(pem.text_length + 1);
    if (text) memcpy(text, pem.text, pem.text_length);
    if (!text) *is_complete = 0;
    copied.text = text;
    return copied;
}

int wfctl_curl_configure(const struct wfctl_curl_options *wanted) {
    pthread_mutex_lock(&lock);
    int is_complete = !is_fixed;
    if (is_complete) {
        struct wfctl_curl_options copied = *wanted;
        copied.server = copy(wanted->server, &is_complete);
        copied.authority = copy_pem(wanted->authority, &is_complete);
        copied.client_certificate = copy_pem(wanted->client_certificate, &is_complete);
        copied.client_key = copy_pem(wanted->client_key, &is_complete);
        copied.unix_socket = copy(wanted->unix_socket, &is_complete);
        copied.connect_to = copy(wanted->connect_to, &is_complete);
        copied.proxy = copy(wanted->proxy, &is_complete);
        if (is_complete) options = copied;
    }
    pthread_mutex_unlock(&lock);
    return is_complete ? 0 : -1;
}

int wfctl_curl_renew_identity(struct wfctl_pem certificate, struct wfctl_pem key) {
    int is_complete = 1;
    struct wfctl_pem new_certificate = copy_pem(certificate, &is_complete), new_key = copy_pem(key, &is_complete);
    if (!is_complete) return -1;
    pthread_mutex_lock(&lock);
    // The old ones stay where they are: a connection may be about to read them.
    options.client_certificate = new_certificate;
    options.client_key = new_key;
    pthread_mutex_unlock(&lock);
    return 0;
}

static int has_authority(void) { return options.authority.file || options.authority.text; }

// MARK: - Authorities

/// How many certificates the bundle holds, or -1.
static int certificates_in(const char *path) {
    FILE *file = fopen(path, "re");
    if (!file) return -1;
    char line[256];
    int count = 0;
    while (fgets(line, sizeof line, file)) count += strncmp(line, "-----BEGIN ", 11) == 0;
    fclose(file);
    return count;
}

/// How many links like `9b5697b0.0` the directory holds.
static int hashed_links_in(const char *path) {
    DIR *directory = opendir(path);
    if (!directory) return 0;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
        size_t digits = 0;
        while (isxdigit((unsigned char)entry->d_name[digits])) digits++;
        count += digits == 8 && entry->d_name[8] == '.' && isdigit((unsigned char)entry->d_name[9]);
    }
    closedir(directory);
    return count;
}

/// Appends bytes to a text; frees it and returns NULL when memory is short.
static char *append(char *text, size_t *length, const void *bytes, size_t count) {
    char *longer = realloc(text, *length + count + 1);
    if (!longer) {
        free(text);
        return NULL;
    }
    memcpy(longer + *length, bytes, count);
    *length += count;
    return longer;
}

/// Finds out, once, where the system's authorities are.
static void look_at_authorities(const struct libcurl *curl, CURL *easy) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static int has_looked;
    pthread_mutex_lock(&lock);
    if (!has_looked) {
        char *bundle = NULL, *directory = NULL;
        curl->easy_getinfo(easy, INFO_CAINFO, &bundle);
        curl->easy_getinfo(easy, INFO_CAPATH, &directory);
        system_bundle = bundle ? strdup(bundle) : NULL;
        system_directory = directory ? strdup(directory) : NULL;
        // Only where both hold the same: a bundle somebody added to by hand is read as before.
        uses_hashed_authorities = bundle && directory && certificates_in(bundle) == hashed_links_in(directory);
        has_looked = 1;
    }
    pthread_mutex_unlock(&lock);
}

/// Appends a file to a text; leaves it as it is when there is none, and frees it when memory is short.
static char *append_file(char *text, size_t *length, const char *path) {
    FILE *file = path ? fopen(path, "re") : NULL;
    if (!file) return text;
    char piece[16384];
    size_t count;
    while (text && (count = fread(piece, 1, sizeof piece, file)) > 0) text = append(text, length, piece, count);
    fclose(file);
    return text ? append(text, length, "\n", 1) : NULL;
}

/// The bundle of the system, where its directory does not do, and then our own authorities.
static const char *join_authorities(void) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&lock);
    if (!joined_authorities) {
        size_t length = 0;
        char *text = malloc(1);
        if (text && !uses_hashed_authorities) text = append_file(text, &length, system_bundle);
        if (text && options.authority.file) text = append_file(text, &length, options.authority.file);
        if (text && options.authority.text) {
            text = append(text, &length, options.authority.text, options.authority.text_length);
        }
        joined_length = length;
        joined_authorities = text;
    }
    pthread_mutex_unlock(&lock);
    return joined_authorities;
}

// MARK: - Setting options

#define SET(option, value) \
    if (curl->easy_setopt(easy, OPT_##option, value) != 0) return #option;
/// Either of the two, or none.
#define SET_PEM(option, pem, is_wanted) \
    SET(option, is_wanted ? (pem).file : NULL) \
    if (is_wanted && (pem).text) { \
        struct curl_blob blob = {(void *)(pem).text, (pem).text_length, 0}; \
        SET(option##_BLOB, &blob) \
    }

const char *wfctl_options_apply(const struct libcurl *curl, CURL *easy) {
    // From here on the options no longer change, save the client's identity, and may be read without the lock.
    pthread_mutex_lock(&lock);
    is_fixed = 1;
    if (options.connect_to && !connect_to) connect_to = curl->slist_append(NULL, options.connect_to);
    pthread_mutex_unlock(&lock);
    SET(TCP_KEEPALIVE, 1L)
    SET(TCP_KEEPIDLE, 60L)
    SET(TCP_KEEPINTVL, 15L)
    // Over HTTP/2 libcurl buffers up to 32 MB of every stream that is held back, and some resets look like an end.
    SET(HTTP_VERSION, 2L)
    // A proxy's answer to CONNECT is not the server's.
    SET(SUPPRESS_CONNECT_HEADERS, 1L)
    return NULL;
}

static int is_tls(const char *url) { return strncasecmp(url, "https://", 8) == 0; }

/// Whether a URL is the server's: of its scheme, host and port.
static int is_server(const char *url) {
    if (!options.server || !url) return 1;
    const char *host = strstr(url, "://");
    if (!host) return 0;
    host += 3;
    size_t length = strcspn(host, "/?#");
    // Whoever is named before an @ is not the host; nothing of ours makes such URLs.
    if (memchr(host, '@', length)) return 0;
    char origin[512];
    // The colons within an IPv6 address are before its bracket.
    const char *bracket = memchr(host, ']', length), *name_end = bracket ? bracket : host;
    int has_port = memchr(name_end, ':', (size_t)(host + length - name_end)) != NULL;
    const char *port = has_port ? "" : is_tls(url) ? ":443" : ":80";
    int written = snprintf(origin, sizeof origin, "%.*s%s", (int)(host + length - url), url, port);
    return written > 0 && (size_t)written < sizeof origin && strcasecmp(origin, options.server) == 0;
}

/// Whom to trust.
static const char *apply_authorities(const struct libcurl *curl, CURL *easy, const char *url, int is_ours) {
    if (has_authority() && is_ours) {
        // Only these: the system's directory goes, and what another URL needed. Who cannot forget a blob has none.
        curl->easy_setopt(easy, OPT_CAINFO_BLOB, (void *)NULL);
        SET(CAPATH, (char *)NULL)
        SET_PEM(CAINFO, options.authority, 1)
        return NULL;
    }
    if (!url || !is_tls(url)) return NULL;
    look_at_authorities(curl, easy);
    if (has_authority()) {
        const char *joined = join_authorities();
        if (!joined) return "CAINFO";
        struct curl_blob blob = {(void *)joined, joined_length, 0};
        SET(CAPATH, system_directory)
        SET(CAINFO_BLOB, &blob)
    } else if (uses_hashed_authorities) {
        // libcurl would parse the whole bundle for every connection.
        SET(CAINFO, (char *)NULL)
    }
    return NULL;
}

const char *wfctl_options_apply_to(const struct libcurl *curl, CURL *easy, const char *url) {
    int is_ours = is_server(url);
    int skips = is_ours && options.skips_verification;
    SET(SSL_VERIFYPEER, skips ? 0L : 1L)
    SET(SSL_VERIFYHOST, skips ? 0L : 2L)
    if (!skips) {
        const char *refused = apply_authorities(curl, easy, url, is_ours);
        if (refused) return refused;
    }
    pthread_mutex_lock(&lock);
    struct wfctl_pem certificate = options.client_certificate, key = options.client_key;
    pthread_mutex_unlock(&lock);
    SET_PEM(SSLCERT, certificate, is_ours)
    SET_PEM(SSLKEY, key, is_ours)
    if (options.unix_socket) SET(UNIX_SOCKET_PATH, is_ours ? options.unix_socket : NULL)
    if (options.connect_to) {
        if (!connect_to) return "CONNECT_TO";
        SET(CONNECT_TO, is_ours ? connect_to : NULL)
    }
    if (is_ours && options.unix_socket) {
        // Else what the environment says is asked to reach the host that the URL only pretends to name.
        SET(PROXY, "")
    } else if (options.proxy) {
        SET(PROXY, options.proxy)
        // The server was asked for through this proxy; what else is on this machine is not.
        SET(NOPROXY, is_ours ? "" : "localhost,127.0.0.1,::1")
    } else if (is_ours && options.server) {
        SET(PROXY, options.bypasses_proxy ? "" : (char *)NULL)
        SET(NOPROXY, options.bypasses_proxy ? (char *)NULL : "")
    } else {
        SET(PROXY, (char *)NULL)
        SET(NOPROXY, (char *)NULL)
    }
    return NULL;
}

#undef SET
#undef SET_PEM

int wfctl_options_hold(int option) {
    switch (option) {
    case OPT_CAINFO:
    case OPT_CAPATH:
    case OPT_CAINFO_BLOB: return has_authority() || uses_hashed_authorities;
    case OPT_SSL_VERIFYPEER:
    case OPT_SSL_VERIFYHOST:
    case OPT_SSLCERT:
    case OPT_SSLKEY:
    case OPT_SSLCERT_BLOB:
    case OPT_SSLKEY_BLOB:
    case OPT_UNIX_SOCKET_PATH:
    case OPT_CONNECT_TO:
    case OPT_PROXY:
    case OPT_NOPROXY:
    case OPT_SUPPRESS_CONNECT_HEADERS:
    case OPT_HTTP_VERSION: return 1;
    default: return 0;
    }
}

#endif
