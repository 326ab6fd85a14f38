"""Serves files as an Argo Server's answers: the last part of the path names the file, the query is ignored.

    GET /api/v1/workflows/slim-1000?listOptions.limit=500    ->  slim-1000.json, whole
    GET /api/v1/workflows/argo/single-5000                   ->  single-5000.json

Started with the folder as its argument; prints its port, and ends when its standard input does.
"""

import os
import socket
import sys
import threading
from urllib.parse import urlsplit


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
        sent = 0
        while sent < size:
            sent += os.sendfile(connection.fileno(), file.fileno(), sent, min(size - sent, 1 << 24))


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
            answer(connection, os.path.join(folder, os.path.basename(target.rstrip("/")) + ".json"))


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
