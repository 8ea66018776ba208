"""What python-docx finds in a Word file: its title, headings, tables row by row, heads that are repeated, sheets of paper.
Takes a file, writes JSON; `office.ts` is who asks."""

import json
import sys

import docx
from docx.oxml.ns import qn
from docx.table import _Cell

book = docx.Document(sys.argv[1])


def rows(table):
    """The cells that begin in each row: one that goes on from above, or over several columns, is one cell."""
    for row in table._tbl.tr_lst:
        own = [cell for cell in row.tc_lst if cell.vMerge != "continue"]
        yield ["\n".join(one.text for one in _Cell(cell, table).paragraphs) for cell in own]


def heads(table):
    return sum(1 for row in table._tbl.tr_lst if row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None)


# python-docx names the styles that Word has itself as Word does.
ruled = [table for table in book.tables if table.style is not None and table.style.style_id == "RuledTable"]
print(
    json.dumps(
        {
            "version": docx.__version__,
            "title": book.core_properties.title,
            "headings": [one.text for one in book.paragraphs if one.style.style_id.startswith("Heading")],
            "tables": [{"head": heads(table), "rows": list(rows(table))} for table in ruled],
            "sheets": [[one.page_width.mm, one.page_height.mm] for one in book.sections],
        }
    )
)
