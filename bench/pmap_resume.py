#!/usr/bin/env python3
"""Kills scans of a /24 at random points and goes on with them, and makes changes up between two scans, in network namespaces
that it makes and removes itself: nothing leaves them.

    sudo bench/pmap_resume.py [STOPS] [CHANGES]     50 and 200 unless told otherwise; needs iproute2, nft, nmap

Of each scan that was stopped (kill -9) and resumed it checks that its file says the same as that of an undisturbed scan,
and that no port was asked again that the file knew, by a counter of SYNs for each port. Of the changes, that --since tells
them all and no other. Beside them it says what nmap finds. PAYMAP names another command than ./paymap.
"""

import atexit, json, os, random, re, select, shlex, signal, socket, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
PAYMAP = shlex.split(os.environ.get("PAYMAP", os.path.join(HERE, "..", "paymap"))) + ["pmap"]
TAG = f"pr{os.getpid()}"
SCANNER, TARGET = TAG + "S", TAG + "T"
NET, PORTS, EARS = "10.97.1.", 100, 40
HOSTS = range(256)
RULES = """table inet f {
  set closed { type ipv4_addr . inet_service; }
  set dropped { type ipv4_addr . inet_service; }
  set gone { type ipv4_addr; }
  set asked { type ipv4_addr . inet_service; flags dynamic; size 65535; counter; }
  set pinged { type ipv4_addr; flags dynamic; size 65535; counter; }
  chain i { type filter hook input priority 0; policy accept;
    tcp flags & (syn|ack) == syn add @asked { ip daddr . tcp dport }
    icmp type echo-request add @pinged { ip daddr }
    ip daddr @gone drop
    ip daddr . tcp dport @dropped drop
    ip daddr . tcp dport @closed reject with tcp reset
  }
}
"""


def sh(*words, **more):
    return subprocess.run(words, check=True, capture_output=True, text=True, **more).stdout


def inside(name):
    return ["ip", "netns", "exec", name]


def nft(text):
    sh(*inside(TARGET), "nft", "-f", "-", input=text)


def set_up():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what follows is taken away again
    children = []

    def tear_down():
        for child in children:
            child.kill()
        for name in (SCANNER, TARGET):
            subprocess.run(["ip", "netns", "del", name], capture_output=True)

    atexit.register(tear_down)
    for name in (SCANNER, TARGET):
        sh("ip", "netns", "add", name)
        sh("ip", "-n", name, "link", "set", "lo", "up")
    sh("ip", "link", "add", "s0", "netns", SCANNER, "type", "veth", "peer", "name", "t0", "netns", TARGET)
    for name, link, end in ((SCANNER, "s0", 1), (TARGET, "t0", 2)):
        sh("ip", "-n", name, "addr", "add", f"10.97.0.{end}/30", "dev", link)
        sh("ip", "-n", name, "link", "set", link, "up")
    sh("ip", "-n", SCANNER, "route", "add", NET + "0/24", "via", "10.97.0.2")
    sh("ip", "-n", TARGET, "route", "add", "local", NET + "0/24", "dev", "lo")
    nft(RULES)
    child = subprocess.Popen(inside(TARGET) + [sys.executable, __file__, "--listen"], stdout=subprocess.PIPE)
    child.stdout.readline()
    children.append(child)


def listen():
    poll, ears = select.poll(), {}
    for port in range(1, EARS + 1):
        ear = socket.create_server(("0.0.0.0", port), backlog=1024)
        ears[ear.fileno()] = ear
        poll.register(ear)
    print("ready", flush=True)
    while True:
        for number, _ in poll.poll():
            ears[number].accept()[0].close()


