"""Parses the files named on standard input with lxml and counts elements: the least a reader does."""
import sys

from lxml import etree

count = 0
for line in sys.stdin:
    for _, element in etree.iterparse(line.strip(), events=("end",), huge_tree=True,
                                      load_dtd=False, no_network=True):
        count += 1
        # Keeps memory flat, as a reader of large files must.
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]
print(count)
