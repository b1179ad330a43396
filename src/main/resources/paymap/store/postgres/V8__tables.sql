-- The tables of docs/store.md for many machines; numbered as the schema of an SQLite file that means the same. Texts are
-- in the order of their bytes, as SQLite has them, so that both stores give the same export.

-- What SQLite has beside the usual functions: of two values the greater or the smaller, and null where one is missing.
CREATE FUNCTION max(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL WHEN $1 >= $2 THEN $1 ELSE $2 END';
CREATE FUNCTION min(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL WHEN $1 <= $2 THEN $1 ELSE $2 END';
CREATE FUNCTION max(text, text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL WHEN $1 COLLATE "C" >= $2 THEN $1 ELSE $2 END';
CREATE FUNCTION min(text, text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL WHEN $1 COLLATE "C" <= $2 THEN $1 ELSE $2 END';
CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT strpos($1, $2)';
CREATE FUNCTION join_ids(text, bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT CASE WHEN $1 IS NULL THEN $2::text ELSE $1 || '','' || $2 END';
CREATE AGGREGATE group_concat(bigint) (SFUNC = join_ids, STYPE = text);

-- Numbers that are given once, those of jobs a hundred at a time: many machines write at the same time.
CREATE SEQUENCE jobs_ids INCREMENT 100;
CREATE SEQUENCE runs_ids;

-- A row for each thing that only one may be at, held until its transaction ends.
CREATE TABLE locks (
    name text COLLATE "C" PRIMARY KEY
);

CREATE TABLE jobs (
    id                  bigint  PRIMARY KEY,
    site                text    COLLATE "C" NOT NULL,
    city                text    COLLATE "C" NOT NULL,
    title               text    COLLATE "C" NOT NULL,
    salary              text    COLLATE "C" NOT NULL,
    salary_low          integer,
    salary_high         integer,
    salary_interval     text    COLLATE "C",
    salary_months       integer,
    company             text    COLLATE "C",
    district            text    COLLATE "C",
    experience          text    COLLATE "C",
    education           text    COLLATE "C",
    posted              text    COLLATE "C",
    openings            integer NOT NULL DEFAULT 0,
    first_seen          text    COLLATE "C" NOT NULL,
    last_seen           text    COLLATE "C" NOT NULL,
    made_up             integer NOT NULL DEFAULT 0,
    openings_without_id integer NOT NULL DEFAULT 0,
    UNIQUE (site, city, title, salary)
);
CREATE INDEX jobs_by_pay ON jobs (site, city, salary, salary_months, experience, education, openings);
CREATE INDEX jobs_made_up ON jobs (site, city) WHERE made_up = 1;

CREATE TABLE openings (
    job_id      bigint NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position_id text   COLLATE "C" NOT NULL,
    first_seen  text   COLLATE "C" NOT NULL,
    last_seen   text   COLLATE "C" NOT NULL,
    PRIMARY KEY (job_id, position_id)
);

CREATE TABLE runs (
    id       bigint  PRIMARY KEY,
    plan     text    COLLATE "C" NOT NULL,
    site     text    COLLATE "C" NOT NULL,
    keyword  text    COLLATE "C" NOT NULL,
    per_city integer NOT NULL,
    started  text    COLLATE "C" NOT NULL,
    ended    text    COLLATE "C",
    complete integer NOT NULL DEFAULT 0,
    why      text    COLLATE "C" NOT NULL DEFAULT '',
    kind     text    COLLATE "C" NOT NULL DEFAULT 'crawl',
    made_up  integer NOT NULL DEFAULT 0,
    source   text    COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX runs_by_plan ON runs (plan, complete);

CREATE TABLE run_jobs (
    run_id bigint NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    job_id bigint NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    PRIMARY KEY (run_id, job_id)
);
CREATE INDEX run_jobs_by_job ON run_jobs (job_id);

CREATE TABLE run_cities (
    run_id      bigint  NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place       integer NOT NULL,
    city        text    COLLATE "C" NOT NULL,
    stored      integer NOT NULL DEFAULT 0,
    fresh       integer NOT NULL DEFAULT 0,
    settled     integer NOT NULL DEFAULT 0,
    seen        integer NOT NULL DEFAULT 0,
    repeated    integer NOT NULL DEFAULT 0,
    unreadable  integer NOT NULL DEFAULT 0,
    surplus     integer NOT NULL DEFAULT 0,
    page_size   integer NOT NULL,
    total_count integer,
    list_token  text    COLLATE "C",
    ended       integer NOT NULL DEFAULT 0,
    why         text    COLLATE "C" NOT NULL DEFAULT '',
    to_end      integer NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, city)
);

CREATE TABLE pages (
    run_id      bigint  NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    city        text    COLLATE "C" NOT NULL,
    page        integer NOT NULL,
    place       integer NOT NULL,
    state       text    COLLATE "C" NOT NULL DEFAULT 'READY',
    counted     integer NOT NULL DEFAULT 0,
    attempt     integer NOT NULL DEFAULT 0,
    fence       bigint  NOT NULL DEFAULT 0,
    owner       text    COLLATE "C",
    lease_until bigint,
    not_before  bigint  NOT NULL DEFAULT 0,
    unreadable  integer NOT NULL DEFAULT 0,
    why         text    COLLATE "C" NOT NULL DEFAULT '',
    PRIMARY KEY (run_id, city, page)
);
CREATE INDEX pages_to_do ON pages (run_id, state, page, place);

CREATE TABLE waiting_rows (
    run_id        bigint  NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    city          text    COLLATE "C" NOT NULL,
    page          integer NOT NULL,
    place         integer NOT NULL,
    position_id   text    COLLATE "C" NOT NULL,
    title         text    COLLATE "C" NOT NULL,
    salary        text    COLLATE "C" NOT NULL,
    salary_months integer NOT NULL,
    district      text    COLLATE "C",
    experience    text    COLLATE "C",
    education     text    COLLATE "C",
    company       text    COLLATE "C",
    posted        text    COLLATE "C",
    PRIMARY KEY (run_id, city, page, place)
);

CREATE TABLE run_positions (
    run_id      bigint  NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    city        text    COLLATE "C" NOT NULL,
    position_id text    COLLATE "C" NOT NULL,
    page        integer NOT NULL,
    PRIMARY KEY (run_id, city, position_id)
);

CREATE TABLE run_owners (
    run_id      bigint NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    owner       text   COLLATE "C" NOT NULL,
    alive_until bigint,
    PRIMARY KEY (run_id, owner)
);

CREATE TABLE pace (
    site               text    COLLATE "C" PRIMARY KEY,
    interval_ns        bigint  NOT NULL,
    next_turn          bigint  NOT NULL,
    blocked_until      bigint  NOT NULL,
    last_incident      bigint  NOT NULL,
    patience           integer NOT NULL,
    caution            integer NOT NULL,
    calm_since         bigint  NOT NULL,
    served             bigint  NOT NULL,
    calm_before_served bigint,
    calm_before_ns     bigint
) WITH (fillfactor = 50);

CREATE TABLE site_notes (
    site  text COLLATE "C" NOT NULL,
    name  text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    noted text COLLATE "C" NOT NULL,
    PRIMARY KEY (site, name)
);

-- For people: a line for each row and each keyword that found it, with the newest run that did.
CREATE VIEW postings AS
SELECT j.id, (array_agg(r.keyword ORDER BY r.id DESC))[1] AS keyword, max(r.id) AS run, j.site, j.city, j.title, j.salary,
    CASE
        WHEN j.salary_low IS NULL OR j.salary_high IS NULL THEN NULL
        WHEN j.salary_interval = 'month' THEN (j.salary_low + j.salary_high) / 2.0
        WHEN j.salary_interval = 'year' THEN (j.salary_low + j.salary_high) / 24.0
    END AS monthly_mid,
    j.salary_low, j.salary_high, j.salary_interval, j.salary_months, j.company, j.district, j.experience, j.education,
    j.posted, j.openings, j.first_seen, j.last_seen, j.made_up
FROM jobs j
LEFT JOIN run_jobs f ON f.job_id = j.id
LEFT JOIN runs r ON r.id = f.run_id
GROUP BY j.id, lower(r.keyword);
