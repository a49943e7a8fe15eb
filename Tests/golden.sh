#!/usr/bin/env bash
# Rewrites the golden files: Reports/Sample from a fresh run of Pipelines/sample.yml, and those of the
# tests. Look at the difference before you commit it.
set -euo pipefail
cd "$(dirname "$0")/.."
workspace=$(mktemp -d)
trap 'rm -rf "$workspace"' EXIT
code=0
.build/release/ipatlas run Pipelines/sample.yml --workspace "$workspace/db" || code=$?
[ "$code" -le 1 ] || exit "$code"
mkdir -p Reports/Sample
for file in indicator-1.json index.html patents.csv rejects.ndjson evidence.ndjson; do
  cp "Reports/sample/latest/$file" "Reports/Sample/$file"
done
IPATLAS_RECORD_GOLDEN=1 swift test || true
git status --short Reports/Sample Tests
