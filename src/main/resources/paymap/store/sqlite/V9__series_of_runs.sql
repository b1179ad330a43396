-- A crawl of several keywords is a run for each, begun together: the number of the first of them. NULL: it was begun alone.
ALTER TABLE runs ADD COLUMN series INTEGER;
CREATE INDEX runs_by_series ON runs (series) WHERE series IS NOT NULL;
