#!/usr/bin/env python3
"""Times paymap pmap beside nmap and fping, in network namespaces that it makes and removes itself: nothing leaves them.

    sudo bench/pmap.py [RUNS] [CASE ...]     5 runs of every case unless told otherwise; needs iproute2, ethtool, nft, nmap, fping

Prints medians from the start of a process to its end, the ratio to the peer, and how many open ports or hosts each run
missed or made up. Cases: small whole many drop drop10 loss limit ping24 pingloop.
"""

import atexit, heapq, os, random, re, select, socket, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
PAYMAP = [os.path.join(HERE, "..", "paymap"), "pmap", "--format", "plain"]
TAG = f"pb{os.getpid()}"
SCANNER, TARGET, RELAY = TAG + "S", TAG + "T", TAG + "R"
LOOPBACK = [7, 21, 22, 25, 80, 110, 143, 443, 631, 993, 1023, 1024, 3306, 8080, 33000, 45000, 60999, 65535]
FEW = [22, 80, 443, 631, 1000]
MANY = [7, 21, 22, 25, 53, 80, 110, 143, 389, 443, 465, 514, 587, 700, 873, 990, 993, 1000, 1023, 1024]
UP = [2, 17, 33, 50, 77, 101, 128, 166, 200, 250]
RULES = """table inet f { chain i { type filter hook input priority 0; policy accept;
  ip daddr 10.98.1.2 tcp dport != { 22, 80, 443, 631, 1000 } drop
  ip daddr 10.98.2.2 tcp flags & (syn|ack) == syn limit rate over 200/second burst 50 packets drop
}
}
"""


def sh(*words, **more):
    return subprocess.run(words, check=True, capture_output=True, text=True, **more).stdout


def inside(name):
    return ["ip", "netns", "exec", name]


def ip(name, *words):
    sh("ip", "-n", name, *words)


def set_up():
    children = []

    def tear_down():
        for child in children:
            child.kill()
        for name in (SCANNER, TARGET, RELAY):
            subprocess.run(["ip", "netns", "del", name], capture_output=True)

    atexit.register(tear_down)
    for name in (SCANNER, TARGET, RELAY):
        sh("ip", "netns", "add", name)
        ip(name, "link", "set", "lo", "up")
    for near, there, far, end in ((SCANNER, TARGET, "s0", "t0"), (SCANNER, RELAY, "s1", "r0"), (RELAY, TARGET, "r1", "t1")):
        sh("ip", "link", "add", far, "netns", near, "type", "veth", "peer", "name", end, "netns", there)
        for name, link in ((near, far), (there, end)):
            sh(*inside(name), "ethtool", "-K", link, "tx", "off")  # frames that the relay carries need whole checksums
            ip(name, "link", "set", link, "up")
    for net in (0, 1, 2):
        ip(SCANNER, "addr", "add", f"10.98.{net}.1/24", "dev", "s0")
    ip(SCANNER, "addr", "add", "10.98.3.1/24", "dev", "s1")
    for host in [f"10.98.0.{h}" for h in UP] + ["10.98.1.2", "10.98.2.2"]:
        ip(TARGET, "addr", "add", host + "/24", "dev", "t0")
    ip(TARGET, "addr", "add", "10.98.3.2/24", "dev", "t1")
    sh(*inside(TARGET), "nft", "-f", "-", input=RULES)
    children.append(subprocess.Popen(inside(RELAY) + [sys.executable, __file__, "--relay", "r0", "r1"]))
    ears = {
        SCANNER: [f"127.0.0.1:{p}" for p in LOOPBACK] + ["127.0.0.77:22", "127.0.0.200:631", "127.0.0.254:1024"],
        TARGET: [f"10.98.1.2:{p}" for p in FEW] + [f"10.98.{n}.2:{p}" for n in (2, 3) for p in MANY],
    }
    for name, where in ears.items():
        child = subprocess.Popen(inside(name) + [sys.executable, __file__, "--listen"] + where, stdout=subprocess.PIPE)
        child.stdout.readline()
        children.append(child)


