"""The two sites of the contests: nginx with replies that stand on the disk, and the sandbox with its limits and faults.

Each is a process of its own, so that its processor time is in nobody's figures; the two cores it shares with all.
"""
import collections
import contextlib
import http.client
import json
import pathlib
import re
import socket
import subprocess
import tempfile
import time
from urllib.parse import quote

from .process import BENCH, HOME, JAR, OUT

PAGES = 30
ROWS = 15 * PAGES
KNOWN = re.findall(r"^(\w+)\t\w+\t(\S+)", (HOME / "src/main/resources/paymap/job/cities.tsv").read_text("utf-8"), re.M)
CODES = [code for code, _ in KNOWN]
CITIES = [name for _, name in KNOWN]

CONF = """load_module /usr/lib/nginx/modules/ngx_http_js_module.so;
worker_processes 1; pid {folder}/pid; error_log {folder}/error.log; daemon off;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 1000000; client_body_buffer_size 16k; tcp_nodelay on; sendfile on;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
  scgi_temp_path {folder};
  open_file_cache max=5000; js_path {folder}; js_import lagou from lagou.js;
  log_format asked '$msec\\t$status\\t$uri\\t$request_body';
  server {{
    listen 127.0.0.1:{port} backlog=1024; root {pages}; set $late {late}; {log}
    location = /robots.txt {{ return 200 "User-agent: *\\nAllow: /\\n"; }}
    location /jobs/list_ {{ js_content lagou.listed; }}
    location = /list.html {{ internal; default_type "text/html;charset=UTF-8";
      add_header Set-Cookie "JSESSIONID=ABAAAbench; Path=/; HttpOnly"; add_header Set-Cookie "user_trace_token=bench; Path=/"; }}
    location = /jobs/positionAjax.json {{ js_content lagou.{rows}; }}
    location /rows/ {{ internal; error_page 405 =200 $uri; default_type "application/json;charset=UTF-8"; }}
  }}
}}
"""


class Site:
    """Where a site is, and what it was asked once it has ended: tuples of seconds, kind, address and page."""

    def __init__(self, url):
        self.url = url
        self.log = []

    def rows(self):
        """The requests for rows that were answered with rows, as (address, page)."""
        return [(address, page) for _, kind, address, page in self.log if kind == "ROWS"]

    def again(self):
        return sum(times - 1 for times in collections.Counter(self.rows()).values())

    def count(self, *kinds):
        return sum(kind in kinds for _, kind, _, _ in self.log)


def free_port():
    with socket.socket() as ear:
        ear.bind(("127.0.0.1", 0))
        return ear.getsockname()[1]


def stop(child):
    child.terminate()
    try:
        child.wait(10)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def form(page, keyword="python"):
    return f"first={str(page == 1).lower()}&pn={page}&kd={keyword}"


def replies():
    """The folder of the pages that nginx gives: the sandbox's own, with titles and ids made distinct: 450 rows a city."""
    folder = OUT / "site"
    if (folder / "whole").exists():
        return folder
    (folder / "rows").mkdir(parents=True, exist_ok=True)
    with sandbox() as site:
        there = http.client.HTTPConnection(site.url.removeprefix("http://"))
        for city in CITIES:
            listed = f"/jobs/list_python?city={quote(city)}"
            there.request("GET", listed)
            reply = there.getresponse()
            (folder / "list.html").write_bytes(reply.read())
            cookies = "; ".join(c.split(";")[0] for c in reply.headers.get_all("Set-Cookie"))
            home = folder / "rows" / quote(city).replace("%", "")
            home.mkdir(exist_ok=True)
            for page in range(1, PAGES + 1):
                there.request("POST", f"/jobs/positionAjax.json?city={quote(city)}", form(page), {
                    "Cookie": cookies, "Referer": site.url + listed, "X-Requested-With": "XMLHttpRequest",
                    "Content-Type": "application/x-www-form-urlencoded"})
                data = json.loads(there.getresponse().read())
                data["content"]["positionResult"]["totalCount"] = ROWS
                for place, row in enumerate(data["content"]["positionResult"]["result"], (page - 1) * 15 + 1):
                    row["positionId"] = CITIES.index(city) * 1000 + place
                    row["positionName"] += f"（{place}）"
                (home / f"{page}.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
    for place, row in enumerate(data["content"]["positionResult"]["result"]):
        row.update(positionName=f"@TITLE@ {place}", positionId=f"@ID@{place}", city="@CITY@")
    del data["content"]["positionResult"]["totalCount"]
    (folder / "template.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
    (folder / "whole").touch()
    return folder


@contextlib.contextmanager
def fast(late=0, logged=False, endless=False):
    """nginx, with so many milliseconds before each reply; `endless`: a list of made-up rows that never ends."""
    pages = replies()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        (folder / "lagou.js").write_text((BENCH / "site" / "lagou.js").read_text("utf-8")
                                         .replace("FILE = ''", f"FILE = '{pages}/template.json'"), "utf-8")
        port = free_port()
        (folder / "conf").write_text(CONF.format(
            folder=folder, pages=pages, port=port, late=late, rows="endless" if endless else "rows",
            log=f"access_log {folder}/asked.log asked;" if logged else ""), "utf-8")
        child = subprocess.Popen(["/usr/sbin/nginx", "-p", name, "-c", str(folder / "conf")], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(port, child, folder / "error.log")
            site = Site(f"http://127.0.0.1:{port}")
            site.asked = lambda: asked(folder / "asked.log")
            yield site
        finally:
            stop(child)
        if logged:
            site.log = asked(folder / "asked.log")


def asked(file):
    log = []
    for line in file.read_text("utf-8").splitlines():
        at, status, address, body = line.split("\t")
        page = re.search(r"(?:^|&)pn=(\d+)", body)
        kind = "ROWS" if page and status == "200" else "ROBOTS" if "robots" in address else "PAGE"
        log.append((float(at), kind, address, page.group(1) if page else ""))
    return log


def wait_for(port, child, log):
    for _ in range(200):
        if child.poll() is not None:
            raise RuntimeError(f"the site did not start: {log.read_text() if log.exists() else child.returncode}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise RuntimeError("the site did not start within 4 s")


@contextlib.contextmanager
def sandbox(**options):
    """The sandbox of bench/site/Site.java, with its options; what it was asked stands in the log afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder, "log")
        words = [f"{key}={value}" for key, value in options.items()]
        child = subprocess.Popen(["java", "-cp", JAR, str(BENCH / "site" / "Site.java"), str(log), *words],
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        site = Site(child.stdout.readline().strip())
        try:
            if not site.url:
                raise RuntimeError("the sandbox did not start")
            yield site
            child.stdin.close()
            child.wait(10)
        finally:
            if child.poll() is None:
                stop(child)
        for line in log.read_text("utf-8").splitlines():
            at, kind, address, page = line.split("\t")
            site.log.append((int(at) / 1000, kind, address, page))
