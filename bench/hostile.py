#!/usr/bin/env python3
"""What hostile replies cost: a made-up site on loopback sends pages and JSON made to be dear to read.

  bench/hostile.py [threads [seconds]]      64 and 20 unless said otherwise

Each kind is crawled with a heap of 96 MB for that long at most, then interrupted. Printed: the exit code, the
requests that the site counted, the peak resident memory in MB, and whether Java ran out of memory or hung.
"""
import http.server, os, pathlib, re, resource, signal, socketserver, subprocess, sys, tempfile, threading, time

THREADS = sys.argv[1] if len(sys.argv) > 1 else '64'
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 20
MOST = (4 << 20) - 100
JAR = pathlib.Path(__file__).resolve().parent.parent / 'target' / 'paymap.jar'
ROWS = '{"success":true,"content":{"positionResult":{"totalCount":450,"result":[%s]}}}'
PAGE = '<html><script id="__NEXT_DATA__" type="application/json">%s</script></html>'


def full(unit, before='', after=''):
    return before + unit * ((MOST - len(before) - len(after)) // len(unit.encode())) + after


KINDS = {
    'b': lambda: full('<b>'),
    'formatting': lambda: full('<p>x</p>', '<p>' + ''.join(f'<b id={i}>' for i in range(12)) + '</p>'),
    'elements under the cap': lambda: full('<p>x</p>', '<p>' + ''.join(f'<b id={i}>' for i in range(12)) + '</p>')[:78000],
    'tables': lambda: full('<table><tr><td>'),
    'attributes': lambda: '<p ' + ' '.join(f'a{i:x}' for i in range(500_000)) + '>',
    'empty rows': lambda: ROWS % full('{},', '', '{}')[:MOST - 200],
    'empty arrays': lambda: '{"content":[' + full('[],', '', '[]')[:MOST - 200] + ']}',
    'deep': lambda: '{"a":' * 100_000 + '1' + '}' * 100_000,
    'names': lambda: '{' + ','.join(f'"{i:x}":0' for i in range(400_000))[:MOST - 10].rsplit(',', 1)[0] + '}',
    'page data of rows': lambda: PAGE % (ROWS % full('{},', '', '{}')[:MOST - 300]),
    'page data, deep': lambda: PAGE % ('{"a":' * 100_000 + '1' + '}' * 100_000),
    'Chinese text': lambda: full('职', '{"content":"', '"}'),
}


def run(kind, entrance):
    body = KINDS[kind]().encode()
    counted = [0]

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'

        def answer(self):
            counted[0] += 1
            self.rfile.read(int(self.headers.get('Content-Length') or 0))
            rows = 'positionAjax' in self.path
            out = b'' if self.path == '/robots.txt' else body if rows or entrance else b'<ul class=position-list></ul>'
            self.send_response(200)
            self.send_header('Content-Type', 'text/html; charset=utf-8')
            self.send_header('Set-Cookie', 'user_trace_token=made-up')
            self.send_header('Content-Length', str(len(out)))
            self.end_headers()
            try:
                self.wfile.write(out)
            except OSError:
                pass

        do_GET = do_POST = answer

        def log_message(self, *_):
            pass

    class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
        daemon_threads = True
        request_queue_size = 256

    server = Server(('127.0.0.1', 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        command = ['java', '-XX:+UseSerialGC', '-Xmx96m', '-XX:TieredStopAtLevel=1', '-jar', str(JAR), 'crawl',
                   '--cities', 'bj,sh,gz,sz,hz,cd,wh,nj', '-n', THREADS, '--per-city', '450', '--rate', 'max',
                   '--era', 'classic', '--site', f'http://127.0.0.1:{server.server_port}', '--db', folder + '/x.db']
        if kind.startswith('page data'):
            command[command.index('classic')] = 'rendered'
        began = time.time()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        peak, interrupted = 0, False
        while process.poll() is None:
            peak = max(peak, rss(process.pid))
            if time.time() - began > SECONDS and not interrupted:
                process.send_signal(signal.SIGINT)
                interrupted = True
            if time.time() - began > SECONDS + 15:
                process.kill()
                break
            time.sleep(0.05)
        out = process.communicate()[0]
        trouble = 'OUT OF MEMORY' if 'OutOfMemory' in out else 'internal error' if re.search('error', out) else ''
        print(f'{kind:24} {"entrance" if entrance else "rows":9} exit {process.returncode:4}  {counted[0]:4} requests'
              f'  {peak >> 10:4} MB  {time.time() - began:5.1f} s  {trouble}', flush=True)
    server.shutdown()


def rss(pid):
    try:
        return int(re.search(r'VmHWM:\s*(\d+)', open(f'/proc/{pid}/status').read()).group(1))
    except (OSError, AttributeError):
        return 0


for entrance in (False, True):
    for kind in KINDS:
        run(kind, entrance)
