#!/usr/bin/env bash
# Reads every sample cut off at thousands of places, in release: whole records before the cut must be
# there, and one reject must tell of the rest. Real samples lie beside the checkout on CI.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=$1
shift
# The synthetic exports in SampleData have their own damaged documents and traps, whose cuts the tests of
# each format cover.
if ! [ -d ../shared/samples ]; then
  if [ -n "${CI:-}" ]; then
    echo "soak: ../shared/samples is required on CI" >&2
    exit 1
  fi
  echo "soak: no real samples lie beside the checkout; nothing was cut"
  exit 0
fi
"$swift" build -c release --product soak
.build/release/soak "$@" ../shared/samples
