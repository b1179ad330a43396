#!/bin/sh
# Exports of 1,000,000 made-up rows: rows a second and peak memory, beside the sqlite3 shell on the same database.
# Then the CSV is read back: by the sqlite3 shell, and by pandas where PYTHON has it.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
out=$home/bench/out/export
python=${PYTHON:-python3}
rows=${ROWS:-1000000}
db=$out/$rows.db
mkdir -p "$out"
if [ ! -f "$db" ]; then
  "$home/paymap" crawl --site sandbox --cities bj --per-city 1 --db "$db" >/dev/null 2>&1 # the tables
  "$python" "$home/bench/export_rows.py" "$db" "$rows"
fi
columns=site,city,title,salary,salary_low,salary_high,salary_interval,salary_months,company,district,experience,education,posted,openings,first_seen,last_seen,made_up,keyword,run
measure() { # name, command...: the median of three runs
  name=$1
  shift
  for _ in 1 2 3; do
    /usr/bin/time -f '%e %M' "$@" 2>&1 >/dev/null | tail -n 1
  done | sort -n | sed -n 2p |
    awk -v n="$name" -v r="$rows" '{printf "%-16s %6.2f s %9.0f rows/s %5.0f MB\n", n, $1, r / $1, $2 / 1024}'
}
measure "sqlite3 -csv" sqlite3 -csv -header "$db" ".once $out/shell.csv" "SELECT $columns FROM postings ORDER BY site, city, title, salary"
for format in csv jsonl parquet; do
  measure "paymap $format" "$home/paymap" export --site "made up" --db "$db" --out "$out/jobs.$format"
done
echo "read back:"
rm -f "$out/copy.db"
sqlite3 "$out/copy.db" ".import --csv $out/jobs.csv jobs"
list="SELECT site, city, title, salary, coalesce(salary_low, ''), coalesce(salary_months, ''), coalesce(district, ''), openings, last_seen FROM jobs ORDER BY site, city, title, salary"
[ "$(sqlite3 "$db" "$list" | sha256sum)" = "$(sqlite3 "$out/copy.db" "$list" | sha256sum)" ] && echo "sqlite3: equal"
if "$python" -c 'import pandas' 2>/dev/null; then
  "$python" "$home/bench/export_pandas.py" "$db" "$out"
fi
