// FoundationNetworking calls 23 functions of libcurl, and offers no way to say what it cannot say itself: private
// authorities, client certificates, Unix sockets. So this file defines those functions. The executable exports them
// (see Package.swift), which makes libFoundationNetworking.so call ours; a static build links ours in place of
// libcurl's. Each passes the call on to the libcurl that is opened when it is first needed, which also spares
// commands without network the loading of libcurl's thirty libraries. Some of them do more on the way.

#if defined(__linux__)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CurlShim.h"
#include "Libcurl.h"

#define LIBRARY "libcurl.so.4"

static struct libcurl curl;
static void *library_base;
static char open_problem[512];

static void open_libcurl(void) {
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        snprintf(open_problem, sizeof open_problem, LIBRARY " is not installed (%s)", dlerror());
        return;
    }
#define FUNCTION(result, name, parameters) \
    if (!(*(void **)&curl.name = dlsym(library, "curl_" #name))) { \
        snprintf(open_problem, sizeof open_problem, LIBRARY " has no function curl_" #name); \
        return; \
    }
    LIBCURL_FUNCTIONS(FUNCTION)
#undef FUNCTION
    Dl_info info;
    if (dladdr((void *)curl.easy_init, &info)) library_base = info.dli_fbase;
}

const struct libcurl *wfctl_libcurl(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_libcurl);
    return open_problem[0] ? NULL : &curl;
}

/// libcurl calls its own public functions too, and through us; those calls must pass unchanged.
static int is_libcurl(void *caller) {
    Dl_info info;
    return dladdr(caller, &info) && info.dli_fbase == library_base;
}

// MARK: - Those that do more

void curl_easy_cleanup(CURL *easy);

CURL *curl_easy_init(void) {
    const struct libcurl *curl = wfctl_libcurl();
    CURL *easy = curl ? curl->easy_init() : NULL;
    if (!easy || is_libcurl(__builtin_return_address(0))) return easy;
    struct transfer *transfer = wfctl_transfer_add(easy);
    // Without our options the connection would be a weaker one than was asked for: no handle at all.
    if (!transfer || wfctl_options_apply(curl, easy) || wfctl_transfer_install(curl, transfer) != 0) {
        curl_easy_cleanup(easy);
        return NULL;
    }
    return easy;
}

void curl_easy_cleanup(CURL *easy) {
    const struct libcurl *curl = wfctl_libcurl();
    if (!curl) return;
    struct transfer *transfer = wfctl_transfer_take(easy);
    curl->easy_cleanup(easy);
    wfctl_transfer_free(transfer);
}

CURLcode curl_easy_setopt(CURL *easy, int option, ...) {
    va_list rest;
    va_start(rest, option);
    // A long, a pointer or a 64-bit offset: one register each on the 64-bit platforms Swift runs on.
    void *value = va_arg(rest, void *);
    va_end(rest);
    const struct libcurl *curl = wfctl_libcurl();
    if (!curl) return CURLE_FAILED_INIT;
    struct transfer *transfer = wfctl_transfer_find(easy);
    if (!transfer) return curl->easy_setopt(easy, option, value);
    if (wfctl_transfer_set(transfer, option, value) || wfctl_options_hold(option)) return 0;
    if (option == OPT_URL && value && wfctl_options_apply_to(curl, easy, value)) {
        // A weaker connection than was asked for is none; Foundation does not expect this function to fail.
        return curl->easy_setopt(easy, OPT_URL, "");
    }
    if (option == OPT_CUSTOMREQUEST && value) {
        // When a kept connection turns out to be dead, libcurl sends the request again. That must not happen to one that
        // creates something, and Foundation cannot give it the body a second time: it would wait for ever. A request
        // with a body gets a connection of its own, on which nothing is sent twice.
        long has_body = strcmp(value, "POST") == 0 || strcmp(value, "PUT") == 0 || strcmp(value, "PATCH") == 0;
        CURLcode code = curl->easy_setopt(easy, OPT_FRESH_CONNECT, has_body);
        if (code != 0) return code;
    }
    return curl->easy_setopt(easy, option, value);
}

CURLMcode curl_multi_add_handle(CURLM *multi, CURL *easy) {
    const struct libcurl *curl = wfctl_libcurl();
    if (!curl) return CURLM_INTERNAL_ERROR;
    struct transfer *transfer = wfctl_transfer_find(easy);
    if (transfer) wfctl_transfer_restart(transfer, multi);
    return curl->multi_add_handle(multi, easy);
}

typedef int socket_callback(CURL *easy, int socket, int what, void *context, void *sources);
static socket_callback *foundation_watches;

/// Foundation adds the event sources it is asked for and never takes one away before the socket goes: a socket that is
/// only to be read from stays watched for writing, which is always possible, and its thread spins. So what it watches
/// is taken down before it is told what to watch from now on.
static int watch_anew(CURL *easy, int socket, int what, void *context, void *sources) {
    if (sources && what != POLL_REMOVE) {
        foundation_watches(easy, socket, POLL_REMOVE, context, sources);
        sources = NULL;
    }
    return foundation_watches(easy, socket, what, context, sources);
}

CURLMcode curl_multi_setopt(CURLM *multi, int option, ...) {
    va_list rest;
    va_start(rest, option);
    void *value = va_arg(rest, void *);
    va_end(rest);
    const struct libcurl *curl = wfctl_libcurl();
    if (!curl) return CURLM_INTERNAL_ERROR;
    if (option == MULTI_OPT_SOCKETFUNCTION && value) {
        // One function for all of Foundation's handles.
        foundation_watches = (socket_callback *)value;
        value = (void *)watch_anew;
    }
    return curl->multi_setopt(multi, option, value);
}

CURLMcode curl_multi_socket_action(CURLM *multi, int socket, int events, int *running) {
    const struct libcurl *curl = wfctl_libcurl();
    if (!curl) return CURLM_INTERNAL_ERROR;
    CURLMcode code = curl->multi_socket_action(multi, socket, events, running);
    wfctl_transfer_flush(multi);
    return code;
}

/// libcurl calls it a success when a connection closes within the headers, and Foundation traps on an answer that has
/// none: to it that is no answer.
struct curl_message *curl_multi_info_read(CURLM *multi, int *left) {
    const struct libcurl *curl = wfctl_libcurl();
    struct curl_message *message = curl ? curl->multi_info_read(multi, left) : NULL;
    if (!message || message->kind != MESSAGE_DONE || message->data.result != 0) return message;
    struct transfer *transfer = wfctl_transfer_find(message->easy);
    if (transfer && !wfctl_transfer_has_headers(transfer)) message->data.result = CURLE_RECV_ERROR;
    return message;
}

/// Foundation adds one line for every name. Where that holds several values, each gets a line of its own.
curl_slist *curl_slist_append(curl_slist *list, const char *text) {
    const struct libcurl *curl = wfctl_libcurl();
    if (!curl) return NULL;
    const char *separator = WFCTL_LINE_SEPARATOR;
    const char *colon = strchr(text, ':');
    if (!colon || !strstr(colon, separator)) return curl->slist_append(list, text);
    int name_length = (int)(colon - text);
    size_t size = strlen(text) + 3;
    char *line = malloc(size), *rest = strdup(colon + 1), *position = NULL;
    int is_complete = line && rest;
    for (char *value = is_complete ? strtok_r(rest, separator, &position) : NULL; is_complete && value;) {
        value += strspn(value, " ");
        snprintf(line, size, "%.*s: %s", name_length, text, value);
        curl_slist *longer = curl->slist_append(list, line);
        is_complete = longer != NULL;
        if (longer) list = longer;
        value = strtok_r(NULL, separator, &position);
    }
    free(line);
    free(rest);
    return is_complete ? list : NULL;
}

int curl_url_get(CURLU *url, int part, char **text, unsigned int flags) {
    const struct libcurl *curl = wfctl_libcurl();
    if (!curl) return CURLUE_OUT_OF_MEMORY;
    int code = curl->url_get(url, part, text, flags);
    // Foundation compares the host with its own, which has no brackets around an IPv6 address.
    if (code == 0 && part == CURLUPART_HOST && *text[0] == '[' && !is_libcurl(__builtin_return_address(0))) {
        size_t length = strlen(*text);
        memmove(*text, *text + 1, length - 2);
        (*text)[length - 2] = '\0';
    }
    return code;
}

// MARK: - Those that only pass on

#define FORWARD(result, name, parameters, arguments, failure) \
    result curl_##name parameters { \
        const struct libcurl *curl = wfctl_libcurl(); \
        return curl ? curl->name arguments : (failure); \
    }

