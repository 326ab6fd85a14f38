#pragma once

#include <stddef.h>

// The part of libcurl's stable ABI that FoundationNetworking uses. Its own header is not needed to build.
typedef void CURL;
typedef void CURLM;
typedef void CURLU;
typedef int CURLcode;
typedef int CURLMcode;
typedef struct curl_slist curl_slist;

#define CURLE_FAILED_INIT 2
#define CURLE_RECV_ERROR 56
#define CURLM_INTERNAL_ERROR 4
#define CURLUE_OUT_OF_MEMORY 7
#define CURLUPART_HOST 5
/// What a write callback returns to pause its transfer.
#define WRITE_PAUSE ((size_t)0x10000001)

enum {
    OPT_SSL_VERIFYPEER = 64,
    OPT_FRESH_CONNECT = 74,
    OPT_SSL_VERIFYHOST = 81,
    OPT_HTTP_VERSION = 84,
    OPT_BUFFERSIZE = 98,
    OPT_TCP_KEEPALIVE = 213,
    OPT_TCP_KEEPIDLE = 214,
    OPT_TCP_KEEPINTVL = 215,
    OPT_SUPPRESS_CONNECT_HEADERS = 265,
    OPT_WRITEDATA = 10001,
    OPT_URL = 10002,
    OPT_PROXY = 10004,
    OPT_SSLCERT = 10025,
    OPT_HEADERDATA = 10029,
    OPT_CUSTOMREQUEST = 10036,
    OPT_CAINFO = 10065,
    OPT_SSLKEY = 10087,
    OPT_CAPATH = 10097,
    OPT_NOPROXY = 10177,
    OPT_UNIX_SOCKET_PATH = 10231,
    OPT_CONNECT_TO = 10243,
    OPT_WRITEFUNCTION = 20011,
    OPT_HEADERFUNCTION = 20079,
    OPT_SSLCERT_BLOB = 40291,
    OPT_SSLKEY_BLOB = 40292,
    OPT_CAINFO_BLOB = 40309,

    MULTI_OPT_SOCKETFUNCTION = 20001,
    POLL_REMOVE = 4,

    INFO_CAINFO = 0x100000 + 61,
    INFO_CAPATH = 0x100000 + 62,
};

/// What libcurl says of a transfer that is over (CURLMsg).
struct curl_message {
    int kind;
    CURL *easy;
    union {
        void *any;
        CURLcode result;
    } data;
};
#define MESSAGE_DONE 1

struct curl_blob {
    void *data;
    size_t length;
    unsigned int copies;
};

/// Everything FoundationNetworking imports: FUNCTION(result, name without curl_, parameters).
#define LIBCURL_FUNCTIONS(FUNCTION) \
    FUNCTION(void, easy_cleanup, (CURL *)) \
    FUNCTION(CURLcode, easy_getinfo, (CURL *, int, ...)) \
    FUNCTION(CURL *, easy_init, (void)) \
    FUNCTION(CURLcode, easy_pause, (CURL *, int)) \
    FUNCTION(CURLcode, easy_setopt, (CURL *, int, ...)) \
    FUNCTION(const char *, easy_strerror, (CURLcode)) \
    FUNCTION(void, free, (void *)) \
    FUNCTION(CURLcode, global_init, (long)) \
    FUNCTION(CURLMcode, multi_add_handle, (CURLM *, CURL *)) \
    FUNCTION(CURLMcode, multi_assign, (CURLM *, int, void *)) \
    FUNCTION(CURLMcode, multi_cleanup, (CURLM *)) \
    FUNCTION(struct curl_message *, multi_info_read, (CURLM *, int *)) \
    FUNCTION(CURLM *, multi_init, (void)) \
    FUNCTION(CURLMcode, multi_remove_handle, (CURLM *, CURL *)) \
    FUNCTION(CURLMcode, multi_setopt, (CURLM *, int, ...)) \
    FUNCTION(CURLMcode, multi_socket_action, (CURLM *, int, int, int *)) \
    FUNCTION(curl_slist *, slist_append, (curl_slist *, const char *)) \
    FUNCTION(void, slist_free_all, (curl_slist *)) \
    FUNCTION(CURLU *, url, (void)) \
    FUNCTION(int, url_get, (CURLU *, int, char **, unsigned int)) \
    FUNCTION(int, url_set, (CURLU *, int, const char *, unsigned int)) \
    FUNCTION(char *, version, (void)) \
    FUNCTION(void *, version_info, (int))

/// The functions of the libcurl that was opened.
struct libcurl {
#define FUNCTION(result, name, parameters) result(*name) parameters;
    LIBCURL_FUNCTIONS(FUNCTION)
#undef FUNCTION
};

/// Opens libcurl once; NULL when it cannot be opened, and then `wfctl_curl_problem` says why.
const struct libcurl *wfctl_libcurl(void);

/// Sets on a new handle what holds for every connection; returns the name of the option that could not be set, or NULL.
const char *wfctl_options_apply(const struct libcurl *curl, CURL *easy);
/// Sets what holds for this URL, in place of what held for another; NULL stands for the server itself.
const char *wfctl_options_apply_to(const struct libcurl *curl, CURL *easy, const char *url);
/// Whether Foundation may still set this option, or this process's own setting holds.
int wfctl_options_hold(int option);

/// Starts to stand between libcurl and Foundation for this handle; NULL when memory is short.
struct transfer *wfctl_transfer_add(CURL *easy);
struct transfer *wfctl_transfer_find(CURL *easy);
/// Takes note of a callback Foundation sets; returns whether it was one of those.
int wfctl_transfer_set(struct transfer *transfer, int option, void *value);
/// Tells libcurl to call us instead of Foundation.
CURLcode wfctl_transfer_install(const struct libcurl *curl, struct transfer *transfer);
/// Whether the headers of an answer have come, to their end.
int wfctl_transfer_has_headers(const struct transfer *transfer);
/// Between two requests on one handle.
void wfctl_transfer_restart(struct transfer *transfer, CURLM *multi);
/// Hands Foundation what has come in for the handles of `multi`.
void wfctl_transfer_flush(CURLM *multi);
/// Out of the list first, then libcurl's handle may go (its address can come back at once), then this memory.
struct transfer *wfctl_transfer_take(CURL *easy);
void wfctl_transfer_free(struct transfer *transfer);
