#!/usr/bin/env bash
# Coverage-guided fuzzing, each reader by itself: its samples as seeds, its element names as dictionary,
# its own time. What it finds lies in .build/fuzz/runs/READER/found and becomes a test.
#
#     Tests/fuzz.sh SWIFT SECONDS [READER…]
#
# Building with the instrumentation takes a quarter of an hour once.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=$1
seconds=$2
shift 2
tools=$(dirname "$(dirname "$(readlink -f "$(command -v "$swift")")")")
runtime=$(ls "$tools"/lib/clang/*/lib/linux/libclang_rt.fuzzer_no_main-"$(uname -m)".a | tail -1)
scratch=.build/fuzz
# The instrumentation goes to the compiler alone: with the driver's flag, libFuzzer's main would be linked
# beside the target's own. Addresses are checked too, since scanners read bytes by pointers.
IPATLAS_FUZZ=1 "$swift" build -c release --product fuzz --scratch-path "$scratch" \
  -Xswiftc -sanitize=address -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer \
  -Xlinker --whole-archive -Xlinker "$runtime" -Xlinker --no-whole-archive -Xlinker -lstdc++
fuzz=$scratch/release/fuzz
runs=$scratch/runs
folders=(SampleData)
if [ -d ../shared/samples ]; then folders+=(../shared/samples); fi
"$fuzz" --targets | python3 Tests/Fuzz/seeds.py "$runs" "${folders[@]}"

# Faults are the fuzzer's to catch, and memory that is not freed at the end is no finding.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0:handle_sigill=1:allocator_may_return_null=1
failed=()
readers=("$@")
if [ ${#readers[@]} -eq 0 ]; then mapfile -t readers < <("$fuzz" --targets | cut -f1); fi
for reader in "${readers[@]}"; do
  run=$runs/$reader
  mkdir -p "$run/corpus" "$run/found"
  status=0
  "$fuzz" "$reader" "$run/corpus" "$run/seeds" -dict="$run/dictionary" -max_total_time="$seconds" \
    -max_len=65536 -timeout=30 -rss_limit_mb=2048 -artifact_prefix="$run/found/" \
    -print_final_stats=1 >"$run/log" 2>&1 || status=$?
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$run/log" | tail -1)
  edges=$(grep -o 'cov: [0-9]*' "$run/log" | tail -1 | cut -d' ' -f2)
  echo "fuzz: $reader: ${executions:-0} executions, ${edges:-0} edges"
  if [ "$status" -ne 0 ]; then
    failed+=("$reader")
    grep -E 'Fatal error|ERROR:|SUMMARY:|Test unit written' "$run/log" | head -5 >&2 || true
  fi
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "fuzz: found something in ${failed[*]}; see the found folders in $runs, make a test of each" >&2
  exit 1
fi
