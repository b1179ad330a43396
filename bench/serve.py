"""Asks a running paymap serve as a browser does, and the sqlite3 shell for the same counts. Called by serve.sh."""
import http.client
import statistics
import subprocess
import sys
import time
import urllib.parse

PAYMAP, DB = sys.argv[1:3]
ASKED = [
    ("first page", "/"),
    ("city", "/?" + urllib.parse.urlencode({"city": "北京"})),
    ("experience", "/?experience=3-5"),
    ("city and education", "/?" + urllib.parse.urlencode({"city": "上海", "education": "bachelor"})),
    ("by experience", "/?by=experience"),
    ("pay", "/?min-pay=20k"),
    ("postings", "/postings?" + urllib.parse.urlencode({"city": "北京"})),
    ("pay.json", "/pay.json"),
    ("average.svg", "/average.svg"),
]
FACETS = ["city", "experience", "education", "district", "site"]
ROUNDS = 5

began = time.monotonic()
serve = subprocess.Popen([PAYMAP, "serve", "--db", DB, "--lang", "en"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
try:
    address = urllib.parse.urlsplit(serve.stdout.readline().strip())
    print(f"start {time.monotonic() - began:.2f} s")
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=120)
    connection.request("GET", f"/?{address.query}")
    entered = connection.getresponse()
    entered.read()
    cookie = entered.getheader("Set-Cookie").split(";")[0]

    def ask(path):
        start = time.monotonic()
        connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        reply = connection.getresponse()
        body = reply.read()
        while reply.status == 303:
            connection.request("GET", reply.getheader("Location"), headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
            reply = connection.getresponse()
            body = reply.read()
        if reply.status != 200:
            raise SystemExit(f"{path}: {reply.status}")
        return (time.monotonic() - start) * 1000, len(body)

    taken = {name: [] for name, _ in ASKED}
    for _ in range(ROUNDS):
        for name, path in ASKED:
            taken[name].append(ask(path))
    for name, _ in ASKED:
        ms = [each[0] for each in taken[name]]
        print(f"{name:20} {ms[0]:6.0f} ms at first, median {statistics.median(ms):6.0f}, {taken[name][0][1] / 1000:6.0f} kB packed")
    status = open(f"/proc/{serve.pid}/status").read()
    print("resident " + next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")) + " kB")
finally:
    serve.terminate()
    serve.wait(20)

start = time.monotonic()
for facet in FACETS:
    subprocess.run(["sqlite3", "-readonly", DB, f"select {facet}, count(*) from jobs where city = '北京' group by 1"], stdout=subprocess.DEVNULL, check=True)
print(f"sqlite3, {len(FACETS)} facets of one city: {(time.monotonic() - start) * 1000:.0f} ms")
