# SPDX-License-Identifier: MIT
"""Workbooks made part by part, as no spreadsheet program would write them."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
OAK = '<row r="2"><c r="A2" t="inlineStr"><is><t>Oak</t></is></c></row>'


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    """Give the XML of a sheet with these rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def cell(content: str, attributes: str = "") -> str:
    """Give the rows of a sheet of organizations whose one size is this cell."""
    size = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Size</t></is></c></row>'
    return f'{size}<row r="2"><c r="A2" t="str"><v>Oak</v></c><c r="B2" {attributes}>{content}</c></row>'


def book(sheet: str | bytes, target: str = "worksheets/sheet1.xml", **parts: str | bytes) -> bytes:
    """Give a workbook with one sheet; more parts by their names, with __ for / and _dot_ for the point."""
    rels = f'<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    rel = f'<Relationship Id="{{}}" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
        ),
        "_rels/.rels": rels.format(rel.format("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">'
            '<sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": rels.format(rel.format("r1", "worksheet", target)),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
            '<xf numFmtId="46"/></cellXfs></styleSheet>'
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>',
        SHEET: sheet,
    }
    named = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    return zipped(members | named)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Give a zip archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def million_rows() -> bytes:
    """Give a workbook with a million rows that nothing announces: 26 MB in a few kilobytes."""
    return book(sheet_xml("<row><c><v>1</v></c></row>" * 1_000_000))
