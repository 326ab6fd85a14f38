// What stands between libcurl and Foundation on a handle's way in: Foundation is only shown header lines it can
// parse, and bodies in large pieces.
//
//     HTTP/1.1 103 Early Hints          forwarded
//     HTTP/1.1 200 OK                   forwarded
//     Content-Type: text/plain          forwarded
//                                       forwarded, ends the headers
//     …body…
//     Checksum: 1234                    a trailer: Foundation would trap, so it ends here

#if defined(__linux__)
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "CurlShim.h"
#include "Libcurl.h"

/// libcurl delivers 16 kB at a time. Every piece costs Foundation a timer and several hops.
#define PIECE_SIZE (256 * 1024)
/// What libcurl reads from the socket at once.
#define READ_SIZE (256 * 1024L)

typedef size_t callback(char *, size_t, size_t, void *);

struct transfer {
    struct transfer *next;
    CURL *easy;
    CURLM *multi;
    callback *on_header;
    void *header_context;
    callback *on_body;
    void *body_context;
    enum { BEFORE_STATUS, INTERIM_HEADERS, HEADERS, AFTER_HEADERS } place;
    char *piece;
    size_t piece_length;
    int is_refused;
    int is_held;
    /// Never used again, unlike addresses.
    unsigned long name;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct transfer *transfers;
static unsigned long last_name;
/// The transfer whose body Foundation is looking at.
static _Thread_local struct transfer *delivering;

struct transfer *wfctl_transfer_add(CURL *easy) {
    struct transfer *transfer = calloc(1, sizeof *transfer);
    if (!transfer) return NULL;
    transfer->easy = easy;
    pthread_mutex_lock(&lock);
    transfer->name = ++last_name;
    transfer->next = transfers;
    transfers = transfer;
    pthread_mutex_unlock(&lock);
    return transfer;
}

struct transfer *wfctl_transfer_find(CURL *easy) {
    pthread_mutex_lock(&lock);
    struct transfer *transfer = transfers;
    while (transfer && transfer->easy != easy) transfer = transfer->next;
    pthread_mutex_unlock(&lock);
    return transfer;
}

struct transfer *wfctl_transfer_take(CURL *easy) {
    pthread_mutex_lock(&lock);
    struct transfer **link = &transfers;
    while (*link && (*link)->easy != easy) link = &(*link)->next;
    struct transfer *transfer = *link;
    if (transfer) *link = transfer->next;
    pthread_mutex_unlock(&lock);
    return transfer;
}

void wfctl_transfer_free(struct transfer *transfer) {
    if (transfer) free(transfer->piece);
    free(transfer);
}

void wfctl_transfer_restart(struct transfer *transfer, CURLM *multi) {
    transfer->multi = multi;
    transfer->place = BEFORE_STATUS;
    transfer->piece_length = 0;
    transfer->is_refused = 0;
    transfer->is_held = 0;
}

// MARK: - Headers

static int starts_with(const char *line, size_t length, const char *prefix) {
    return length >= strlen(prefix) && strncasecmp(line, prefix, strlen(prefix)) == 0;
}

/// Whether the line belongs to the headers of an answer; follows where in the answer we are.
static int is_header(struct transfer *transfer, const char *line, size_t length) {
    switch (transfer->place) {
    case BEFORE_STATUS: {
        if (!starts_with(line, length, "HTTP/")) return 0;
        const char *status = memchr(line, ' ', length);
        int is_interim = status && status + 1 < line + length && status[1] == '1';
        transfer->place = is_interim ? INTERIM_HEADERS : HEADERS;
        return 1;
    }
    case INTERIM_HEADERS:
    case HEADERS:
        if (line[0] == '\r' || line[0] == '\n') {
            transfer->place = transfer->place == HEADERS ? AFTER_HEADERS : BEFORE_STATUS;
        }
        return 1;
    default: return 0;
    }
}

int wfctl_transfer_has_headers(const struct transfer *transfer) { return transfer->place == AFTER_HEADERS; }

/// Writes the line as Foundation can parse it: a status line with both its spaces, CRLF at the end, bytes beyond
/// ASCII as the Latin-1 that HTTP says they are. `output` has room for twice the line and four bytes.
static size_t rewritten(const char *line, size_t length, char *output) {
    while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == '\n')) length--;
    size_t written = 0, spaces = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)line[i];
        spaces += byte == ' ';
        if (byte < 0x80) {
            output[written++] = (char)byte;
        } else {
            output[written++] = (char)(0xC0 | byte >> 6);
            output[written++] = (char)(0x80 | (byte & 0x3F));
        }
    }
    if (spaces == 1 && starts_with(line, length, "HTTP/")) output[written++] = ' ';
    output[written++] = '\r';
    output[written++] = '\n';
    return written;
}

