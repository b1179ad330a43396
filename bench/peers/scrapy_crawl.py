#!/usr/bin/python3
"""Scrapy on the classic protocol: scrapy_crawl.py SITE DB CITIES WANTED DELAY.

A page of each city after the other until WANTED distinct rows are there; no jitter; robots.txt is obeyed; what fails is
tried ten times. Distinct rows go into SQLite by a pipeline, a commit a page.
"""
import json
import sqlite3
import sys
from urllib.parse import quote

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.downloadermiddlewares.retry import get_retry_request

SITE, DB, CITIES, WANTED, DELAY = sys.argv[1:]
FIELDS = ("positionName", "salary", "companyShortName", "district", "workYear", "education", "createTime")
LAST_PAGE = 30


class Store:
    def open_spider(self, spider):
        self.db = sqlite3.connect(DB)
        self.db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE jobs (id INTEGER PRIMARY"
                              " KEY, city TEXT, title TEXT, salary TEXT, company TEXT, district TEXT, experience TEXT,"
                              " education TEXT, posted TEXT, UNIQUE (city, title, salary));")

    def process_item(self, item, spider):
        self.db.executemany("INSERT OR IGNORE INTO jobs (city, title, salary, company, district, experience, education,"
                            " posted) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", item["rows"])
        self.db.commit()
        return item

    def close_spider(self, spider):
        self.db.close()


class Lists(scrapy.Spider):
    name = "lists"

    def start_requests(self):
        for jar, city in enumerate(CITIES.split(",")):
            yield scrapy.Request(f"{SITE}/jobs/list_python?city={quote(city)}", self.listed,
                                 meta={"cookiejar": jar}, cb_kwargs={"city": city})

    def listed(self, response, city):
        yield self.page(response, city, 1, set())

    def page(self, response, city, number, seen):
        return scrapy.FormRequest(
            f"{SITE}/jobs/positionAjax.json?needAddtionalResult=false&city={quote(city)}", self.rows, dont_filter=True,
            formdata={"first": str(number == 1).lower(), "pn": str(number), "kd": "python"},
            headers={"Referer": f"{SITE}/jobs/list_python?city={quote(city)}", "X-Requested-With": "XMLHttpRequest"},
            meta={"cookiejar": response.meta["cookiejar"]}, cb_kwargs={"city": city, "number": number, "seen": seen})

    def rows(self, response, city, number, seen):
        reply = json.loads(response.text)
        if "content" not in reply:  # a refusal comes as a reply like any other
            yield get_retry_request(response.request, spider=self, reason="refused", max_retry_times=20)
            return
        fresh = []
        for row in reply["content"]["positionResult"]["result"]:
            key = (row["positionName"], row["salary"])
            if key not in seen and len(seen) < int(WANTED):
                seen.add(key)
                fresh.append((city, *(row.get(field) for field in FIELDS)))
        yield {"rows": fresh}
        if len(seen) < int(WANTED) and number < LAST_PAGE:
            yield self.page(response, city, number + 1, seen)


process = CrawlerProcess({
    "ROBOTSTXT_OBEY": True, "DOWNLOAD_DELAY": float(DELAY), "RANDOMIZE_DOWNLOAD_DELAY": False, "RETRY_TIMES": 10,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "ITEM_PIPELINES": {Store: 100}, "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False,
})
process.crawl(Lists)
process.start()
