#!/usr/bin/env bash
# How paymap meets limits, each against the made-up site on loopback: whole-process wall time, requests, refusals.
#   bench/crawl.sh [ROUNDS]       needs a built jar (./paymap --version) and sqlite3
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
rounds=${1:-3}
work=$(mktemp -d)
site=
trap 'if [ -n "$site" ]; then kill "$site" 2>/dev/null; fi; rm -rf "$work"' EXIT
cd "$work"
"$top/paymap" --version >/dev/null

crawl() { # NAME "SITE OPTIONS" CRAWL OPTIONS...
  local name=$1 options=$2
  shift 2
  for round in $(seq "$rounds"); do
    : >url
    # shellcheck disable=SC2086
    "$top/paymap" sandbox --port 0 $options >url 2>/dev/null &
    site=$!
    until grep -q http url; do sleep 0.05; done
    rm -f x.db*
    start=$(date +%s%N)
    code=0
    "$top/paymap" crawl --cities bj,sh,gz,sz --site "$(cat url)" --db x.db --json "$@" >report.json 2>/dev/null || code=$?
    wall=$((($(date +%s%N) - start) / 1000000))
    kill "$site"; wait "$site" 2>/dev/null || true; site=
    rows=$(sqlite3 x.db 'select count(*) from jobs')
    field() { sed -n "s/.*\"$1\" : \([0-9]*\).*/\1/p" report.json | head -n 1; }
    echo "$name round $round: exit $code, $rows rows, $wall ms, $(field requests) requests, $(field refusals) refused, $(field blocks) blocks, crawl itself $(field elapsed_ms) ms"
  done
}

crawl "known 5/s          " "--limit 5/s --burst 1 --anger 3" --rate 5/s
crawl "unknown 4/s burst 8" "--limit 4/s --burst 8 --anger 3 --session-pages 12" --rate 10/s
crawl "no limit, -n 16    " "" --rate max -n 16
