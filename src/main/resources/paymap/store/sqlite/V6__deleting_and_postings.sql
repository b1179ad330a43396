-- Whoever deletes rows by hand has foreign keys off: so triggers, which always work, take what belongs to a row with it.

-- The highest number that a row ever had. With the rows gone, SQLite would give their numbers to others.
CREATE TABLE last_ids (
    name TEXT    PRIMARY KEY,
    id   INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO last_ids (name, id) VALUES
    ('jobs', max(
        (SELECT coalesce(max(id), 0) FROM jobs),
        (SELECT coalesce(max(job_id), 0) FROM openings),
        (SELECT coalesce(max(job_id), 0) FROM run_jobs))),
    ('runs', max(
        (SELECT coalesce(max(id), 0) FROM runs),
        (SELECT coalesce(max(run_id), 0) FROM run_jobs),
        (SELECT coalesce(max(run_id), 0) FROM run_cities)));

-- What was left behind until now.
DELETE FROM openings WHERE job_id NOT IN (SELECT id FROM jobs);
DELETE FROM run_jobs WHERE job_id NOT IN (SELECT id FROM jobs) OR run_id NOT IN (SELECT id FROM runs);
DELETE FROM run_cities WHERE run_id NOT IN (SELECT id FROM runs);
DELETE FROM pages WHERE run_id NOT IN (SELECT id FROM runs);
DELETE FROM waiting_rows WHERE run_id NOT IN (SELECT id FROM runs);
DELETE FROM run_positions WHERE run_id NOT IN (SELECT id FROM runs);
DELETE FROM run_owners WHERE run_id NOT IN (SELECT id FROM runs);

-- Which runs found a row: for the view below, and so that a deleted row is found without reading the whole table.
CREATE INDEX run_jobs_by_job ON run_jobs (job_id);

CREATE TRIGGER jobs_deleted AFTER DELETE ON jobs BEGIN
    DELETE FROM openings WHERE job_id = OLD.id;
    DELETE FROM run_jobs WHERE job_id = OLD.id;
    UPDATE last_ids SET id = OLD.id WHERE name = 'jobs' AND id < OLD.id;
END;

CREATE TRIGGER runs_deleted AFTER DELETE ON runs BEGIN
    DELETE FROM run_jobs WHERE run_id = OLD.id;
    DELETE FROM run_cities WHERE run_id = OLD.id;
    DELETE FROM pages WHERE run_id = OLD.id;
    DELETE FROM waiting_rows WHERE run_id = OLD.id;
    DELETE FROM run_positions WHERE run_id = OLD.id;
    DELETE FROM run_owners WHERE run_id = OLD.id;
    UPDATE last_ids SET id = OLD.id WHERE name = 'runs' AND id < OLD.id;
END;

-- How many of the openings have no row in openings: an export tells their number and not their ids.
ALTER TABLE jobs ADD COLUMN openings_without_id INTEGER NOT NULL DEFAULT 0;

-- For people: a line for each row and each keyword that found it, with the newest run that did. monthly_mid is what
-- every figure of paymap averages, CNY a month on a 12-month basis; null where the row is in no mean.
CREATE VIEW postings AS
SELECT j.id, r.keyword, max(r.id) AS run, j.site, j.city, j.title, j.salary,
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
