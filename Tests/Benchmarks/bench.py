"""Times commands in turns and writes the table of Documentation.docc/Benchmarks.md."""
import datetime
import io
import json
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "Reading"))
import formats

TOOL, DIR = sys.argv[1], sys.argv[2]
HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = os.path.join(HERE, "../../Sources/Pipelines/Documentation.docc/Benchmarks.md")
ROUNDS = int(os.environ.get("IPATLAS_BENCH_ROUNDS", "5"))


def timed(command, stdin=None, expect=(0,)):
    """Runs a command; gives (wall s, user + system s, peak MB of the largest process)."""
    with open(stdin or os.devnull, "rb") as source, open(os.devnull, "wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in expect:
        raise SystemExit(f"{command[:3]} ended with {code}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pairs(*commands, rounds=ROUNDS):
    """Runs commands in turns after one warm-up; gives each one's medians."""
    results = [[] for _ in commands]
    for turn in range(rounds + 1):
        for index, command in enumerate(commands):
            result = timed(**command)
            if turn:
                results[index].append(result)
    return [tuple(statistics.median(r[i] for r in runs) for i in range(3)) for runs in results]


def documents(source, target, limit):
    """Inflates whole CNIPA publications into one file each; leaves out the damaged ones."""
    if os.path.isdir(target):
        return
    os.makedirs(target + ".tmp", exist_ok=True)
    count = 0

    def walk(archive):
        nonlocal count
        for entry in archive.infolist():
            if count >= limit:
                return
            data = archive.read(entry)
            name = entry.filename.upper()
            if name.endswith(".ZIP"):
                walk(zipfile.ZipFile(io.BytesIO(data)))
            elif name.endswith(".XML") and b"PatentDocumentAndRelated" in data[:1500]:
                with open(f"{target}.tmp/{count:06d}.xml", "wb") as file:
                    file.write(data)
                count += 1

    for name in sorted(os.listdir(source)):
        if name.lower().endswith(".zip"):
            walk(zipfile.ZipFile(os.path.join(source, name)))
    # The peer exits 0 on ill-formed input with --sax, so its input is checked without it first.
    found = subprocess.run(
        ["xargs", "-n", "20000", "xmllint", "--noout"], text=True, capture_output=True,
        input="\n".join(files(target + ".tmp")), errors="replace")
    for path in set(re.findall(r"^(/[^:\n]+\.xml):\d+:", found.stderr, flags=re.M)):
        os.remove(path)
    os.rename(target + ".tmp", target)


def files(folder):
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def city(name, patents, size, seed=7):
    path = os.path.join(DIR, name)
    if not os.path.isfile(path + "/answers.json"):
        shutil.rmtree(path, ignore_errors=True)
        subprocess.run(
            [TOOL, "sample", path, "--patents", str(patents), "--seed", str(seed),
             "--document-bytes", str(size)], check=True)
    return path


def reading(name, patents, size, limit, rows):
    folder = os.path.join(DIR, f"documents-{name}")
    documents(city(f"city-{name}", patents, size) + "/cnipa", folder, limit)
    paths = files(folder)
    total = sum(os.path.getsize(p) for p in paths)
    listing = folder + ".txt"
    with open(listing, "w") as file:
        file.write("\n".join(paths) + "\n")
    lint = ["xargs", "-n", "20000", "xmllint", "--sax", "--noout", "--huge"]
    peer, one, two = pairs(
        dict(command=lint, stdin=listing),
        dict(command=[TOOL, "convert", folder, "--workers", "1"], expect=(0, 1)),
        dict(command=[TOOL, "convert", folder, "--workers", "2"], expect=(0, 1)))
    lxml, = pairs(
        dict(command=[sys.executable, os.path.join(HERE, "Reading/lxml_extract.py")],
             stdin=listing), rounds=1)
    label = f"`convert`, {len(paths)} documents of {total // len(paths) // 1000} KB"
    mb = total / 1e6
    rows.append((f"{label}, one worker", f"{mb / one[1]:.0f} MB/CPU s", "`xmllint --sax`",
                 f"{mb / peer[1]:.0f} MB/CPU s", f"{peer[1] / one[1]:.2f} ×", "≥ 0.8 ×"))
    rows.append((f"{label}, two workers", f"{two[0]:.2f} s", "one worker", f"{one[0]:.2f} s",
                 f"{one[0] / two[0]:.2f} ×", "≥ 1.4 ×"))
    rows.append((f"{label}, one worker", f"{one[0]:.2f} s", "lxml, same fields",
                 f"{lxml[0]:.2f} s", f"{lxml[0] / one[0]:.1f} ×", "≥ 5 ×"))
    rows.append((f"{label}, peak memory", f"{one[2]:.0f} MB", "", "", "", ""))


def every_format(rows):
    """Each XML format against xmllint and lxml on the same bytes; from ZIP as well."""
    folder = os.path.join(DIR, "formats")
    os.makedirs(folder, exist_ok=True)
    size = int(os.environ.get("IPATLAS_BENCH_BYTES", "100000000"))
    for id, patterns, element, target in formats.FORMATS:
        paths = formats.build(folder, id, patterns, element, size)
        if not paths:
            continue
        total = sum(os.path.getsize(p) for p in paths)
        listing = os.path.join(folder, id + ".txt")
        with open(listing, "w") as file:
            file.write("\n".join(paths) + "\n")
        source = os.path.join(folder, id)
        archive = source + ".zip"
        if not os.path.isfile(archive):
            with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
                for path in paths:
                    packed.write(path, os.path.basename(path))
        lint = ["xargs", "-n", "20000", "xmllint", "--sax", "--noout", "--huge"]
        peer, one, two, zipped = pairs(
            dict(command=lint, stdin=listing),
            dict(command=[TOOL, "convert", source, "--workers", "1"], expect=(0, 1)),
            dict(command=[TOOL, "convert", source, "--workers", "2"], expect=(0, 1)),
            dict(command=[TOOL, "convert", archive, "--workers", "1"], expect=(0, 1)), rounds=min(3, ROUNDS))
        parse, made = pairs(
            dict(command=[sys.executable, os.path.join(HERE, "Reading/lxml_parse.py")],
                 stdin=listing),
            dict(command=[sys.executable, os.path.join(HERE, "Reading/lxml_records.py"), element or "-"],
                 stdin=listing), rounds=1)
        found = subprocess.run([TOOL, "convert", source, "--workers", "2"], capture_output=True)
        records = found.stdout.count(b"\n")
        mb = total / 1e6
        rows.append((
            f"`{id}`", f"{mb:.0f}", f"{records}", f"{mb / one[1]:.0f}", f"{records / one[0]:.0f}",
            f"{records / two[0]:.0f}", f"{mb / peer[1]:.0f}", f"{peer[1] / one[1]:.2f} ×",
            f"≥ {target} ×" if target else "–", f"{made[1] / one[1]:.1f} ×",
            f"{parse[1] / one[1]:.1f} ×",
            f"{peer[1] / zipped[1]:.2f} ×", f"{max(one[2], zipped[2]):.0f}"))


def trademarks(rows):
    """The seven tables in both forms; `inspect` makes all records and writes none."""
    folder = os.path.join(DIR, "trademarks-200")
    if not os.path.isdir(folder):
        subprocess.run([sys.executable, os.path.join(HERE, "trademarks.py"), folder, "200"],
                       check=True)
    for path in files(folder):
        (_, cpu, peak), = pairs(dict(command=[TOOL, "inspect", path]), rounds=3)
        limit = 60 if path.endswith(".xls") else 150
        rows.append((f"`inspect`, {os.path.basename(path)}, 200 MB",
                     f"{os.path.getsize(path) / 1e6 / cpu:.0f} MB/CPU s", "limit",
                     f"{limit} MB/CPU s", f"peak {peak:.0f} MB", f"≥ {limit}"))


def night(name, patents, rows):
    path = city(f"city-{name}", patents, 10_000)
    folder = os.path.join(DIR, f"documents-{name}")
    documents(path + "/cnipa", folder, 10**9)
    paths = files(folder)
    total = sum(os.path.getsize(p) for p in paths)
    listing = folder + ".txt"
    with open(listing, "w") as file:
        file.write("\n".join(paths) + "\n")
    root = os.path.join(DIR, f"office-{name}")
    os.makedirs(root + "/Pipelines", exist_ok=True)
    plan = root + "/Pipelines/bench.yml"
    inputs = ", ".join(f"{path}/{part}" for part in ["cnipa", "cnipa-1", "cnipa-prs", "registers"])
    with open(plan, "w") as file:
        file.write(f'name: bench\nregion: "341300"\nas-of: 2025-12-31\ninputs: [{inputs}]\n')
    peers, runs, again = [], [], []
    for _ in range(3):
        peers.append(timed(["xargs", "-n", "20000", "xmllint", "--sax", "--noout", "--huge"],
                           stdin=listing))
        shutil.rmtree(root + "/.ipatlas", ignore_errors=True)
        shutil.rmtree(root + "/Reports", ignore_errors=True)
        runs.append(timed([TOOL, "run", plan], expect=(0, 1)))
        before = snapshot(root + "/Reports")
        again.append(timed([TOOL, "run", plan]))
        if snapshot(root + "/Reports") != before:
            raise SystemExit("a run with nothing new wrote to the published folder")
    middle = [statistics.median(r[i] for r in runs) for i in range(3)]
    peer = statistics.median(r[0] for r in peers)
    label = f"`run`, {len(paths)} publications in ZIPs ({total / 1e9:.2f} GB of XML)"
    rows.append((label, f"{middle[0]:.1f} s", "`xmllint --sax` on the inflated XML",
                 f"{peer:.1f} s", f"{middle[0] / peer:.1f} ×", "≤ 5 ×"))
    rows.append((f"{label}, peak memory", f"{middle[2]:.0f} MB", "limit", "400 MB", "", "≤ 400 MB"))
    rows.append((f"{label}, again with nothing new",
                 f"{statistics.median(r[0] for r in again):.2f} s", "limit", "1 s", "", "≤ 1 s"))


def incremental(patents, rows):
    """A night with 1,000 new publications on a large store, three times, a day on each time."""
    path = city(f"city-{patents}", patents, 1_500)
    root = os.path.join(DIR, f"office-{patents}")
    late = root + "/late"
    shutil.rmtree(root, ignore_errors=True)
    os.makedirs(root + "/Pipelines")
    os.makedirs(late)
    plan = root + "/Pipelines/bench.yml"
    inputs = ", ".join(
        [f"{path}/{part}" for part in ["cnipa", "cnipa-1", "cnipa-prs", "registers"]] + ["late"])
    with open(plan, "w") as file:
        file.write(f'name: bench\nregion: "341300"\nas-of: 2025-12-30\ninputs: [{inputs}]\n')
    first = timed([TOOL, "run", plan], expect=(0, 1))
    record = json.load(open(root + "/Reports/bench/latest/run.json"))
    publications = sum(
        i["records"] for i in record["inputs"] if i["format"] in ("cnipa", "cnipa-1"))
    nights = []
    for day in range(4):
        source = city(f"night-{day}", 667, 1_500, seed=100 + day)
        for part in ["cnipa", "cnipa-prs"]:
            for name in sorted(os.listdir(f"{source}/{part}")):
                if name.upper().endswith(".ZIP"):
                    shutil.copy(f"{source}/{part}/{name}", f"{late}/{part}-{day}-{name}")
        as_of = (datetime.date(2026, 1, 2) + datetime.timedelta(day)).isoformat()
        night = timed([TOOL, "run", plan, "--as-of", as_of], expect=(0, 1))
        record = json.load(open(root + "/Reports/bench/latest/run.json"))
        if record["as_of"] != as_of or record["counts"]["records"] < 1_000:
            raise SystemExit(f"the night of {as_of} read {record['counts']}")
        # The first one moves the cut-off over the turn of the year, where ten-year terms crowd.
        if day > 0:
            nights.append(night)
    middle = [statistics.median(n[i] for n in nights) for i in range(3)]
    label = f"`run`, 1,000 new publications on {publications:,} in the store"
    rows.append((label, f"{middle[0]:.1f} s", "the first night on all of them", f"{first[0]:.0f} s",
                 f"{middle[0] / first[0]:.2f} ×", "≤ 10 s"))
    rows.append((f"{label}, CPU", f"{middle[1]:.1f} s", "limit", "10 s", "", "≤ 10 s"))
    rows.append((f"{label}, peak memory", f"{middle[2]:.0f} MB", "limit", "300 MB", "", "≤ 300 MB"))


def series(patents, rows):
    path = city(f"city-{patents}", patents, 1_500)
    root = os.path.join(DIR, f"office-{patents}")
    os.makedirs(root + "/Pipelines", exist_ok=True)
    plan = root + "/Pipelines/bench.yml"
    inputs = ", ".join(f"{path}/{part}" for part in ["cnipa", "cnipa-1", "cnipa-prs", "registers"])
    with open(plan, "w") as file:
        file.write(f'name: bench\nregion: "341300"\nas-of: 2025-12-31\ninputs: [{inputs}]\n')
    one = timed([TOOL, "run", plan, "--rehash"], expect=(0, 1))
    runs = [timed([TOOL, "series", plan, "--from", "2016-01-01", "--to", "2025-12-31"])
            for _ in range(3)]
    middle = [statistics.median(r[i] for r in runs) for i in range(3)]
    rows.append((f"`series`, 120 months over {patents:,} applications", f"{middle[0]:.1f} s",
                 "one `run` of one day on a new store", f"{one[0]:.1f} s",
                 f"{middle[0] / one[0]:.2f} ×", "≤ 20 s"))
    rows.append((f"`series`, 120 months over {patents:,} applications, peak memory",
                 f"{middle[2]:.0f} MB", "limit", "300 MB", "", "≤ 300 MB"))


def snapshot(folder):
    return sorted(
        (path, os.lstat(path).st_mtime_ns, os.lstat(path).st_size)
        for base, folders, names in os.walk(folder)
        for path in [base] + [os.path.join(base, n) for n in names + folders])


# IPATLAS_BENCH_PART: one part alone, whose rows are printed and not written.
part = os.environ.get("IPATLAS_BENCH_PART")
rows, format_rows = [], []
if part in (None, "reading"):
    reading("10", 12_000, 10_000, 20_000, rows)
    reading("60", 3_000, 60_000, 4_000, rows)
if part in (None, "formats"):
    every_format(format_rows)
if part in (None, "trademarks"):
    trademarks(rows)
if part in (None, "night"):
    night("100k", 58_000, rows)
if part in (None, "incremental"):
    incremental(571_000, rows)
if part in (None, "series"):
    series(100_000, rows)
if os.environ.get("IPATLAS_BENCH_LARGE") == "1":
    night("1m", 580_000, rows)

cpu = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo")
            if line.startswith("model name")), platform.machine())