def listen(where):
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


def nmap(ports, host, *more):
    return ["nmap", "-n", "-Pn", "-sT", "-oG", "-", "-p", ports, *more, host]


def paymap(*words):
    return PAYMAP + list(words)


def found(text):
    ports = {f"{h}:{p}" for h, l in re.findall(r"Host: (\S+) .*Ports: (.*)", text) for p in re.findall(r"(\d+)/open", l)}
    return ports | set(re.findall(r"^[\d.]+(?::\d+)?$", text, re.M))


def case(name):
    small = {f"127.0.0.1:{p}" for p in LOOPBACK}
    others = {"127.0.0.77:22", "127.0.0.200:631", "127.0.0.254:1024"}
    return {
        "small": (nmap("1-1024", "127.0.0.1"), paymap("-ip", "127.0.0.1"), {p for p in small if int(p.split(":")[1]) < 1025}),
        "whole": (nmap("1-65535", "127.0.0.1"), paymap("-ip", "127.0.0.1", "-p", "-"), small),
        "many": (nmap("1-1024", "127.0.0.0/24"), paymap("-ip", "127.0.0.0/24"),
                 {p for p in small if int(p.split(":")[1]) < 1025} | others),
        "drop": (nmap("1-1024", "10.98.1.2"), paymap("-ip", "10.98.1.2"), {f"10.98.1.2:{p}" for p in FEW}),
        "drop10": (nmap("1-1024", "10.98.1.2", "--max-parallelism", "10"), paymap("-ip", "10.98.1.2", "-n", "10"),
                   {f"10.98.1.2:{p}" for p in FEW}),
        "loss": (nmap("1-1024", "10.98.3.2"), paymap("-ip", "10.98.3.2"), {f"10.98.3.2:{p}" for p in MANY}),
        "limit": (nmap("1-1024", "10.98.2.2"), paymap("-ip", "10.98.2.2"), {f"10.98.2.2:{p}" for p in MANY}),
        "ping24": (["fping", "-a", "-q", "-r1", "-i1", "-g", "10.98.0.0/24"],
                   paymap("-f", "ping", "-ip", "10.98.0.0/24", "-n", "100"), {f"10.98.0.{h}" for h in [1] + UP}),
        "pingloop": (["fping", "-a", "-q", "-r1", "-i1", "-g", "127.0.0.0/20"],
                     paymap("-f", "ping", "-ip", "127.0.0.1-127.0.15.254"),
                     {f"127.0.{a}.{b}" for a in range(16) for b in range(256)} - {"127.0.0.0", "127.0.15.255"}),
    }[name]


def measure(name, runs):
    peer, ours, expected = case(name)
    times, wrong = ([], []), ([], [])
    for _ in range(runs):
        for who, command in enumerate((peer, ours)):
            start = time.perf_counter()
            done = subprocess.run(inside(SCANNER) + command, capture_output=True, text=True, timeout=300)
            times[who].append(time.perf_counter() - start)
            got = found(done.stdout)
            wrong[who].append(f"{len(expected - got)}+{len(got - expected)}")
            if name == "limit":
                time.sleep(1)  # the limiter's bucket fills again
    medians = [statistics.median(t) for t in times]
    print(f"{name:9s} {peer[0]:6s} {medians[0]:7.3f} s   paymap {medians[1]:7.3f} s   ratio {medians[1] / medians[0]:.3f}"
          f"   missed+made up: {','.join(wrong[0])} | {','.join(wrong[1])}", flush=True)


def main(words):
    if words[:1] == ["--listen"]:
        listen(words[1:])
    elif words[:1] == ["--relay"]:
        relay(*words[1:])
    else:
        runs = int(words[0]) if words else 5
        set_up()
        subprocess.run([PAYMAP[0], "--version"], check=True)
        for name in words[1:] or ["small", "whole", "many", "drop", "drop10", "loss", "limit", "ping24", "pingloop"]:
            measure(name, runs)


main(sys.argv[1:])
