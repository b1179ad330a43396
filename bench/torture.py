#!/usr/bin/env python3
"""Several processes, one store, one made-up site with a limit, and what can go wrong: do the site's limit and the rows hold?

  bench/torture.py [--seed N] [--kills N] [--rate N] [--burst N] [--processes N] [SCENARIO ...]

calm         nothing happens
kill         processes are ended by SIGKILL at random moments and started again, in as many rounds as it takes; as root,
             every other one has process numbers of its own, as another machine has: only its lease tells that it died
freeze       half of them are stopped for longer than a lease, and go on
clock        one clock is five minutes fast, one five minutes slow (libfaketime)
restart      the server is restarted without warning four times, the last time after 20 s
failover     the server is killed, and the standby that followed it is promoted
sqlite       calm, on a file
sqlite-kill  kill, on a file

All of them, unless some are named. Requests are those in the site's own log, each at the moment when the site begins to
read it. In no window of w seconds there may be more than rate * w + burst of them. A page may be asked for again once
for each thread of a process that died or was frozen. Rows, openings and the counts of each city must be those of one
process that nothing disturbs. Needs `mvn -DskipTests package` before, and PostgreSQL's programs. Exit code 1 if
anything is wrong.
"""
import argparse, collections, datetime, json, os, pathlib, random, re, shutil, signal, socket, sqlite3, subprocess, sys
import tempfile, time

TOP = pathlib.Path(__file__).resolve().parent.parent
CITIES = 'bj,sh,gz,sz,hz,cd,nj,wh,xa,cq,tj,su,xm,cs,zz,qd'
THREADS = 4
WINDOWS = (1, 10, 60)
LEASE = 60  # s
LONGEST = 600  # s a round may last
NOBODY = 65534
FAKETIME = next(pathlib.Path('/usr/lib').glob('*/faketime/libfaketimeMT.so.1'), None)
COUNTS = 'city, stored, settled, seen, repeated, unreadable, surplus, page_size, total_count, ended, to_end, why'
QUESTIONS = {
    'counts': f'SELECT {COUNTS} FROM run_cities',
    'openings': 'SELECT j.city, j.title, j.salary, o.position_id FROM openings o JOIN jobs j ON j.id = o.job_id',
    'pages': 'SELECT city, page, state, counted FROM pages',
    'waiting': 'SELECT count(*) FROM waiting_rows',
    'runs': 'SELECT count(*), sum(complete), max(why) FROM runs',
    'found': 'SELECT count(*) FROM run_jobs',
}


class Wrong(Exception):
    pass


def programs():
    found = sorted(pathlib.Path('/usr/lib/postgresql').glob('*/bin'), key=lambda p: float(p.parent.name))
    return found[-1] if found else pathlib.Path(shutil.which('postgres') or '.').resolve().parent


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def until(reached, seconds, what):
    end = time.time() + seconds
    while not reached():
        if time.time() > end:
            raise Wrong(what + f' took longer than {seconds} s')
        time.sleep(0.05)


