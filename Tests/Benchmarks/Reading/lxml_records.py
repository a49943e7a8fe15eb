"""Reads the files named on standard input with lxml and writes each record as a line of JSON.

    lxml_records.py ELEMENT    the repeated element, or - where a file is one record

What a reader in Python does at the least to keep what `convert` keeps: names of elements without
namespaces, attributes and texts, nested; the parts of which `convert` keeps nothing are left out.
"""
import json
import sys

from lxml import etree

ELEMENT = sys.argv[1]
LEFT_OUT = {"description", "drawings", "claims", "search-report-data", "Description", "Claims", "Drawings",
            "subdoc-description", "subdoc-claims", "SDODE", "SDOCL", "SDODR"}


def local(tag):
    return tag.rsplit("}", 1)[-1]


def value(element):
    """The text of a leaf, else a dictionary of what it holds."""
    content = {local(name): [text] for name, text in element.attrib.items()}
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = local(child.tag)
        if name not in LEFT_OUT:
            content.setdefault(name, []).append(value(child))
    text = element.text.strip() if element.text else ""
    if not content:
        return text
    if text:
        content["text"] = text
    return content


def records(path):
    if ELEMENT == "-":
        yield etree.parse(path, etree.XMLParser(huge_tree=True, load_dtd=False, no_network=True)).getroot()
        return
    for _, element in etree.iterparse(path, tag="{*}" + ELEMENT, huge_tree=True, load_dtd=False,
                                      no_network=True):
        yield element
        # Keeps memory flat, as a reader of large files must.
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


for line in sys.stdin:
    for record in records(line.strip()):
        sys.stdout.write(json.dumps(value(record), ensure_ascii=False) + "\n")
