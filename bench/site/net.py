#!/usr/bin/env python3
"""What stands in the networks of the scan contests: net.py listen HOST:PORT... | relay INTERFACE INTERFACE."""
import heapq
import random
import select
import socket
import sys
import time


def listen(where):
    """Accepts and closes, until it is ended."""
    poll = select.poll()
    ears = {}
    for text in where:
        host, port = text.split(":")
        ear = socket.create_server((host, int(port)), backlog=1024)
        ears[ear.fileno()] = ear
        poll.register(ear)
    print("ready", flush=True)
    while True:
        for number, _ in poll.poll():
            ears[number].accept()[0].close()


def relay(one, other, seconds=0.05, loss=0.025):
    """Carries frames both ways, 50 ms late each, and loses one in forty: 100 ms and about 5 % there and back."""
    ends = []
    for name in (one, other):
        end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        end.bind((name, 3))
        end.setblocking(False)
        ends.append(end)
    late, count = [], 0
    print("ready", flush=True)
    while True:
        wait = max(0, late[0][0] - time.monotonic()) if late else 1
        for end in select.select(ends, [], [], wait)[0]:
            while True:
                try:
                    frame, address = end.recvfrom(65535)
                except BlockingIOError:
                    break
                is_arp = frame[12:14] == b"\x08\x06"
                if address[2] != socket.PACKET_OUTGOING and (is_arp or random.random() >= loss):
                    count += 1
                    heapq.heappush(late, (time.monotonic() + seconds, count, ends[1 - ends.index(end)], frame))
        while late and late[0][0] <= time.monotonic():
            _, _, end, frame = heapq.heappop(late)
            try:
                end.send(frame)
            except OSError:
                pass


if __name__ == "__main__":
    listen(sys.argv[2:]) if sys.argv[1] == "listen" else relay(*sys.argv[2:])
