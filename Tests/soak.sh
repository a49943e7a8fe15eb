#!/usr/bin/env bash
# Two soaks, in release.
#
# 1. Reads every sample cut off at thousands of places: whole records before the cut must be there, and
#    one reject must tell of the rest. Real samples are cut as well where they lie beside the checkout,
#    as they must on CI.
# 2. Simulates nights of one office, most of them with a fault, and compares each result with a full
#    rebuild: 12 of them, or 60 where every byte is cut. NIGHTS_SEED repeats one.
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
nights=12
if [ "${1:-}" = --every-byte ]; then nights=60; fi
"$swift" build -c release --product soak
"$swift" build -c release --product nights
.build/release/nights --nights "$nights" ${NIGHTS_SEED:+--seed "$NIGHTS_SEED"}
.build/release/soak "$@" "${samples[@]}"
