#!/usr/bin/env bash
# Rewrites the golden files: Reports/Sample from a fresh run of Pipelines/sample.yml in a folder of its
# own (a run that is published already would not be written again), and those of the tests. Look at
# the difference before you commit it.
set -euo pipefail
cd "$(dirname "$0")/.."
office=$(mktemp -d)
trap 'rm -rf "$office"' EXIT
mkdir -p "$office/Pipelines" Reports/Sample
cp -R SampleData "$office/"
cp Pipelines/sample.yml "$office/Pipelines/"
cp -R Pipelines/keywords "$office/Pipelines/"
tool="$PWD/.build/release/ipatlas"
code=0
(cd "$office" && "$tool" run) || code=$?
[ "$code" -le 1 ] || exit "$code"
for file in indicator-1.json index.html patents.csv undetermined.csv family-disagreements.csv indicators.json trademarks.csv trademarks-undetermined.csv rejects.ndjson evidence.ndjson changes.json changes.csv changes.svg; do
  cp "$office/Reports/out/sample/latest/$file" "Reports/Sample/$file"
done
if [ "${1:-}" != "--published-only" ]; then
  IPATLAS_RECORD_GOLDEN=1 swift test || true
fi
git status --short Reports/Sample Tests
