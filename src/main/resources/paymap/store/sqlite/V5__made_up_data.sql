-- 1 = invented, as the site said of itself (X-Made-Up-Data); of a run: some of its rows. Earlier versions kept that only
-- in the name of their own sandbox.
ALTER TABLE jobs ADD COLUMN made_up INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN made_up INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET made_up = 1 WHERE site = 'sandbox (made-up data)';
UPDATE runs SET made_up = 1 WHERE site = 'sandbox (made-up data)';

-- Whether a figure holds an invented row is asked beside each; where none is, this index is empty.
CREATE INDEX jobs_made_up ON jobs (site, city) WHERE made_up = 1;

-- What tells apart runs that the site does not, such as the seed of made-up data. Was read out of plan,
-- 'site|source|keyword|...'.
ALTER TABLE runs ADD COLUMN source TEXT NOT NULL DEFAULT '';
UPDATE runs SET source = substr(plan, length(site) + 2, instr(substr(plan, length(site) + 2), '|') - 1)
    WHERE kind = 'crawl' AND substr(plan, 1, length(site) + 1) = site || '|'
        AND instr(substr(plan, length(site) + 2), '|') > 1;
