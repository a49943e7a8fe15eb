"""Inputs for the table of formats: real documents where they lie beside the checkout, else SampleData.

Single documents are copied into a folder, many records into one document of their own kind.
"""
import os
import re
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "../../..")
SHARED = os.path.join(ROOT, "../shared/samples")

# id, patterns under the samples, the repeated element of formats that hold many, the target ratio.
FORMATS = [
    ("cnipa", ["patent/cnipa-v2_CN"], None, 0.8),
    ("cnipa-1", ["patent/cnipa-old_"], None, 0.8),
    ("st36", ["patent/ep-st36", "patent/lexisnexis-cn_CN101"], None, 0.8),
    ("uspto-grant", ["patent/uspto_grant_v4", "patent/uspto_xml2006", "patent/uspto_xml2014"], None, 0.8),
    ("uspto-application", ["patent/uspto_application_v4"], None, 0.8),
    ("jpo", ["patent/jpo_"], None, None),
    ("st96-patent", ["patent/st96_wipo-annexVII_Patent"], None, None),
    ("docdb", ["patent/docdb_DE", "patent/docdb_WO"], "exchange-document", 0.4),
    ("ops", ["patent/ops_get_family_with"], "family-member", 0.4),
    ("uspto-assignment", ["patent/uspto-assignment_ad"], "patent-assignment", 0.4),
    ("st66", ["trademark/st66-st96-tsdr/rn3886986-ST66"], None, 0.4),
    ("st96-trademark", ["trademark/st66-st96-tsdr/rn3886986-ST96"], None, 0.4),
    ("uspto-trademark", ["trademark/uspto/uspto-daily"], "case-file", 0.4),
    ("tipo-trademark", ["trademark/tipo/index"], "RegContent", 0.4),
    ("madrid", [], "MARKGR", 0.4),
]


def sources(id, patterns):
    """The files of a format, only those that xmllint takes as they are."""
    found = []
    if patterns and os.path.isdir(SHARED):
        for base, _, names in os.walk(SHARED):
            for name in names:
                path = os.path.join(base, name)
                if any(os.path.relpath(path, SHARED).startswith(p) for p in patterns):
                    found.append(path)
    if not found:
        folder = os.path.join(ROOT, "SampleData", id)
        found = [os.path.join(folder, n) for n in os.listdir(folder) if n.lower().endswith(".xml")]
    good = []
    for path in sorted(found):
        check = subprocess.run(["xmllint", "--noout", path], capture_output=True)
        if check.returncode == 0:
            good.append(path)
    return good


def build(folder, id, patterns, element, size):
    """Writes about `size` bytes; gives the paths, or none where no sample is well-formed."""
    done = os.path.join(folder, id)
    if not os.path.isdir(done):
        paths = sources(id, patterns)
        if not paths:
            return []
        os.makedirs(done + ".tmp", exist_ok=True)
        if element:
            with open(paths[0], "rb") as file:
                data = file.read()
            name = element.encode()
            tag = re.compile(rb"<(?:[\w.-]+:)?" + name + rb"[\s>]")
            ends = [m.end() for m in re.finditer(rb"</(?:[\w.-]+:)?" + name + rb"\s*>", data)]
            start, end = tag.search(data).start(), ends[-1]
            body = data[start:end]
            with open(f"{done}.tmp/{id}.xml", "wb") as file:
                file.write(data[:start])
                for _ in range(max(1, size // len(body))):
                    file.write(body)
                file.write(data[end:])
        else:
            contents = [open(path, "rb").read() for path in paths]
            total = count = 0
            while total < size:
                data = contents[count % len(contents)]
                with open(f"{done}.tmp/{count:06d}.xml", "wb") as file:
                    file.write(data)
                total += len(data)
                count += 1
        os.rename(done + ".tmp", done)
    return [os.path.join(done, name) for name in sorted(os.listdir(done))]
