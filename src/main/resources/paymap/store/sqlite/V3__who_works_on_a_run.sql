-- The processes that work on a run now, and those that died over it: number@start in ms. One that ends well is gone.
CREATE TABLE run_owners (
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    owner  TEXT    NOT NULL,
    PRIMARY KEY (run_id, owner)
) WITHOUT ROWID;
