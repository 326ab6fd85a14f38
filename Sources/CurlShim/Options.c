// What this process asks of every connection.

#if defined(__linux__)
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CurlShim.h"
#include "Libcurl.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct wfctl_curl_options options;
static int is_fixed;
static int uses_hashed_authorities;

static curl_slist *connect_to;

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

static int has_authority(void) { return options.authority.file || options.authority.text; }

const char *wfctl_options_apply(const struct libcurl *curl, CURL *easy) {
    // From here on the options no longer change and may be read without the lock.
    pthread_mutex_lock(&lock);
    is_fixed = 1;
    if (options.connect_to && !connect_to) connect_to = curl->slist_append(NULL, options.connect_to);
    pthread_mutex_unlock(&lock);
#define SET_PEM(option, pem) \
    if ((pem).file) SET(option, (pem).file) \
    if ((pem).text) { \
        struct curl_blob blob = {(void *)(pem).text, (pem).text_length, 0}; \
        SET(option##_BLOB, &blob) \
    }
#define SET(option, value) \
    if (curl->easy_setopt(easy, OPT_##option, value) != 0) return #option;
    SET(TCP_KEEPALIVE, 1L)
    SET(TCP_KEEPIDLE, 60L)
    SET(TCP_KEEPINTVL, 15L)
    // Over HTTP/2 libcurl buffers up to 32 MB of every stream that is held back, and some resets look like an end.
    SET(HTTP_VERSION, 2L)
    // A proxy's answer to CONNECT is not the server's.
    SET(SUPPRESS_CONNECT_HEADERS, 1L)
    if (has_authority()) {
        // Only these: the system's directory goes, too.
        SET(CAPATH, (char *)NULL)
        SET(CAINFO, (char *)NULL)
        SET_PEM(CAINFO, options.authority)
    }
    if (options.skips_verification) {
        SET(SSL_VERIFYPEER, 0L)
        SET(SSL_VERIFYHOST, 0L)
    }
    SET_PEM(SSLCERT, options.client_certificate)
    SET_PEM(SSLKEY, options.client_key)
    if (options.unix_socket) {
        SET(UNIX_SOCKET_PATH, options.unix_socket)
        // Else what the environment says is asked to reach the host that the URL only pretends to name.
        SET(PROXY, "")
    }
    if (options.connect_to) {
        if (!connect_to) return "CONNECT_TO";
        SET(CONNECT_TO, connect_to)
    }
    if (options.proxy) {
        SET(PROXY, options.proxy)
        SET(NOPROXY, "")
    }
#undef SET
#undef SET_PEM
    return NULL;
}

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

// MARK: - Authorities by hash

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

void wfctl_options_prefer_hashed_authorities(const struct libcurl *curl, CURL *easy) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static int has_looked;
    if (has_authority() || options.skips_verification) return;
    pthread_mutex_lock(&lock);
    if (!has_looked) {
        char *bundle = NULL, *directory = NULL;
        curl->easy_getinfo(easy, INFO_CAINFO, &bundle);
        curl->easy_getinfo(easy, INFO_CAPATH, &directory);
        // Only where both hold the same: a bundle somebody added to by hand is read as before.
        uses_hashed_authorities = bundle && directory && certificates_in(bundle) == hashed_links_in(directory);
        has_looked = 1;
    }
    pthread_mutex_unlock(&lock);
    if (uses_hashed_authorities) curl->easy_setopt(easy, OPT_CAINFO, (char *)NULL);
}

#endif
