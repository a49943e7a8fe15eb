"""The peer: Python with lxml, extracting from each file the fields that `ipatlas convert` writes
(but for the places, which need tables)."""
import json
import re
import sys

from lxml import etree

BUSINESS = "{http://www.sipo.gov.cn/XMLSchema/business}"
BASE = "{http://www.sipo.gov.cn/XMLSchema/base}"
STATUS = {"C": "new", "R": "replaced", "D": "deleted", "A": "amended", "B": "backfile"}
IPC = re.compile(r"([A-H]\d\d[A-Z])\s*(\d{1,4})\s*/\s*(\d{2,6})")


def text(node, path):
    found = node.find(path) if node is not None else None
    value = found.text.strip() if found is not None and found.text else None
    return None if value in ("", "0", "00000000", "0000000000") else value


def day(value):
    return f"{value[:4]}-{value[4:6]}-{value[6:]}" if value and len(value) == 8 else value


def chosen(nodes):
    """The original of a pair delivered in two data formats."""
    nodes = list(nodes)
    return next((n for n in nodes if n.get("dataFormat") == "original"),
                nodes[0] if nodes else None)


def parties(root, path, A):
    result = []
    for party in root.iterfind(path):
        address = party.find(f"{A}AddressBook/{A}Address")
        result.append({
            "sequence": int(party.get("sequence") or len(result) + 1),
            "name": text(party, f"{A}AddressBook/{A}Name"),
            "country": text(address, f"{A}WIPOST3Code"),
            "postcode": text(address, f"{A}PostCode"),
            "address": text(address, f"{A}Text"),
            "province": text(address, f"{A}Province"),
            "city": text(address, f"{A}City"),
            "county": text(address, f"{A}County"),
        })
    return result


def symbols(bib, B, A):
    seen = []
    for entry in bib.iterfind(f"{B}ClassificationIPCRDetails/{B}ClassificationIPCR"):
        value = text(entry, f"{A}Text") or ""
        match = IPC.match(value)
        symbol = f"{match[1]}{match[2]}/{match[3]}" if match else value
        if symbol not in seen:
            seen.append(symbol)
    return seen


def agencies(bib, B, A):
    seen = {}
    for agent in bib.iterfind(f"{B}Parties/{B}AgentDetails/{B}Agent"):
        value = text(agent, f"{B}Agency/{A}AddressBook/{A}OrganizationName")
        if value:
            name, _, code = value.rpartition(" ")
            seen[value] = {"name": name or value, "code": code if name else None}
    return list(seen.values())


def priorities(bib, B, A):
    result = {}
    for claim in bib.iterfind(f"{B}PriorityDetails/{B}Priority"):
        if claim.get("sequence") not in result or claim.get("dataFormat") == "original":
            result[claim.get("sequence")] = {
                "country": text(claim, f"{A}WIPOST3Code"),
                "number": text(claim, f"{A}DocNumber"), "date": day(text(claim, f"{A}Date"))}
    return list(result.values())


def record(path):
    root = etree.parse(path, etree.XMLParser(no_network=True, huge_tree=True)).getroot()
    # Some exports come without prefixes.
    B, A = (BUSINESS, BASE) if root.tag.startswith("{") else ("", "")
    bib = root.find(f"{B}BibliographicData")
    if bib is None:
        bib = root.find(f"{B}DesignBibliographicData")
    publication = chosen(bib.iterfind(f"{B}PublicationReference"))
    application = chosen(bib.iterfind(f"{B}ApplicationReference"))
    international = bib.find(f"{B}PCTOrRegionalApplicationData")
    return {
        "country": text(publication, f"{A}DocumentID/{A}WIPOST3Code"),
        "publication_no": text(publication, f"{A}DocumentID/{A}DocNumber"),
        "kind": text(publication, f"{A}DocumentID/{A}Kind"),
        "publication_date": day(text(publication, f"{A}DocumentID/{A}Date")),
        "application_no": text(application, f"{A}DocumentID/{A}DocNumber"),
        "filing_date": day(text(application, f"{A}DocumentID/{A}Date")),
        "right": application.get("applType"),
        "status": STATUS.get(root.get("status")),
        "produced_on": day(root.get("dateProduced")),
        "title": text(bib, f"{B}InventionTitle"),
        "abstract": "".join(
            "".join(p.itertext()) for p in root.iterfind(f"{B}Abstract/{B}Paragraphs")),
        "ipc": symbols(bib, B, A),
        "applicants": parties(bib, f"{B}Parties/{B}ApplicantDetails/{B}Applicant", A),
        "assignees": parties(bib, f"{B}AssigneeDetails/{B}Assignee", A),
        "inventors": [text(i, f"{A}AddressBook/{A}Name") for i in bib.iterfind(
            f"{B}Parties/{B}InventorDetails/{B}Inventor")],
        "agencies": agencies(bib, B, A),
        "priorities": priorities(bib, B, A),
        "pct": None if international is None else {
            "application_no": international.findtext(f".//{A}DocNumber"),
            "publication_no": bib.findtext(f"{B}PCTOrRegionalPublishingData//{A}DocNumber"),
            "national_entry": day(bib.findtext(f"{B}NationalStageEntryDate/{A}Date"))},
        "parent_application_no": bib.findtext(
            f"{B}RelatedDocuments/{B}Division//{B}ParentDocument//{A}DocNumber"),
        "citations": [
            {"country": text(c, f".//{A}WIPOST3Code"), "number": text(c, f".//{A}DocNumber"),
             "kind": text(c, f".//{A}Kind")}
            for c in bib.iterfind(f"{B}ReferencesCited/{B}Citation")],
        "claim_count": len(root.findall(f"{B}Claims/{B}Claim")),
    }


for line in sys.stdin:
    print(json.dumps(record(line.rstrip("\n")), ensure_ascii=False))
