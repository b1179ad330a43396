"""What the figures were taken on, and what with."""
import os
import pathlib
import platform
import re
import subprocess

from .process import PAYMAP, PEERS, PYTHON


def first_line(*command):
    """The first line that a command prints, wherever; empty where it is not here."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    except OSError:
        return ""
    return next(iter((done.stdout or done.stderr).strip().splitlines()), "")


def number(text):
    found = re.search(r"\d+(?:\.\d+)+\S*", text)
    return found.group().rstrip(',"') if found else "missing: run bench/setup"


def library(name):
    return f"import {name}; print({name}.__version__)"


def jar(artifact):
    return next((number(file.stem) for file in (PEERS / "webmagic" / "lib").glob(artifact + "-[0-9]*.jar")), number(""))


def versions():
    crawlee = PEERS / "crawlee" / "node_modules" / "@crawlee" / "http" / "package.json"
    return {
        "paymap": first_line(PAYMAP, "--version").removeprefix("paymap ") + commit(),
        "Java": number(first_line("java", "-version")),
        "WebMagic": jar("webmagic-core"),
        "requests": number(first_line(PYTHON, "-c", library("requests"))),
        "Scrapy": number(first_line(PYTHON, "-c", library("scrapy"))),
        "Python": number(first_line(PYTHON, "--version")),
        "Crawlee": number(crawlee.read_text("utf-8").split('"version"')[1]) if crawlee.exists() else number(""),
        "Node.js": number(first_line("node", "--version")),
        "nginx": number(first_line("/usr/sbin/nginx", "-v")),
        "sqlite3": number(first_line("sqlite3", "--version")),
        "R": number(first_line("R", "--version")),
        "nmap": number(first_line("nmap", "--version")),
        "fping": number(first_line("fping", "--version")),
    }


def commit():
    here = pathlib.Path(PAYMAP).parent
    name = first_line("git", "-C", str(here), "rev-parse", "--short", "HEAD")
    changed = first_line("git", "-C", str(here), "status", "--porcelain", "src", "pom.xml", "paymap")
    return f" ({name}{' and changes' if changed else ''})" if name and "fatal" not in name else ""


def description():
    info = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", info)
    memory = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1))
    system = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())
    return (f"{os.cpu_count()} cores ({model.group(1) if model else platform.machine()}), {memory / 1024 ** 2:.0f} GiB, "
            f"{system.group(1) if system else platform.system()}, Linux {platform.release()}")
