-- How a run got its rows: 'crawl' = from a site, 'import' = from files.
ALTER TABLE runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'crawl';

-- What earlier visits taught about a site besides its pace, by name; 'era' = the last protocol that served rows.
CREATE TABLE site_notes (
    site  TEXT NOT NULL,
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    noted TEXT NOT NULL,
    PRIMARY KEY (site, name)
) WITHOUT ROWID;
