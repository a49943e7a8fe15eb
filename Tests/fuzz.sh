#!/usr/bin/env bash
# Coverage-guided fuzzing of all readers from the samples of each format; what it finds lies in
# .build/fuzz/found and becomes a test. Building with the instrumentation takes some minutes once.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=$1
seconds=$2
export IPATLAS_FUZZ=1
"$swift" build -c release --product fuzz --scratch-path .build/fuzz -Xswiftc -sanitize=fuzzer
corpus=.build/fuzz/corpus
mkdir -p "$corpus" .build/fuzz/found
# Small samples make good seeds; libFuzzer keeps what reaches new code beside them.
find SampleData ../shared/samples -type f -size -48k 2>/dev/null | while read -r file; do
  cp -n "$file" "$corpus/$(echo "$file" | tr '/ ' '__')"
done
.build/fuzz/release/fuzz "$corpus" -max_total_time="$seconds" -max_len=65536 -timeout=10 \
  -rss_limit_mb=2048 -artifact_prefix=.build/fuzz/found/ -print_final_stats=1
