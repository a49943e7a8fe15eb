#!/usr/bin/env bash
# Measures what a user waits for, each figure against a peer or a limit on the same bytes in the same
# run, and writes the results into the documentation. Data is made anew by `ipatlas sample`.
#
#   IPATLAS_BENCH_DIR    where the data lies (default /tmp/ipatlas-bench; kept for the next time)
#   IPATLAS_BENCH_LARGE  1: also ten times the publications (about 2 GB of archives, 10 minutes)
set -euo pipefail
cd "$(dirname "$0")/../.."
sudo=""; [ "$(id -u)" -eq 0 ] || sudo=sudo
command -v xmllint >/dev/null || $sudo apt-get install -y -qq libxml2-utils
command -v python3 >/dev/null || $sudo apt-get install -y -qq python3 python3-venv
dir=${IPATLAS_BENCH_DIR:-/tmp/ipatlas-bench}
mkdir -p "$dir"
if ! [ -x "$dir/venv/bin/python" ]; then
  python3 -m venv "$dir/venv"
  "$dir/venv/bin/pip" -q install lxml
fi
exec "$dir/venv/bin/python" Tests/Benchmarks/bench.py "$PWD/.build/release/ipatlas" "$dir"