static size_t take_header(char *line, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    size_t length = size * count;
    if (!transfer->on_header) return length;
    if (length == 0 || !is_header(transfer, line, length)) return length;
    char *output = malloc(length * 2 + 4);
    if (!output) return 0;
    size_t written = rewritten(line, length, output);
    size_t used = transfer->on_header(output, 1, written, transfer->header_context);
    free(output);
    return used == written ? length : 0;
}

// MARK: - Bodies

static void deliver(struct transfer *transfer) {
    size_t length = transfer->piece_length;
    transfer->piece_length = 0;
    if (length == 0 || !transfer->on_body) return;
    delivering = transfer;
    if (transfer->on_body(transfer->piece, 1, length, transfer->body_context) != length) transfer->is_refused = 1;
    delivering = NULL;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    size_t length = size * count;
    if (length > PIECE_SIZE - transfer->piece_length) deliver(transfer);
    // libcurl keeps what is refused with "pause" and brings it again later.
    if (transfer->is_held) return WRITE_PAUSE;
    if (!transfer->piece) transfer->piece = malloc(PIECE_SIZE);
    if (transfer->is_refused || !transfer->piece || length > PIECE_SIZE) return 0;
    memcpy(transfer->piece + transfer->piece_length, bytes, length);
    transfer->piece_length += length;
    return length;
}

void wfctl_transfer_flush(CURLM *multi) {
    for (;;) {
        pthread_mutex_lock(&lock);
        struct transfer *transfer = transfers;
        while (transfer && (transfer->multi != multi || transfer->piece_length == 0)) transfer = transfer->next;
        pthread_mutex_unlock(&lock);
        if (!transfer) return;
        deliver(transfer);
    }
}

// MARK: - Back-pressure

unsigned long wfctl_curl_hold(void) {
    if (!delivering) return 0;
    delivering->is_held = 1;
    return delivering->name;
}

void wfctl_curl_release(unsigned long name) {
    const struct libcurl *curl = wfctl_libcurl();
    pthread_mutex_lock(&lock);
    struct transfer *transfer = transfers;
    while (transfer && transfer->name != name) transfer = transfer->next;
    pthread_mutex_unlock(&lock);
    if (!curl || !transfer || !transfer->is_held) return;
    transfer->is_held = 0;
    curl->easy_pause(transfer->easy, 0);
    wfctl_transfer_flush(transfer->multi);
}

// MARK: - Callbacks

int wfctl_transfer_set(struct transfer *transfer, int option, void *value) {
    switch (option) {
    case OPT_HEADERFUNCTION: *(void **)&transfer->on_header = value; return 1;
    case OPT_HEADERDATA: transfer->header_context = value; return 1;
    case OPT_WRITEFUNCTION: *(void **)&transfer->on_body = value; return 1;
    case OPT_WRITEDATA: transfer->body_context = value; return 1;
    case OPT_BUFFERSIZE: return 1;
    default: return 0;
    }
}

CURLcode wfctl_transfer_install(const struct libcurl *curl, struct transfer *transfer) {
    CURLcode code = curl->easy_setopt(transfer->easy, OPT_HEADERFUNCTION, take_header);
    if (code == 0) code = curl->easy_setopt(transfer->easy, OPT_HEADERDATA, transfer);
    if (code == 0) code = curl->easy_setopt(transfer->easy, OPT_WRITEFUNCTION, take_body);
    if (code == 0) code = curl->easy_setopt(transfer->easy, OPT_WRITEDATA, transfer);
    if (code == 0) code = curl->easy_setopt(transfer->easy, OPT_BUFFERSIZE, READ_SIZE);
    return code;
}

#endif