class World:
    """What is there: of each host, the state of each port, and whether it answers at all."""

    def __init__(self):
        self.up = {h: random.random() < 0.9 for h in HOSTS}
        self.ports = {h: {p: self.state() for p in range(1, EARS + 1)} for h in HOSTS}

    @staticmethod
    def state():
        return random.choices(("open", "closed", "filtered"), (1, 8, 1))[0]

    def make(self):
        sets = {"closed": [], "dropped": [], "gone": [NET + str(h) for h in HOSTS if not self.up[h]]}
        for h in HOSTS:
            for p, state in self.ports[h].items():
                if state != "open":
                    sets["closed" if state == "closed" else "dropped"].append(f"{NET}{h} . {p}")
        nft("".join(f"flush set inet f {n}\nadd element inet f {n} {{ {', '.join(e)} }}\n" for n, e in sets.items() if e))

    def open(self):
        return {f"{NET}{h}:{p}" for h in HOSTS if self.up[h] for p, s in self.ports[h].items() if s == "open"}

    def change(self, number):
        """Changes so many things, no host and no port twice; returns what is to be told."""
        told, hosts, ports = set(), random.sample(HOSTS, number // 10), set()
        for h in hosts:
            opens = ranges(sorted(p for p, s in self.ports[h].items() if s == "open"))
            what = ("- {} gone (was open: {})" if self.up[h] else "+ {} came (open: {})") if opens else (
                "- {} gone" if self.up[h] else "+ {} came")
            told.add(what.format(NET + str(h), opens))
            self.up[h] = not self.up[h]
        others = [h for h in HOSTS if self.up[h] and h not in hosts]
        while len(told) < number:
            h, p = random.choice(others), random.randint(1, EARS)
            if (h, p) in ports or (h, p - 1) in ports or (h, p + 1) in ports:
                continue
            ports.add((h, p))
            old = self.ports[h][p]
            new = random.choice([s for s in ("open", "closed", "filtered") if s != old])
            self.ports[h][p] = new
            mark = {"open": "+", "closed": "-", "filtered": "~"}[new]
            told.add(f"{mark} {NET}{h}:{p} {'opened' if new == 'open' else new} (was {old})")
        return told


def ranges(ports):
    parts = []
    for port in ports:
        if parts and parts[-1][1] == port - 1:
            parts[-1][1] = port
        else:
            parts.append([port, port])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def numbers(text):
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def last_octets(text):
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first.split(".")[3]), int((last or first).split(".")[3]) + 1)


def known(path, ping):
    """Ports, or hosts, of which the file of a stopped scan says something; read without paymap."""
    found = set()
    with open(path) as lines:
        for line in lines:
            try:
                it = json.loads(line)
            except ValueError:
                continue
            kind, host = it["type"], it.get("ip")
            if kind == "unanswered":
                for h in last_octets(it["hosts"]):
                    found |= {NET + str(h)} if ping else {f"{NET}{h}:{p}" for p in range(1, PORTS + 1)}
            elif kind == "alive":
                found.add(host)
            elif kind == "open":
                found.add(f"{host}:{it['port']}")
            elif kind in ("ports", "host"):
                for text in it.get("ports_by_reason", {}).values():
                    found |= {f"{host}:{p}" for p in numbers(text)}
                found |= {f"{host}:{o['port']}" for o in it.get("open", [])}
    return found


def asked(ping):
    name = "pinged" if ping else "asked"
    listed = sh(*inside(TARGET), "nft", "list", "set", "inet", "f", name)
    nft(f"flush set inet f {name}\n")
    if ping:
        return set(re.findall(r"(10\.97\.1\.\d+) counter", listed))
    return {f"{h}:{p}" for h, p in re.findall(r"(10\.97\.1\.\d+) \. (\d+) counter", listed)}


def whole(path):
    with open(path) as file:
        it = json.load(file)
    for host in it["hosts"]:
        host.pop("rtt_ms", None)
        for port in host.get("open", []):
            port.pop("rtt_ms")
    return it["complete"], it["hosts"], it.get("unanswered")


def scan(*words, **more):
    return subprocess.run(inside(SCANNER) + PAYMAP + list(words), capture_output=True, text=True, **more)