CURLcode curl_easy_getinfo(CURL *easy, int what, ...) {
    va_list rest;
    va_start(rest, what);
    void *value = va_arg(rest, void *);
    va_end(rest);
    const struct libcurl *curl = wfctl_libcurl();
    return curl ? curl->easy_getinfo(easy, what, value) : CURLE_FAILED_INIT;
}

FORWARD(CURLcode, easy_pause, (CURL * easy, int mask), (easy, mask), CURLE_FAILED_INIT)
FORWARD(const char *, easy_strerror, (CURLcode code), (code), "libcurl is not there")
FORWARD(CURLcode, global_init, (long flags), (flags), CURLE_FAILED_INIT)
FORWARD(CURLMcode, multi_assign, (CURLM * multi, int socket, void *data), (multi, socket, data), CURLM_INTERNAL_ERROR)
FORWARD(CURLMcode, multi_cleanup, (CURLM * multi), (multi), CURLM_INTERNAL_ERROR)
FORWARD(CURLM *, multi_init, (void), (), NULL)
FORWARD(CURLMcode, multi_remove_handle, (CURLM * multi, CURL *easy), (multi, easy), CURLM_INTERNAL_ERROR)
FORWARD(CURLU *, url, (void), (), NULL)
FORWARD(int, url_set, (CURLU * url, int part, const char *text, unsigned int flags), (url, part, text, flags),
        CURLUE_OUT_OF_MEMORY)
