#!/usr/bin/python3
"""requests and a pool of threads on the classic protocol: requests_crawl.py SITE DB CITIES PAGES THREADS.

Each thread has a session of its own, as requests' are not shared; distinct rows go into SQLite, a commit a page.
"""
import concurrent.futures
import sqlite3
import sys
import threading
from urllib.parse import quote

import requests

FIELDS = ("positionName", "salary", "companyShortName", "district", "workYear", "education", "createTime")
HERE = threading.local()


def session():
    if not hasattr(HERE, "session"):
        HERE.session = requests.Session()
    return HERE.session


def fetch(site, city, page):
    listed = f"{site}/jobs/list_python?city={quote(city)}"
    visit = session()
    if not visit.cookies:
        visit.get(listed, timeout=20).raise_for_status()
    reply = visit.post(f"{site}/jobs/positionAjax.json?needAddtionalResult=false&city={quote(city)}", timeout=20,
                       data={"first": str(page == 1).lower(), "pn": page, "kd": "python"},
                       headers={"Referer": listed, "X-Requested-With": "XMLHttpRequest"})
    reply.raise_for_status()
    return city, reply.json()["content"]["positionResult"]["result"]


def main(site, db, cities, pages, threads):
    store = sqlite3.connect(db)
    store.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE jobs (id INTEGER PRIMARY KEY,"
                        " city TEXT, title TEXT, salary TEXT, company TEXT, district TEXT, experience TEXT, education TEXT,"
                        " posted TEXT, UNIQUE (city, title, salary));")
    with concurrent.futures.ThreadPoolExecutor(int(threads)) as pool:
        asked = [pool.submit(fetch, site, city, page) for page in range(1, int(pages) + 1) for city in cities.split(",")]
        for done in concurrent.futures.as_completed(asked):
            city, rows = done.result()
            store.executemany("INSERT OR IGNORE INTO jobs (city, title, salary, company, district, experience, education,"
                              " posted) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                              [(city, *(row.get(field) for field in FIELDS)) for row in rows])
            store.commit()


if __name__ == "__main__":
    main(*sys.argv[1:])