def stop_and_resume(number, folder, undisturbed, seconds):
    ping = number % 5 == 4
    model = "proc" if number % 2 else "thread"
    path = os.path.join(folder, f"{number}.json")
    words = [NET + "0/24", "-m", model, "-w", path] + (["-f", "ping", "--rate", "100"] if ping else ["-p", f"1-{PORTS}", "--rate", "6000"])
    stops, total, twice = random.choice((1, 1, 2)), 0, 0
    asked(ping)
    for stop in range(stops):
        command = words if stop == 0 else ["--resume", path]
        running = subprocess.Popen(inside(SCANNER) + PAYMAP + command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0.3, 0.95) * seconds[ping])
        running.send_signal(signal.SIGKILL)
        running.wait()
        time.sleep(0.1)  # worker processes notice
        before = known(path, ping) if os.path.exists(path) and open(path).read(8) == '{"type":' else None
        again = asked(ping)
        if stop > 0:
            twice += len(again & total_known)
        if before is None:
            break
        total_known = before
        total = len(before)
    if before is None:
        return None  # it was over before, or had not begun
    done = scan("--resume", path)
    twice += len(asked(ping) & total_known)
    same = whole(path) == undisturbed[ping]
    left = os.listdir(folder)
    return f"{total:6d} known, {twice} of them asked again, {'the same' if same else 'DIFFERENT'}, exit {done.returncode}" + (
        "" if left == [f"{number}.json"] else f", LEFT {left}")


def main(words):
    if words[:1] == ["--listen"]:
        return listen()
    stops = int(words[0]) if words else 50
    changes = int(words[1]) if len(words) > 1 else 200
    random.seed(int(os.environ.get("SEED", "1")))
    set_up()
    world = World()
    world.make()
    with tempfile.TemporaryDirectory() as folder:
        undisturbed, seconds = {}, {}
        for ping in (False, True):
            path = os.path.join(folder, "undisturbed.json")
            start = time.monotonic()
            words = ["-f", "ping", "--rate", "100"] if ping else ["-p", f"1-{PORTS}", "--rate", "6000"]
            scan(NET + "0/24", "-w", path, *words)
            seconds[ping] = time.monotonic() - start
            undisturbed[ping] = whole(path)
            os.remove(path)
        ours = {f"{h['ip']}:{p['port']}" for h in undisturbed[False][1] for p in h["open"]}
        peer = sh(*inside(SCANNER), "nmap", "-n", "-sT", "-T4", "-oG", "-", "-p", f"1-{PORTS}", NET + "0/24")
        peers = {f"{h}:{p}" for h, l in re.findall(r"Host: (\S+) .*Ports: (.*)", peer) for p in re.findall(r"(\d+)/open", l)}
        there = world.open()
        print(f"open: {len(there)}; paymap misses {len(there - ours)} and makes up {len(ours - there)},"
              f" nmap {len(there - peers)} and {len(peers - there)}; undisturbed {seconds[False]:.1f} s, ping {seconds[True]:.1f} s", flush=True)
        for number in range(stops):
            said = None
            while said is None:
                said = stop_and_resume(number, folder, undisturbed, seconds)
                for name in os.listdir(folder):
                    os.remove(os.path.join(folder, name))
            print(f"{number:3d} {said}", flush=True)
        old = os.path.join(folder, "old.json")
        scan(NET + "0/24", "-p", f"1-{PORTS}", "-w", old)
        expected = world.change(changes)
        world.make()
        done = scan(NET + "0/24", "-p", f"1-{PORTS}", "--since", old, "--fail-on-change")
        told = set(done.stdout.splitlines())
        print(f"{len(expected)} changes: {len(expected - told)} not told, {len(told - expected)} made up, exit {done.returncode}")
        for line in sorted(expected ^ told)[:20]:
            print("   ", line, "(not told)" if line in expected else "(made up)")


main(sys.argv[1:])
