"""Serves files as an Argo Server's answers: the last part of the path names the file, the query is ignored.

    GET /api/v1/workflows/slim-1000?listOptions.limit=500    ->  slim-1000.json, whole
    GET /api/v1/workflows/argo/single-5000                   ->  single-5000.json
    GET /api/v1/workflows/argo/log-100/log                   ->  log-100.stream, whole, as events in chunks
    GET /api/v1/workflows/argo/clock-500/log                 ->  500 lines that say when they were written, 5 ms apart

Started with the folder as its argument; prints its port, and ends when its standard input does.
"""

import os
import socket
import sys
import threading
import time
from urllib.parse import urlsplit


EVENTS = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
FINISHED = b'{"metadata":{"name":"log","namespace":"argo"},"spec":{},"status":{"phase":"Succeeded","nodes":{}}}'


def tick(connection, count):
    """Lines that say in nanoseconds when they were written."""
    connection.sendall(EVENTS)
    for _ in range(count):
        frame = b'data: {"result":{"content":"2026-01-02T03:04:05.5Z %d","podName":"p"}} \n\n' % time.monotonic_ns()
        connection.sendall(b"%x\r\n%b\r\n" % (len(frame), frame))
        time.sleep(0.005)
    connection.sendall(b"0\r\n\r\n")


def send(connection, file, size):
    sent = 0
    while sent < size:
        sent += os.sendfile(connection.fileno(), file.fileno(), sent, min(size - sent, 1 << 24))


def log(connection, folder, name):
    kind, _, count = name.partition("-")
    if kind == "clock":
        return tick(connection, int(count))
    with open(os.path.join(folder, name + ".stream"), "rb") as file:
        connection.sendall(EVENTS, socket.MSG_MORE)
        send(connection, file, os.fstat(file.fileno()).st_size)


def respond(connection, folder, target):
    parts = target.rstrip("/").split("/")
    if parts[-1] == "log":
        return log(connection, folder, parts[-2])
    if parts[-1].startswith(("log-", "clock-")):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(FINISHED) + FINISHED)
    else:
        answer(connection, os.path.join(folder, parts[-1] + ".json"))


def answer(connection, path):
    try:
        file = open(path, "rb")
    except OSError:
        body = b'{"code":5,"message":"no such file"}'
        connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        return
    with file:
        size = os.fstat(file.fileno()).st_size
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % size
        connection.sendall(head, socket.MSG_MORE)
        send(connection, file, size)


def serve(connection, folder):
    """Answers one request after the other until the client goes away; bodies of requests are not expected."""
    buffered = b""
    with connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while True:
            while b"\r\n\r\n" not in buffered:
                received = connection.recv(65536)
                if not received:
                    return
                buffered += received
            head, _, buffered = buffered.partition(b"\r\n\r\n")
            target = urlsplit(head.split(b" ", 2)[1].decode("ascii")).path
            respond(connection, folder, target)


def quietly(connection, folder):
    try:
        serve(connection, folder)
    except OSError:
        pass  # A client that leaves early, as `| head` makes it, is nobody's fault.


def accept(listener, folder):
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=quietly, args=(connection, folder), daemon=True).start()


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    threading.Thread(target=accept, args=(listener, sys.argv[1]), daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()
