#!/usr/bin/env bash
# Opens the published industry maps in headless Chromium: no message on the console, no request to a network,
# every figure drawn, and every interactive figure drawn by the script within the page.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:?usage: Tests/pages.sh FOLDER with industries/}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for page in "$folder"/industries/*/index.html "$folder"/industries/index.html; do
  name=$(basename "$(dirname "$page")")
  chromium --headless --no-sandbox --disable-gpu --disable-component-update --no-first-run \
    --user-data-dir="$work/profile" --host-resolver-rules='MAP * ~NOTFOUND' \
    --log-net-log="$work/net.json" --enable-logging=stderr --virtual-time-budget=20000 \
    --dump-dom "file://$(realpath "$page")#live" >"$work/dom.html" 2>"$work/log" || {
    echo "pages: $name: Chromium ended with $?" >&2
    failed=1
    continue
  }
  if grep -E 'CONSOLE' "$work/log" >&2; then
    echo "pages: $name: a message on the console" >&2
    failed=1
  fi
  python3 - "$page" "$work/dom.html" "$work/net.json" <<'PY' || failed=1
import json, re, sys
page, dom, net = (open(path, encoding="utf-8").read() for path in sys.argv[1:4])
name = sys.argv[1].split("/")[-2]
# Chromium's own services are asked for by the browser, not by the page; a page's request names its file.
events = json.loads(net if net.rstrip().endswith("}") else net.rstrip().rstrip(",") + "]}")["events"]
urls = {e["params"]["url"] for e in events if "url" in e.get("params", {})}
asked = {u for u in urls if u.startswith(("http:", "https:", "ws:")) and "google" not in u and "gvt1" not in u}
figures = re.findall(r'<figure class="map" id="([^"]+)">(.*?)</figure>', dom, re.S)
bad = []
for identifier, content in figures:
    missing = '<p class="missing">' in content
    if missing and "绘图程序" in content:
        bad.append(f"{identifier}: no drawing")
    if not missing and identifier != "paths" and "<svg" not in content:
        bad.append(f"{identifier}: nothing drawn")
    live = re.search(r'id="live-[^"]+"[^>]*>(.*)', content, re.S)
    if live and "<svg" not in live.group(1):
        bad.append(f"{identifier}: not interactive")
if name != "industries" and len(figures) < 20:
    bad.append(f"{len(figures)} figures")
for line in bad + [f"asked for {url}" for url in sorted(asked)]:
    print(f"pages: {name}: {line}", file=sys.stderr)
print(f"pages: {name}: {len(figures)} figures, {sum('<svg' in c for _, c in figures)} drawn")
sys.exit(1 if bad or asked else 0)
PY
done
exit "$failed"
