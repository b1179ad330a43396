#!/usr/bin/env python3
"""Types thousands of command lines at paymap, good and bad ones, and looks at what comes back.

    bench/fuzz.py [LINES] [SEED] [WORKERS]         default: 5000 1 2

Each line runs in a process of its own, in a folder of its own, in a network namespace that has
nothing but loopback (it needs root or user namespaces for that), 25 s at the longest. Wrong is: an
exit code other than 0, 1, 2, 3 and 130; a class name, a stack trace or a library's words in what is
said; a raw control character; an end that is not 0 without a word; no end. Each distinct finding is
printed once with the line that made it; the last line counts the exit codes. Exit code 1 if
anything was found.
"""
import collections, concurrent.futures, os, random, re, shutil, signal, subprocess, sys, tempfile

LINES, SEED, WORKERS = (int(a) if a else b for a, b in zip(sys.argv[1:4] + [""] * 3, (5000, 1, 2)))
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIMIT = 25
WRONG = re.compile(r"\b(java|javax|org|com|picocli|paymap)\.[a-z]+\.|Exception\b|^\s+at \S+\(|\bSQLITE|Flyway"
                   r"|\bis not an? (int|long|double|boolean|float)\b|\[(ERROR|INFO|WARN|DEBUG)|(?<![/\"\'=\w])null\b", re.M)
RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")

TEXTS = ["python", "Java", "数据分析", "", " ", "@kw.txt", "@adir", "a\x1b[31mb", "\u202eabc", "x" * 5000, "=1+1", "'q'", '"q"',
         "a\nb", "--", "-", "%s%n", "../../etc/passwd", "http://127.0.0.1:1", "http://127.0.0.1:99999", "🐍", "0", "-1"]
NUMBERS = ["1", "0", "-1", "4", "64", "65", "10000", "10001", "99999999999999999999", "1e3", "NaN", "0x10", "1.5", "٣", "", "many"]
TIMES = ["1s", "90s", "15min", "2h", "0", "-1s", "1d", "99999999h", "1.5s", "500ms", "soon", "", "1 s"]
CITIES = ["bj", "bj,sh,gz,sz", "北京", "上海,bj", "beijing", "atlantis", "", ",", "bj,bj", "bj,,sh", "BJ", "all", "日本", "\x07"]
FILES = ["rows.csv", "visit.har", "other-names.csv", "none.csv", "adir", "empty", "junk.bin", "-", "/dev/null", "", "a\0b",
         "中文.csv", "fifo-not-here", "d.db", "deep.json", "/proc/self/mem", "/etc/shadow"]
DATABASES = ["d.db", "new.db", "none/x.db", "adir", "junk.bin", "empty", "", "/dev/null", "http://127.0.0.1/x", "postgresql://h/x", "ro.db", "中.db"]
SITES = ["sandbox", "lagou", "imported", "boss", "http://127.0.0.1:1", "http://127.0.0.1:99999", "ftp://x", "127.0.0.1:8080", "猎聘", "s\x1b[31m", ""]
HOSTS = ["127.0.0.1", "127.0.0.1-127.0.0.3", "127.0.0.1-3", "127.0.0.0/30", "::1", "localhost", "no.such.host.invalid", "10.88.0.0/30",
         "999.1.1.1", "127.0.0.1,127.0.0.2", "@rows.csv", "@none", "@adir", "-", "", "0.0.0.0/0", "127.0.0.3-127.0.0.1", "fe80::1%lo", "1"]
PORTS = ["1-100", "22,80", "ssh", "0", "65536", "-", "", "80-22", "1-", "-10", "no-service", "80,80", "1,,2", "+1"]
OUTS = ["out.csv", "out.jsonl", "out.parquet", "o.json", "adir", "none/o.csv", "/dev/null", "/dev/full", "/dev/stdout", "-", "", "d.db"]
WHEN = ["7d", "12h", "2w", "2026-11-01", "run:1", "run:99", "run:", "+10000-01-01", "2026-13-01", "-1d", "", "yesterday", "0d"]
FLAG = [None]


def options(**table):
    return {"--" + name.replace("_", "-"): values for name, values in table.items()}


