"""The peer: Python with lxml, extracting from each file what `ipatlas convert` writes."""
import json
import sys

from lxml import etree

B = "{http://www.sipo.gov.cn/XMLSchema/business}"
A = "{http://www.sipo.gov.cn/XMLSchema/base}"


def text(node, path):
    found = node.find(path)
    return found.text if found is not None else None


def parties(root, path):
    return [
        {
            "name": text(p, f"{A}AddressBook/{A}Name"),
            "address": text(p, f"{A}AddressBook/{A}Address/{A}Text"),
            "postcode": text(p, f"{A}AddressBook/{A}Address/{A}PostCode"),
        }
        for p in root.iterfind(path)
    ]


def record(path):
    root = etree.parse(path, etree.XMLParser(no_network=True, huge_tree=True)).getroot()
    bib = root.find(f"{B}BibliographicData")
    publication = bib.find(f"{B}PublicationReference/{A}DocumentID")
    application = bib.find(f"{B}ApplicationReference/{A}DocumentID")
    return {
        "publication_no": text(publication, f"{A}DocNumber"),
        "kind": text(publication, f"{A}Kind"),
        "publication_date": text(publication, f"{A}Date"),
        "application_no": text(application, f"{A}DocNumber"),
        "filing_date": text(application, f"{A}Date"),
        "status": root.get("status"),
        "produced_on": root.get("dateProduced"),
        "title": text(bib, f"{B}InventionTitle"),
        "abstract": "".join(
            "".join(p.itertext()) for p in root.iterfind(f"{B}Abstract/{B}Paragraphs")),
        "ipc": [c.findtext(f"{A}Text") for c in bib.iterfind(
            f"{B}ClassificationIPCRDetails/{B}ClassificationIPCR")],
        "applicants": parties(bib, f"{B}Parties/{B}ApplicantDetails/{B}Applicant"),
        "assignees": parties(bib, f"{B}AssigneeDetails/{B}Assignee"),
        "inventors": [i.findtext(f"{A}AddressBook/{A}Name") for i in bib.iterfind(
            f"{B}Parties/{B}InventorDetails/{B}Inventor")],
        "claim_count": len(root.findall(f"{B}Claims/{B}Claim")),
    }


for line in sys.stdin:
    print(json.dumps(record(line.rstrip("\n")), ensure_ascii=False))
