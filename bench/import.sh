#!/usr/bin/env bash
# Rows a second of paymap import, beside the sqlite3 shell's own .import of the same rows into the same table jobs with
# its indexes. The shell is given finished rows; paymap reads a raw table, cleans, dedupes, reads the pay, and also
# fills openings and run_jobs.
#   bench/import.sh [ROWS] [ROUNDS]       needs a built jar (./paymap --version), python3, sqlite3 and GNU time
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
rows=${1:-1000000}
rounds=${2:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$top/paymap" --version >/dev/null
python3 "$top/bench/import_rows.py" "$rows" >rows.csv

timed() { # NAME COMMAND...
  local name=$1
  shift
  /usr/bin/time -o time.txt -f "%e %M" "$@" >out.txt 2>err.txt
  read -r seconds kilobytes <time.txt
  awk -v n="$name" -v r="$rows" -v s="$seconds" -v k="$kilobytes" \
    'BEGIN { printf "%-28s %7.2f s  %9.0f rows/s  %5.0f MB\n", n, s, r / s, k / 1024 }'
  echo "$seconds" >"$name.seconds"
}

fresh() { # an empty table jobs as paymap makes it
  rm -f shell.db*
  sqlite3 shell.db "PRAGMA journal_mode = WAL" >/dev/null
  sqlite3 shell.db <jobs.sql
}

for round in $(seq "$rounds"); do
  rm -f paymap.db*
  timed paymap "$top/paymap" import --db paymap.db rows.csv
  if [ "$round" = 1 ]; then
    sqlite3 paymap.db "select sql || ';' from sqlite_master where tbl_name = 'jobs' and sql is not null" >jobs.sql
    sqlite3 -csv paymap.db "select j.* from openings o join jobs j on j.id = o.job_id group by j.id order by min(o.position_id)" |
      awk -F, 'BEGIN { OFS = "," } { $1 = NR; print }' >jobs.csv # in the order of the file again
  fi
  timed again "$top/paymap" import --db paymap.db rows.csv
  fresh
  timed shell sqlite3 shell.db "PRAGMA synchronous = NORMAL" ".import --csv jobs.csv jobs"
  fresh
  timed shell-64MB-cache sqlite3 shell.db "PRAGMA synchronous = NORMAL" "PRAGMA cache_size = -65536" ".import --csv jobs.csv jobs"
  awk -v r="$round" -v p="$(cat paymap.seconds)" -v s="$(cat shell.seconds)" -v c="$(cat shell-64MB-cache.seconds)" \
    'BEGIN { printf "round %d: paymap at %.2f of the shell, %.2f of the shell with a cache as large as paymap'"'"'s\n", r, s / p, c / p }'
done
