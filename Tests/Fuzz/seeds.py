"""Fills a folder for each fuzz target with its seeds and its dictionary.

    fuzz --targets | seeds.py OUTPUT FOLDER…

Seeds are small: documents of up to 64 KB, of tables the first rows. Archives and workbooks are made of
the same content.
"""

import gzip
import io
import pathlib
import re
import sys
import tarfile
import zipfile

LIMIT = 64 << 10
ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")


def root(content):
    """The local name of the first start tag, behind declaration, comments and DOCTYPE."""
    text = re.sub(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>", b"", content, flags=re.S)
    found = ROOT.search(text)
    return found.group(1).decode() if found else ""


def rows(content, count=12):
    """The first rows of a table."""
    return b"".join(content.splitlines(keepends=True)[:count])


def files(folders):
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.is_file():
                yield path


def members(path):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist()[:8]:
            if entry.file_size <= LIMIT:
                yield entry.filename, archive.read(entry)


def workbook(table):
    """The parts of a workbook that holds a table, each behind a zero byte."""
    text = table.decode("utf-8-sig")
    strings, cells = [], []
    for number, line in enumerate(text.splitlines(), 1):
        cells.append(f'<row r="{number}">')
        for column, value in enumerate(line.split(",")[:20]):
            place = f"{chr(65 + column)}{number}"
            value = value.replace("&", "&amp;").replace("<", "&lt;")
            if number > 1 and value.isdigit() and len(value) < 9:
                cells.append(f'<c r="{place}" s="{column % 3}"><v>{value}</v></c>')
            elif column % 2:
                cells.append(f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>')
            else:
                cells.append(f'<c r="{place}" t="s"><v>{len(strings)}</v></c>')
                strings.append(f"<si><t>{value}</t></si>")
        cells.append("</row>")
    parts = [
        f"<worksheet><sheetData>{''.join(cells)}</sheetData>"
        '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>',
        f"<sst>{''.join(strings)}</sst>",
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs>'
        '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
        '<workbook><workbookPr date1904="0"/><sheets><sheet name="a" sheetId="1" r:id="r1" '
        'xmlns:r="urn:r"/></sheets></workbook>',
        '<Relationships><Relationship Id="r1" Type="urn:t/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="urn:t/sharedStrings" '
        'Target="sharedStrings.xml"/><Relationship Id="r3" Type="urn:t/styles" '
        'Target="styles.xml"/></Relationships>',
        "<Types/>",
    ]
    return "\0".join(parts).encode()


def archives(documents, kind):
    """Small archives of the shortest documents."""
    few = sorted(documents.values(), key=len)[:3]
    for content in few:
        if kind == "gzip":
            yield gzip.compress(content, mtime=0)
            yield gzip.compress(content[:100], mtime=0) + gzip.compress(content[100:], mtime=0)
    buffer = io.BytesIO()
    if kind == "tar":
        for form in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
            buffer = io.BytesIO()
            with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
                for number, content in enumerate(few):
                    name = f"{number}.xml" if number else "长" * 40 + ".xml"
                    if form == tarfile.USTAR_FORMAT:
                        name = f"{number}.xml"
                    entry = tarfile.TarInfo(name)
                    entry.size = len(content)
                    archive.addfile(entry, io.BytesIO(content))
            # Without the blocks of zeros that fill the last record.
            yield buffer.getvalue().rstrip(b"\0") + bytes(1536)
    if kind == "zip":
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w", method) as archive:
                for number, content in enumerate(few):
                    archive.writestr(zipfile.ZipInfo(f"{number}.xml"), content, method)
            yield buffer.getvalue()


def main():
    output = pathlib.Path(sys.argv[1])
    documents, tables, trademarks = {}, {}, {}
    for path in files(sys.argv[2:]):
        name = "_".join(path.parts[-2:]).replace(" ", "_")
        content = path.read_bytes()
        if "registers" in path.parts and path.suffix == ".csv":
            tables[name] = rows(content)
        elif path.suffix in (".csv", ".xls") or "GB18030" in path.name:
            trademarks[name] = rows(content)
        elif path.suffix.lower() == ".zip" and "trademark" in path.parent.name:
            for member, inner in members(path):
                trademarks[f"{name}_{member}"] = rows(inner)
        elif len(content) <= LIMIT and content.lstrip(b"\xef\xbb\xbf \r\n")[:1] == b"<":
            documents[name] = content
    for line in sys.stdin:
        target, kind, roots, words = line.rstrip("\n").split("\t")
        folder = output / target / "seeds"
        folder.mkdir(parents=True, exist_ok=True)
        seeds = {}
        if kind == "documents":
            seeds = {n: c for n, c in documents.items() if root(c) in roots.split()}
        elif target == "registers":
            seeds = tables
        elif target == "cnipa-trademark":
            seeds = trademarks
        elif target == "workbooks":
            seeds = {n: workbook(c) for n, c in tables.items()}
        else:
            seeds = {str(n): c for n, c in enumerate(archives(documents, target))}
        if not seeds:
            sys.exit(f"fuzz: no seed for {target}")
        for name, content in seeds.items():
            (folder / name[-120:]).write_bytes(content)
        entries = []
        for word in words.split():
            entries += [f'"<{word}>"', f'"</{word}>"', f'" {word}=\\""']
        entries += ['"<![CDATA["', '"]]>"', '"<!--"', '"-->"', '"<?xml "', '"&amp;"', '"&#x4E2D;"']
        (output / target / "dictionary").write_text("\n".join(sorted(set(entries))) + "\n")


main()