COMMANDS = {
    "crawl": {**options(cities=CITIES, city=CITIES, db=DATABASES, era=["auto", "classic", "rendered", "encrypted", "x", ""], keyword=TEXTS,
                        max_wait=TIMES, per_city=["1", "15", "20"] + NUMBERS, rate=["max", "100/s", "5/s", "0/s", "6000/min", "x", "", "-1/s", "1/x"],
                        robots=["obey", "ignore", "x"], seed=NUMBERS, site=["sandbox"] * 20 + SITES, threads=NUMBERS, cookies=FILES,
                        site_key=FILES, site_iv=TEXTS, user_agent=TEXTS, json=FLAG, quiet=FLAG, verbose=FLAG, new_run=FLAG), "-n": NUMBERS},
    "import": options(city=CITIES, columns=["title=职位,salary=薪资,city=城市", "title=1,salary=2,city=3", "title=", "=", "x=y", "title=a,title=b", ""],
                      db=DATABASES, encoding=["GBK", "UTF-8", "UTF-16", "x", ""], keyword=TEXTS, rejects=OUTS, site=SITES, dry_run=FLAG,
                      json=FLAG, quiet=FLAG),
    "stats": options(all_keywords=FLAG, city=CITIES, db=DATABASES, json=FLAG, keyword=TEXTS, since=WHEN, site=SITES, trend=FLAG,
                     **{"from": NUMBERS + WHEN, "to": NUMBERS}, verbose=FLAG),
    "chart": options(all_keywords=FLAG, city=CITIES, db=DATABASES, format=["png", "svg", "png,svg", "pdf", ""], keyword=TEXTS,
                     lang=["zh", "en", "zh,en", "fr", ""], only=["2", "average", "2-average", "9", "", "7"], out=["charts", "adir", "rows.csv", "/dev/null", ""],
                     since=WHEN, site=SITES, title=TEXTS),
    "export": options(all_keywords=FLAG, all_sites=FLAG, excel=FLAG, city=CITIES, db=DATABASES, format=["csv", "jsonl", "parquet", "xml", ""],
                      keyword=TEXTS, out=OUTS, since=WHEN, site=SITES),
    "runs": options(json=FLAG, db=DATABASES, last=NUMBERS, site=SITES),
    "config": options(json=FLAG),
    "doctor": options(json=FLAG, db=DATABASES, network=FLAG, site=SITES),
    "sandbox": options(anger=NUMBERS, burst=NUMBERS, era=["classic", "rendered,classic", 'a"b', ""], fault=["500:0.1", "x", "500:2", "page1:4", "nocookie", ""],
                       latency=NUMBERS, limit=["4/s", "x", ""], port=["0", "0", "0", "65536", "x", "1"], postings=NUMBERS, seed=NUMBERS,
                       secret_life=NUMBERS, session_pages=NUMBERS, when_too_fast=["LOGIN", "http_429", "x"], public_key=OUTS),
    "pmap": {**options(all=FLAG, assume_up=FLAG, banner=FLAG, exclude=HOSTS, exclude_file=FILES, host_timeout=["5s", "200ms"] + TIMES,
                       max_rate=NUMBERS, randomize=FLAG, seed=NUMBERS, top=NUMBERS, format=["text", "plain", "json", "ndjson", "xml"], pinger=["auto", "ping", "fping", "icmp", "x"],
                       rate=NUMBERS, retries=NUMBERS, yes=FLAG), "-f": ["ping", "tcp", "x"], "-ip": HOSTS, "-m": ["thread", "proc", "x"], "-n": NUMBERS,
             "-p": PORTS, "-t": ["200ms", "1s", "0", "x", "-1s"], "-w": OUTS, "-v": FLAG, "--banner=http": FLAG},
    "completion": {}, "help": {}, "version": {}, "": {},
}
NEEDED = {"crawl": [["--cities", "bj"], ["--site", "sandbox"]], "pmap": [["-ip", "127.0.0.1"], ["-p", "1-20"]], "sandbox": [["--port", "0"]]}