class Server:
    """A PostgreSQL of this script's own; not run as root, which it refuses."""
    BIN = programs()

    def __init__(self, folder, name):
        self.home = folder / name
        self.port = free_port()
        self.log = folder / (name + '.log')
        if name == 'first':
            self.run('initdb', '-D', self.home, '-U', 'paymap', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')

    def run(self, program, *words):
        become = ['setpriv', f'--reuid={NOBODY}', f'--regid={NOBODY}', '--clear-groups'] if os.getuid() == 0 else []
        command = [*become, str(self.BIN / program), *map(str, words)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, timeout=120, cwd='/')
        if done.returncode:
            raise Wrong(f'{program}: {done.stdout[-500:]}')
        return done.stdout

    def control(self, word, *words):
        options = f'-p {self.port} -k {self.home} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60'
        self.run('pg_ctl', word, '-w', '-D', self.home, '-l', self.log, '-o', options, *words)

    def start(self):
        self.control('start')

    def crash(self):
        self.run('pg_ctl', 'stop', '-m', 'immediate', '-w', '-D', self.home)

    def close(self):
        if (self.home / 'postmaster.pid').exists():
            self.crash()

    def ask(self, sql, db='postgres'):
        return self.run('psql', '-XAtq', '-h', '127.0.0.1', '-p', self.port, '-U', 'paymap', '-d', db, '-c', sql)

    def standby(self, folder):
        """One that follows, and that each commit waits for."""
        second = Server(folder, 'second')
        self.run('pg_basebackup', '-D', second.home, '-R', '-h', '127.0.0.1', '-p', self.port, '-U', 'paymap', '-c', 'fast')
        second.start()
        self.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.ask('SELECT pg_reload_conf()')
        until(lambda: self.ask('SELECT sync_state FROM pg_stat_replication').strip() == 'sync', 30, 'the standby')
        return second


class OnServer:
    def __init__(self, server, name, also=()):
        self.servers, name = [server, *also], 'of_' + name
        self.name = name
        server.ask(f'CREATE DATABASE {name}')
        hosts = ','.join(f'127.0.0.1:{each.port}' for each in self.servers)
        self.address = f'postgresql://paymap@{hosts}/{name}' + ('?targetServerType=primary' if also else '')

    def rows(self, sql):
        for server in reversed(self.servers):
            if (server.home / 'postmaster.pid').exists():
                return sorted(server.ask(sql, self.name).splitlines())
        raise Wrong('no server is left')

    def check(self):
        """Every index beside its table."""
        for server in self.servers[-1:]:
            server.ask('CREATE EXTENSION IF NOT EXISTS amcheck', self.name)
            server.ask("""SELECT bt_index_parent_check(c.oid, true) FROM pg_class c JOIN pg_am a ON a.oid = c.relam
                WHERE a.amname = 'btree' AND c.relkind = 'i' AND c.relnamespace = 'public'::regnamespace""", self.name)


class OnFile:
    def __init__(self, folder, name):
        self.address = str(folder / (name + '.db'))

    def rows(self, sql):
        with sqlite3.connect(self.address) as db:
            return sorted('|'.join('' if v is None else str(v) for v in row) for row in db.execute(sql))

    def check(self):
        if self.rows('PRAGMA integrity_check') != ['ok']:
            raise Wrong('the file is broken')


class Site:
    """The made-up site in a process of its own, and its log."""

    def __init__(self, bench, name, *words):
        self.log = bench.folder / (name + '.requests')
        with open(self.log, 'w') as out:
            self.process = subprocess.Popen(bench.java('sandbox', '--port', '0', '--log', *words), stdout=out,
                                            stderr=subprocess.DEVNULL)
        until(lambda: self.log.read_text().startswith('http') and '\n' in self.log.read_text(), 60, 'the site')
        self.address = self.log.read_text().split('\n', 1)[0]

    def requests(self):
        lines = self.log.read_text().split('\n')[1:-1]
        return [json.loads(line) for line in lines]

    def pages(self):
        """How often each page of rows was asked for."""
        return collections.Counter(r['target'] + ' ' + r['form']['pn'] for r in self.requests() if 'pn' in r['form'])

    def close(self):
        self.process.kill()
        self.process.wait()


class Crawl:
    """One process of the plan."""
    number = 0

    def __init__(self, bench, site, store, rate, wrapper=(), clock=None):
        Crawl.number += 1
        self.out = bench.folder / f'crawl{Crawl.number}.txt'
        words = ['crawl', '--cities', ','.join(CITIES.split(',')[:bench.args.cities]), '--whole', '--era', 'classic', '--rate', rate, '-n', str(THREADS), '--json',
                 '-q', '--site', site.address, '--db', store.address]
        env = dict(os.environ, PAYMAP_CONFIG=str(bench.folder / 'no-settings'), LC_ALL='C.UTF-8')
        if clock:
            env |= {'LD_PRELOAD': str(FAKETIME), 'FAKETIME': clock, 'FAKETIME_DONT_FAKE_MONOTONIC': '1'}
        with open(self.out, 'w') as out:
            self.process = subprocess.Popen([*wrapper, *bench.java(*words)], stdin=subprocess.DEVNULL, stdout=out,
                                            stderr=subprocess.STDOUT, env=env)

    def runs(self):
        return self.process.poll() is None

    def send(self, number):
        self.process.send_signal(number)

    def kill(self):
        self.process.kill()
        self.process.wait()


class Bench:
    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.random = random.Random(args.seed)
        self.rate, self.burst = args.rate, args.burst
        self.jar = folder / 'paymap.jar'
        shutil.copy(TOP / 'target' / 'paymap.jar', self.jar)
        (folder / 'no-settings').touch()
        archive = folder / 'paymap.jsa'
        subprocess.run([TOP / 'src/build/archive', 'java', self.jar, archive], check=False)
        self.start = ['java', '-XX:+UseSerialGC', '-Xmx96m', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData', '-Xlog:disable']
        self.start += [f'-XX:SharedArchiveFile={archive}'] if archive.exists() else []
        self.closing = []
        self.whole = None

    def java(self, *words):
        return [*self.start, '-jar', str(self.jar), *words]

    def keep(self, thing):
        self.closing.append(thing)
        return thing

    def close(self):
        for thing in reversed(self.closing):
            try:
                thing.kill() if isinstance(thing, Crawl) else thing.close()
            except (Wrong, OSError, subprocess.SubprocessError) as e:
                print(e, file=sys.stderr)
        self.closing.clear()

    def server(self, name='first'):
        server = self.keep(Server(self.folder, name))
        server.start()
        return server

    # ---- what one process brings home ----

    def undisturbed(self):
        store = OnFile(self.folder, 'undisturbed')
        site = self.keep(Site(self, 'undisturbed'))
        self.finish([self.keep(Crawl(self, site, store, 'max'))])
        pages = site.pages()
        if any(times > 1 for times in pages.values()):
            raise Wrong('the undisturbed process asked for a page twice')
        self.whole = {'result': self.result(site, store), 'pages': len(pages)}
        print(f'one process, undisturbed: {len(pages)} pages, {len(self.whole["result"]["openings"])} openings', flush=True)
        self.close()

    def result(self, site, store):
        out = subprocess.run(self.java('export', '--db', store.address, '--format', 'jsonl'), capture_output=True, timeout=120)
        if out.returncode:
            raise Wrong('export: ' + out.stderr.decode())
        rows = re.sub(r'\d{4}-\d\d-\d\dT[0-9:.]+Z', 'TIME', out.stdout.decode())
        result = {'rows': rows.replace(site.address.split('//')[1], 'SITE')}
        return result | {name: store.rows(sql) for name, sql in QUESTIONS.items()}

    def finish(self, crawls):
        end = time.time() + LONGEST
        for crawl in crawls:
            try:
                code = crawl.process.wait(max(1, end - time.time()))
            except subprocess.TimeoutExpired:
                raise Wrong(f'a process does not end: {crawl.out.read_text()[-300:]}') from None
            if code:
                raise Wrong(f'a process ended with {code}: {crawl.out.read_text()[-300:]}')

    # ---- a round ----

    def limited(self, name):
        return self.keep(Site(self, name, '--limit', f'{self.rate}/s', '--burst', str(self.burst)))

    def crawl(self, site, store, **how):
        return self.keep(Crawl(self, site, store, f'{self.rate}/s', **how))

    def crawls(self, site, store):
        return [self.crawl(site, store) for _ in range(self.args.processes)]

    def at_work(self, site, share):
        """Waits until that share of all pages was asked for."""
        until(lambda: len(site.pages()) >= share * self.whole['pages'], LONGEST, 'the crawl')

    def judged(self, site, store, deaths):
        result, whole = self.result(site, store), self.whole['result']
        wrong = [name for name in whole if result[name] != whole[name]]
        store.check()
        return Round(site.requests(), sum(n - 1 for n in site.pages().values()), deaths, wrong)

    def calm(self, name, store):
        site = self.limited(name)
        self.finish(self.crawls(site, store))
        return [self.judged(site, store, 0)]

    def kill(self, name, stores):
        rounds, left = [], self.args.kills
        while left > 0:
            store = stores(f'{name.replace("-", "_")}{len(rounds)}')
            site = self.limited(f'{name}{len(rounds)}')
            crawls = [self.mortal(site, store, i) for i in range(self.args.processes)]
            deaths, enough, next_death = 0, 0.75 * self.whole['pages'], 0
            # No process may begin when all is done: it would begin a run of its own.
            while deaths < left and next_death < enough:
                # By what the site saw, not by the clock: on a busy machine all would die before they have begun.
                next_death += self.random.expovariate(1 / self.args.apart)
                until(lambda: len(site.pages()) >= min(next_death, enough), LONGEST, 'the crawl')
                time.sleep(self.random.random() / self.rate)
                i = self.random.randrange(len(crawls))
                crawls[i].kill()
                crawls[i] = self.mortal(site, store, i)
                deaths += 1
            self.finish(crawls)
            rounds.append(self.judged(site, store, deaths))
            left -= deaths
            if not deaths:
                raise Wrong('a round without a death')
        return rounds

    def mortal(self, site, store, i):
        apart = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc']
        return self.crawl(site, store, wrapper=apart if i % 2 and os.getuid() == 0 else [])

    def freeze(self, name, store):
        site = self.limited(name)
        crawls = self.crawls(site, store)
        self.at_work(site, 0.05)
        frozen = self.random.sample(crawls, len(crawls) // 2)
        for crawl in frozen:
            time.sleep(self.random.random())
            crawl.send(signal.SIGSTOP)
        time.sleep(LEASE + 5)
        for crawl in frozen:
            crawl.send(signal.SIGCONT)
        self.finish(crawls)
        return [self.judged(site, store, len(frozen))]

    def clock(self, name, store):
        if FAKETIME is None:
            raise Wrong('libfaketime is not installed')
        site = self.limited(name)
        for clock in ('+300s', '-300s'):
            self.requires_clock(clock)
        clocks = ['+300s', '-300s'] + [None] * (self.args.processes - 2)
        self.finish([self.crawl(site, store, clock=clock) for clock in clocks])
        return [self.judged(site, store, 0)]

    def requires_clock(self, clock):
        """That Java believes it."""
        source = self.folder / 'Now.java'
        source.write_text('class Now { public static void main(String[] a) { System.out.println(java.time.Instant.now().getEpochSecond()); } }')
        env = dict(os.environ, LD_PRELOAD=str(FAKETIME), FAKETIME=clock, FAKETIME_DONT_FAKE_MONOTONIC='1')
        told = int(subprocess.run(['java', source], env=env, capture_output=True, text=True, timeout=300).stdout)
        if abs(told - time.time() - int(clock[:-1])) > 30:
            raise Wrong(f'a clock of {clock} is not believed: {told - time.time():.0f} s off')

    def restart(self, name, store, server):
        site = self.limited(name)
        crawls = self.crawls(site, store)
        for share in (0.1, 0.25, 0.4):
            self.at_work(site, share)
            time.sleep(self.random.random())
            server.control('restart', '-m', 'immediate')
        self.at_work(site, 0.6)
        server.crash()
        time.sleep(20)
        server.start()
        self.finish(crawls)
        return [self.judged(site, store, 0)]

    def failover(self, name, server):
        second = self.keep(server.standby(self.folder))
        store = OnServer(server, name, also=[second])
        site = self.limited(name)
        crawls = self.crawls(site, store)
        self.at_work(site, 0.3)
        server.crash()
        time.sleep(self.random.uniform(1, 5))
        second.control('promote')
        self.finish(crawls)
        return [self.judged(site, store, 0)]

    # ---- all of it ----

    def scenario(self, name):
        server = None if name.startswith('sqlite') else self.server()
        match name:
            case 'calm':
                return self.calm(name, OnServer(server, name))
            case 'kill':
                return self.kill(name, lambda db: OnServer(server, db))
            case 'freeze':
                return self.freeze(name, OnServer(server, name))
            case 'clock':
                return self.clock(name, OnServer(server, name))
            case 'restart':
                return self.restart(name, OnServer(server, name), server)
            case 'failover':
                return self.failover(name, server)
            case 'sqlite':
                return self.calm(name, OnFile(self.folder, name))
            case 'sqlite-kill':
                return self.kill(name, lambda db: OnFile(self.folder, db))
        raise Wrong('unknown scenario')

    def told(self, name):
        """One line, and whether it is good."""
        began, rounds, trouble = time.time(), [], ''
        try:
            rounds = self.scenario(name)
        except (Wrong, subprocess.SubprocessError) as e:
            trouble = str(e)
        finally:
            self.close()
            shutil.rmtree(self.folder / 'first', ignore_errors=True)
            shutil.rmtree(self.folder / 'second', ignore_errors=True)
        allowed = [self.rate * w + self.burst for w in WINDOWS]
        most = [max((r.most(w) for r in rounds), default=0) for w in WINDOWS]
        over = [w for w, n, a in zip(WINDOWS, most, allowed) if n > a]
        repeated, deaths = sum(r.repeated for r in rounds), sum(r.deaths for r in rounds)
        wrong = sorted({w for r in rounds for w in r.wrong})
        good = not (trouble or over or wrong) and all(r.repeated <= r.deaths * THREADS for r in rounds)
        shortest = min((gap for r in rounds for gap in r.gaps()), default=0)
        print(f'{name:11} {len(rounds)} round(s) {sum(len(r.requests) for r in rounds):5} requests  most in 1/10/60 s '
              f'{"/".join(map(str, most))} of {"/".join(map(str, allowed))}, closest {shortest * 1000:.0f} ms, '
              f'{sum(r.refused() for r in rounds)} refused  {repeated:3} pages repeated  {deaths:3} deaths  '
              f'{"differ: " + ", ".join(wrong) if wrong else "rows equal" if rounds else ""}  {time.time() - began:.0f} s  '
              f'{"pass" if good else "FAIL"}{": " + trouble if trouble else ""}', flush=True)
        return good


class Round:
    def __init__(self, requests, repeated, deaths, wrong):
        self.requests, self.repeated, self.deaths, self.wrong = requests, repeated, deaths, wrong
        self.times = sorted(datetime.datetime.fromisoformat(r['at'].replace('Z', '+00:00')).timestamp() for r in requests)

    def most(self, window):
        """The most requests in any window of that length that does not include its end."""
        most, first = 0, 0
        for last, at in enumerate(self.times):
            while at - self.times[first] >= window:
                first += 1
            most = max(most, last - first + 1)
        return most

    def gaps(self):
        return [b - a for a, b in zip(self.times, self.times[1:])]

    def refused(self):
        return sum(r['kind'] == 'too_fast' for r in self.requests)


def main():
    names = ['calm', 'kill', 'freeze', 'clock', 'restart', 'failover', 'sqlite', 'sqlite-kill']
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('scenario', nargs='*', help='all of them by default')
    parser.add_argument('--seed', type=int, default=random.randrange(1_000_000))
    parser.add_argument('--kills', type=int, default=200)
    parser.add_argument('--apart', type=float, default=8, help='pages between two kills, on average')
    parser.add_argument('--rate', type=int, default=10, help='requests a second, of the site and of the crawls')
    parser.add_argument('--burst', type=int, default=2, help='what the site takes at once')
    parser.add_argument('--processes', type=int, default=8)
    parser.add_argument('--cities', type=int, default=16, help='of 31 pages each')
    parser.add_argument('--keep', action='store_true', help='leave the folder behind')
    args = parser.parse_args()
    if unknown := set(args.scenario) - set(names):
        parser.error('unknown: ' + ', '.join(sorted(unknown)))
    folder = pathlib.Path(tempfile.mkdtemp(prefix='paymap-torture-'))
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    print(f'seed {args.seed}, {args.processes} processes of {THREADS} threads, {args.rate}/s with a burst of {args.burst}'
          + (f', {folder}' if args.keep else ''), flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    bench = Bench(args, folder)
    try:
        bench.undisturbed()
        good = [bench.told(name) for name in args.scenario or names]
    finally:
        bench.close()
        if not args.keep:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if all(good) else 1)


if __name__ == '__main__':
    main()
