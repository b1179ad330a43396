#!/bin/sh
# Figures by city and experience of 1,000,000 made-up rows (ROWS=10000000: of as many): paymap beside pandas on the same
# database, each as a whole process, five times in turn. Needs python3; pandas is compared where python3 has it.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
out=$home/bench/out/figures
python=${PYTHON:-/usr/bin/python3}
rows=${ROWS:-1000000}
db=$out/$rows.db
mkdir -p "$out"
if [ ! -f "$db" ]; then
  "$python" "$home/bench/import_rows.py" "$rows" --without-ids >"$out/$rows.csv"
  "$home/paymap" import --db "$db.part" --site bench "$out/$rows.csv" >/dev/null
  mv "$db.part" "$db"
fi
timed() { # name, command...: appends a line "name seconds MB"
  name=$1
  shift
  /usr/bin/time -f "$name %e %M" "$@" 2>&1 >/dev/null | tail -n 1 >>"$out/times"
}
: >"$out/times"
for _ in 1 2 3 4 5; do
  timed paymap-by-city "$home/paymap" stats --db "$db" --json
  timed paymap-by-city,experience "$home/paymap" stats --db "$db" --by city,experience --json
  timed paymap-by-education "$home/paymap" stats --db "$db" --by education --json
  timed paymap-by-district "$home/paymap" stats --db "$db" --by district --json
  if "$python" -c 'import pandas' 2>/dev/null; then
    timed pandas-by-city,experience "$python" "$home/bench/figures_pandas.py" "$db"
  fi
done
echo "$rows rows, median of five runs in turn:"
sort -k1,1 -k2,2n "$out/times" |
  awk '{t[$1] = t[$1] " " $2; m[$1] = $3} END {for (n in t) {split(t[n], a, " "); printf "%-28s %6.2f s %5.0f MB\n", n, a[3], m[n] / 1024}}' |
  sort