def line(rng):
    command = rng.choice([c for c in COMMANDS for _ in range(1 + len(COMMANDS[c]) // 3)])
    words = [command] if command else []
    known = COMMANDS[command]
    for pair in NEEDED.get(command, []):
        if rng.random() < 0.85:
            words += pair
    for name in rng.sample(sorted(known), k=min(len(known), rng.choice([0, 1, 1, 2, 2, 3, 5]))):
        value = rng.choice(known[name])
        if value is None:
            words.append(name if rng.random() < 0.9 else name + "=" + rng.choice(TEXTS))
        elif rng.random() < 0.1:
            words.append(name)
        else:
            words += [name + "=" + value] if name.startswith("--") and rng.random() < 0.4 else [name, value]
    if command == "import" and rng.random() < 0.95:
        words += rng.choices(FILES, k=rng.choice([1, 1, 2]))
    if command == "help":
        words.append(rng.choice(sorted(COMMANDS)))
    if rng.random() < 0.06:
        words.insert(rng.randrange(len(words) + 1), rng.choice(["--help", "-h", "-V", "--version", "-q=x", "--sit", "--nonsense", "--", "@adir"] + TEXTS))
    if rng.random() < 0.03 and words:
        rng.shuffle(words)
    return [w.replace("\0", "") for w in words]


def folder(base):
    for name in ("rows.csv", "visit.har", "other-names.csv"):
        shutil.copy(os.path.join(ROOT, "docs", "examples", name), base)
    os.mkdir(os.path.join(base, "adir"))
    open(os.path.join(base, "empty"), "w").close()
    open(os.path.join(base, "junk.bin"), "wb").write(random.Random(7).randbytes(5000))
    open(os.path.join(base, "deep.json"), "w").write("[" * 100_000)
    open(os.path.join(base, "kw.txt"), "w").write("python --nonsense\n")
    shutil.copy(os.path.join(base, "rows.csv"), os.path.join(base, "中文.csv"))
    for name in ("d.db", "ro.db"):
        shutil.copy(DATABASE, os.path.join(base, name))
    os.chmod(os.path.join(base, "ro.db"), 0o444)


def environment(rng, base):
    env = {"PATH": os.environ["PATH"], "HOME": base, "LANG": rng.choice(["C.UTF-8"] * 6 + ["C", "zh_CN.UTF-8", "en_US.ISO-8859-1"])}
    if rng.random() < 0.1:
        env[rng.choice(["PAYMAP_DB", "PAYMAP_SITE", "PAYMAP_CITIES", "PAYMAP_RATE", "PAYMAP_NONSENSE"])] = rng.choice(TEXTS + DATABASES)
    if rng.random() < 0.05:
        env["PAYMAP_CONFIG"] = rng.choice(["/dev/zero", "adir", "none", "junk.bin", "rows.csv"])
    return {k: v.replace("\0", "") for k, v in env.items()}


def once(number):
    rng = random.Random(SEED * 1_000_003 + number)
    words, base = line(rng), tempfile.mkdtemp(prefix="paymap-fuzz-")
    try:
        folder(base)
        env = environment(rng, base)
        child = subprocess.Popen([os.path.join(ROOT, "paymap"), *words], cwd=base, env=env, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            # a sandbox is meant to go on until Ctrl-C
            out, err = child.communicate(timeout=3 if "sandbox" in words[:1] else LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGINT)
            try:
                out, err = child.communicate(timeout=5)
                if words[:1] != ["sandbox"]:
                    return words, env, "late", "ended by Ctrl-C after %d s" % LIMIT
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.communicate()
                return words, env, "hang", "did not end by Ctrl-C"
        return words, env, child.returncode, finding(words, child.returncode, out, err)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def finding(words, code, out, err):
    said = err.decode("utf-8", "replace")
    if code not in (0, 1, 2, 3, 130):
        return "exit code %d: %s" % (code, said[:200])
    if WRONG.search(said):
        return "words: " + next(l for l in said.splitlines() if WRONG.search(l))[:200]
    if RAW.search(re.sub(r"\r\n|\r", "\n", said)):
        return "control character: " + repr(said[:200])
    if code in (1, 2, 3) and not said.strip() and not out.strip():
        return "exit code %d without a word" % code
    return ""


def isolate():
    """Runs this script again where there is only loopback."""
    inner = "ip link set lo up; PAYMAP_FUZZ=inside exec python3 \"$0\" \"$@\""
    os.execvp("unshare", ["unshare", "-n", "sh", "-c", inner, os.path.abspath(__file__), *sys.argv[1:]])


if __name__ == "__main__":
    if os.environ.get("PAYMAP_FUZZ") != "inside":
        isolate()
    DATABASE = os.path.join(tempfile.mkdtemp(prefix="paymap-fuzz-"), "d.db")
    subprocess.run([os.path.join(ROOT, "paymap"), "crawl", "--cities", "bj,sh", "--site", "sandbox", "--per-city", "30", "--db", DATABASE, "-q"], check=True)
    codes, seen = collections.Counter(), {}
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        for done, (words, env, code, wrong) in enumerate(pool.map(once, range(LINES)), 1):
            codes[str(code)] += 1
            shape = re.sub(r"\d+|'[^']*'|\"[^\"]*\"", "_", wrong)[:80]
            if wrong and shape not in seen:
                seen[shape] = wrong
                print("%s\n    %r %r" % (wrong, words, {k: v for k, v in env.items() if k not in ("PATH", "HOME")}), flush=True)
            if done % 500 == 0:
                print("%d lines, %s" % (done, dict(codes)), file=sys.stderr, flush=True)
    shutil.rmtree(os.path.dirname(DATABASE), ignore_errors=True)
    print("%d lines: %s; %d distinct findings" % (LINES, ", ".join("%d x %s" % (n, c) for c, n in codes.most_common()), len(seen)))
    sys.exit(1 if seen else 0)