FORWARD(char *, version, (void), (), "")
FORWARD(void *, version_info, (int age), (age), NULL)

void curl_free(void *memory) {
    const struct libcurl *curl = wfctl_libcurl();
    if (curl) curl->free(memory);
}

void curl_slist_free_all(curl_slist *list) {
    const struct libcurl *curl = wfctl_libcurl();
    if (curl) curl->slist_free_all(list);
}

// MARK: - Whether all this works

static char problem[600];

static void look_for_problem(void) {
    const struct libcurl *curl = wfctl_libcurl();
    if (!curl) {
        snprintf(problem, sizeof problem, "%s", open_problem);
        return;
    }
    // In a dynamic build the loader may have bound FoundationNetworking to libcurl itself.
    void *bound = dlsym(RTLD_DEFAULT, "curl_easy_init");
    if (bound && bound != (void *)curl_easy_init) {
        snprintf(problem, sizeof problem, "this program was linked without --export-dynamic-symbol=curl_*");
        return;
    }
    CURL *easy = curl->easy_init();
    const char *refused = easy ? wfctl_options_apply(curl, easy) : "any option";
    if (!refused) refused = wfctl_options_apply_to(curl, easy, NULL);
    if (refused) snprintf(problem, sizeof problem, "%s cannot set %s", curl->version(), refused);
    if (easy) curl->easy_cleanup(easy);
}

const char *wfctl_curl_problem(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, look_for_problem);
    return problem[0] ? problem : NULL;
}

#endif