xmllint = subprocess.run(["xmllint", "--version"], capture_output=True, text=True).stderr
version = re.search(r"version (\d+)", xmllint)
table = [
    f"Measured {datetime.date.today()} by `make bench` on {os.cpu_count()} cores ({cpu}), "
    f"load {os.getloadavg()[0]:.1f} at the end, {platform.system()} {platform.release()}, "
    f"libxml2 {version.group(1) if version else '?'}, ipatlas "
    + subprocess.run([TOOL, "--version"], capture_output=True, text=True).stdout.strip() + ". "
    f"Medians of {ROUNDS} runs in turns (nights: 3).", "",
    "| what | figure | against | its figure | ratio | target |", "|---|---:|---|---:|---:|---:|"]
table += ["| " + " | ".join(row) + " |" for row in rows]
table += [
    "", "Every XML format, `convert` to JSON lines against peers on the same bytes. Ratios are of CPU time: of "
    "`xmllint --sax --noout` to one worker (from files, and from ZIP with inflating), of lxml with its elements as "
    "JSON lines and of lxml that only parses to one worker.", "",
    "| format | MB | records | MB/CPU s | records/s, one worker | two | xmllint MB/CPU s | against xmllint | target "
    "| against lxml | lxml parsing only | from ZIP | peak MB |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
table += ["| " + " | ".join(row) + " |" for row in format_rows]
text = "\n".join(table)
print(text)
if part:
    sys.exit()
with open(PAGE) as file:
    page = file.read()
page = re.sub(r"(<!-- bench: begin[^\n]*-->\n).*?(<!-- bench: end -->)",
              lambda m: m.group(1) + "\n" + text + "\n\n" + m.group(2), page, flags=re.S)
with open(PAGE, "w") as file:
    file.write(page)
