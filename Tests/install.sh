#!/usr/bin/env bash
# An installed copy must work on its own: installs into an empty prefix, puts .build out of the way,
# and runs the installed command on a plan in another folder.
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=$(mktemp -d)
away=".build-away"
cleanup() {
  if [ -d "$away" ]; then mv "$away" .build; fi
  rm -rf "$prefix"
}
trap cleanup EXIT
make -s install PREFIX="$prefix/usr"
mkdir -p "$prefix/office/Pipelines"
cp -R SampleData "$prefix/office/"
cp Pipelines/sample.yml "$prefix/office/Pipelines/"
for page in Nightly Plans Upkeep Published Registers Rejects; do
  if ! [ -s "$prefix/usr/share/ipatlas/doc/$page.md" ]; then
    echo "install: share/ipatlas/doc/$page.md was not installed, and Pipelines/nightly.yml leads there" >&2
    exit 1
  fi
done
if ! cmp "$prefix/usr/share/ipatlas/Pipelines/nightly.yml" Pipelines/nightly.yml; then
  echo "install: the plan of a night was not installed" >&2
  exit 1
fi
mv .build "$away"
code=0
(cd "$prefix/office" && "$prefix/usr/bin/ipatlas" run >"$prefix/out.txt" 2>"$prefix/err.txt") || code=$?
mv "$away" .build
# The sample holds damaged records on purpose, so the run ends with 1: published, some rejected.
if [ "$code" -ne 1 ]; then
  echo "install: expected exit code 1, got $code" >&2
  cat "$prefix/out.txt" "$prefix/err.txt" >&2
  exit 1
fi
for file in indicator-1.json index.html patents.csv undetermined.csv family-disagreements.csv indicators.json trademarks.csv trademarks-undetermined.csv rejects.ndjson run.json evidence.ndjson changes.json changes.csv changes.svg; do
  if ! [ -s "$prefix/office/Reports/out/sample/latest/$file" ]; then
    echo "install: $file was not published" >&2
    exit 1
  fi
done
for file in indicator-1.json index.html patents.csv undetermined.csv family-disagreements.csv indicators.json trademarks.csv trademarks-undetermined.csv rejects.ndjson evidence.ndjson changes.json changes.csv changes.svg; do
  if ! cmp "$prefix/office/Reports/out/sample/latest/$file" "Reports/Sample/$file"; then
    echo "install: $file differs from Reports/Sample; after a deliberate change run make golden" >&2
    exit 1
  fi
done
echo "install: the installed copy works without .build and publishes the golden files"
