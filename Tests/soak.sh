#!/usr/bin/env bash
# Reads every sample cut off at thousands of places, in release: whole records before the cut must be
# there, and one reject must tell of the rest. Real samples are cut as well where they lie beside the
# checkout, as they must on CI.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=$1
shift
samples=(SampleData)
if [ -d ../shared/samples ]; then
  samples+=(../shared/samples)
elif [ -n "${CI:-}" ]; then
  echo "soak: ../shared/samples is required on CI" >&2
  exit 1
fi
"$swift" build -c release --product soak
.build/release/soak "$@" "${samples[@]}"
