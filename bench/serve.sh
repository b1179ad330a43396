#!/bin/sh
# The page over 1,000,000 made-up rows (ROWS=...): how long it takes to start, a first page, each of several filters and a
# list of postings, and how large they are; beside the sqlite3 shell counting the same facets. Needs python3 and sqlite3.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
out=$home/bench/out/figures
python=${PYTHON:-/usr/bin/python3}
rows=${ROWS:-1000000}
db=${DB:-$out/$rows.db}
mkdir -p "$out"
if [ ! -f "$db" ]; then
  "$python" "$home/bench/import_rows.py" "$rows" --without-ids >"$out/$rows.csv"
  "$home/paymap" import --db "$db.part" --site bench "$out/$rows.csv" >/dev/null
  mv "$db.part" "$db"
fi
exec "$python" "$home/bench/serve.py" "$home/paymap" "$db"
