-- What was found. The contract that README.md documents; times are UTC in ISO 8601.
CREATE TABLE jobs (
    id              INTEGER PRIMARY KEY,
    site            TEXT    NOT NULL,
    city            TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    salary          TEXT    NOT NULL,
    salary_low      INTEGER,
    salary_high     INTEGER,
    salary_interval TEXT,
    salary_months   INTEGER,
    company         TEXT,
    district        TEXT,
    experience      TEXT,
    education       TEXT,
    posted          TEXT,
    openings        INTEGER NOT NULL DEFAULT 0,
    first_seen      TEXT    NOT NULL,
    last_seen       TEXT    NOT NULL,
    UNIQUE (site, city, title, salary)
);

-- The frequency table of pay, behind every figure, is read from this index alone.
CREATE INDEX jobs_by_pay ON jobs (site, city, salary, salary_months, openings);

-- The openings behind a row: a second run updates them instead of doubling the row.
CREATE TABLE openings (
    job_id      INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position_id TEXT    NOT NULL,
    first_seen  TEXT    NOT NULL,
    last_seen   TEXT    NOT NULL,
    PRIMARY KEY (job_id, position_id)
) WITHOUT ROWID;

CREATE TABLE runs (
    id       INTEGER PRIMARY KEY,
    plan     TEXT    NOT NULL,
    site     TEXT    NOT NULL,
    keyword  TEXT    NOT NULL,
    per_city INTEGER NOT NULL,
    started  TEXT    NOT NULL,
    ended    TEXT,
    complete INTEGER NOT NULL DEFAULT 0,
    why      TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX runs_by_plan ON runs (plan, complete);

-- Which run, and so which keyword, found a row.
CREATE TABLE run_jobs (
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    PRIMARY KEY (run_id, job_id)
) WITHOUT ROWID;

-- How far each city of a run is; settled = the last page, in the site's order, whose rows are counted.
CREATE TABLE run_cities (
    run_id      INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place       INTEGER NOT NULL,
    city        TEXT    NOT NULL,
    stored      INTEGER NOT NULL DEFAULT 0,
    fresh       INTEGER NOT NULL DEFAULT 0,
    settled     INTEGER NOT NULL DEFAULT 0,
    seen        INTEGER NOT NULL DEFAULT 0,
    repeated    INTEGER NOT NULL DEFAULT 0,
    unreadable  INTEGER NOT NULL DEFAULT 0,
    surplus     INTEGER NOT NULL DEFAULT 0,
    page_size   INTEGER NOT NULL,
    total_count INTEGER,
    list_token  TEXT,
    ended       INTEGER NOT NULL DEFAULT 0,
    why         TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (run_id, city)
) WITHOUT ROWID;

-- The pages of a run. state: READY, LEASED, DONE, LOST. A lease ends by time or with its holder; fence grows with
-- each lease, and only the holder of the latest may finish the page. Times in ms since 1970.
CREATE TABLE pages (
    run_id      INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    city        TEXT    NOT NULL,
    page        INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    state       TEXT    NOT NULL DEFAULT 'READY',
    counted     INTEGER NOT NULL DEFAULT 0,
    attempt     INTEGER NOT NULL DEFAULT 0,
    fence       INTEGER NOT NULL DEFAULT 0,
    owner       TEXT,
    lease_until INTEGER,
    not_before  INTEGER NOT NULL DEFAULT 0,
    unreadable  INTEGER NOT NULL DEFAULT 0,
    why         TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (run_id, city, page)
) WITHOUT ROWID;
CREATE INDEX pages_to_do ON pages (run_id, state, page, place);

-- Rows of pages that arrived before an earlier page; gone once they are counted.
CREATE TABLE waiting_rows (
    run_id        INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    city          TEXT    NOT NULL,
    page          INTEGER NOT NULL,
    place         INTEGER NOT NULL,
    position_id   TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    salary        TEXT    NOT NULL,
    salary_months INTEGER NOT NULL,
    district      TEXT,
    experience    TEXT,
    education     TEXT,
    company       TEXT,
    posted        TEXT,
    PRIMARY KEY (run_id, city, page, place)
) WITHOUT ROWID;

-- Which page of a run showed a position id first: a page without a new one ends its city.
CREATE TABLE run_positions (
    run_id      INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    city        TEXT    NOT NULL,
    position_id TEXT    NOT NULL,
    page        INTEGER NOT NULL,
    PRIMARY KEY (run_id, city, position_id)
) WITHOUT ROWID;

-- How each site takes our requests. Times in ns since 1970; durations in ns.
CREATE TABLE pace (
    site               TEXT    PRIMARY KEY,
    interval_ns        INTEGER NOT NULL,
    next_turn          INTEGER NOT NULL,
    blocked_until      INTEGER NOT NULL,
    last_incident      INTEGER NOT NULL,
    patience           INTEGER NOT NULL,
    caution            INTEGER NOT NULL,
    calm_since         INTEGER NOT NULL,
    served             INTEGER NOT NULL,
    calm_before_served INTEGER,
    calm_before_ns     INTEGER
) WITHOUT ROWID;
