#!/bin/sh
# Charts of 400 and of 1,000,000 made-up rows: paymap beside pandas with matplotlib on the same database.
# Needs python3; the comparison runs where python3 has pandas and matplotlib (Debian: python3-pandas python3-matplotlib).
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
out=$home/bench/out/chart
python=${PYTHON:-/usr/bin/python3}
mkdir -p "$out"
measure() { # name, command...: the median of five runs
  name=$1
  shift
  for _ in 1 2 3 4 5; do
    /usr/bin/time -f '%e %U %M' "$@" 2>&1 >/dev/null | tail -n 1
  done | sort -n | sed -n 3p | awk -v n="$name" '{printf "%-28s %6.2f s wall %6.2f s cpu %6.0f MB\n", n, $1, $2, $3 / 1024}'
}
for rows in 100 250000; do
  db=$out/$rows.db
  [ -f "$db" ] || "$python" "$home/bench/chart_rows.py" "$db" --rows "$rows" --cities 4
  echo "4 cities, $rows rows each"
  measure "paymap stats (figures)" "$home/paymap" stats --db "$db"
  measure "paymap chart --lang en" "$home/paymap" chart --db "$db" --out "$out/charts" --lang en
  if "$python" -c 'import pandas, matplotlib' 2>/dev/null; then
    measure "pandas + matplotlib" "$python" "$home/bench/chart_pandas.py" "$db" "$out/pandas"
  fi
done
