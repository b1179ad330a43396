-- 1 = the run read this city to the last page that the site shows, and gave none up: what it does not hold was not there.
-- A crawl with per_city 0 was to do so, which is what --whole asks for. Of earlier runs nobody knows any more.
ALTER TABLE run_cities ADD COLUMN to_end INTEGER NOT NULL DEFAULT 0;
