"""What other programs make of our workbooks: openpyxl, and LibreOffice by way of its own interface. Takes a list of jobs as
JSON from standard input and writes a list of answers; `workbooks.ts` is who asks.

{"by": "openpyxl" | "libreoffice", "do": "fill", "from": FILE, "to": FILE, "values": {CODE: VALUE}}
{"by": …, "do": "set", "from": FILE, "to": FILE, "cells": {"Sheet!A1": VALUE}}
{"by": …, "do": "look", "from": FILE}
{"by": …, "do": "cells", "from": FILE}
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time


def by_openpyxl(job):
    import openpyxl

    book = openpyxl.load_workbook(job["from"])
    if job["do"] == "fill":
        sheet = book.worksheets[0]
        heads = {cell.value: cell.column for cell in sheet[6]}
        column = heads["Mã số"]
        codes = {sheet.cell(row, column).value: row for row in range(7, sheet.max_row + 1)}
        for code, value in job["values"].items():
            sheet.cell(codes[code], column - 1).value = value
        book.save(job["to"])
        return {}
    if job["do"] == "set":
        for name, value in job["cells"].items():
            sheet, at = name.rsplit("!", 1)
            book[sheet][at].value = value
        book.save(job["to"])
        return {}
    if job["do"] == "cells":
        all = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        return {f"{cell.parent.title}!{cell.coordinate}": cell.value for cell in all}
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    return {
        "sheets": [[sheet.title, sheet.sheet_state] for sheet in book],
        "frozen": book.worksheets[0].freeze_panes,
        "protected": book.worksheets[0].protection.sheet,
        "choices": len(book.worksheets[0].data_validations.dataValidation),
        "formulas": [cell.coordinate for cell in cells if cell.data_type == "f"],
        "quoted": [cell.coordinate for cell in cells if cell.quotePrefix],
        "notes": {f"{c.parent.title}!{c.coordinate}": c.comment.text for c in cells if c.comment},
        "filled": [f"{c.parent.title}!{c.coordinate}" for c in cells if c.fill.fgColor.rgb == "FFFFC7CE"],
    }


class Office:
    """LibreOffice without windows, reached through a pipe; started for the first job."""

    def __init__(self):
        import uno

        self.uno = uno
        self.folder = tempfile.mkdtemp(prefix="danvan-office-")
        name = f"danvan{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{self.folder}", f"--accept=pipe,name={name};urp;"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for attempt in range(120):
            try:
                context = resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.5)
        else:
            raise RuntimeError("LibreOffice does not answer")
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def property(self, name, value):
        made = self.uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        made.Name, made.Value = name, value
        return made

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, job):
        url = self.uno.systemPathToFileUrl(os.path.abspath(job["from"]))
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, (self.property("Hidden", True),))
        try:
            return {"fill": self.fill, "set": self.set, "cells": self.cells, "look": self.look}[job["do"]](document, job)
        finally:
            document.close(True)

    def fill(self, document, job):
        sheet = document.Sheets.getByIndex(0)
        column = next(i for i in range(20) if sheet.getCellByPosition(i, 5).String == "Mã số")
        codes = {sheet.getCellByPosition(column, row).String: row for row in range(6, 500)}
        for code, value in job["values"].items():
            cell = sheet.getCellByPosition(column - 1, codes[code])
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value
        return self.save(document, job)

    def set(self, document, job):
        for name, value in job["cells"].items():
            sheet, at = name.rsplit("!", 1)
            cell = document.Sheets.getByName(sheet).getCellRangeByName(at)
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value
        return self.save(document, job)

    def save(self, document, job):
        target = self.uno.systemPathToFileUrl(os.path.abspath(job["to"]))
        document.storeToURL(target, (self.property("FilterName", "Calc MS Excel 2007 XML"),))
        return {}

    def used(self, sheet):
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        for row in range(cursor.RangeAddress.EndRow + 1):
            for column in range(cursor.RangeAddress.EndColumn + 1):
                yield sheet.getCellByPosition(column, row)

    def cells(self, document, job):
        found = {}
        for sheet in document.Sheets:
            for cell in self.used(sheet):
                at = f"{sheet.Name}!{cell.AbsoluteName.rsplit('.', 1)[1].replace('$', '')}"
                if cell.Type.value in ("VALUE", "TEXT"):
                    found[at] = cell.Value if cell.Type.value == "VALUE" else cell.String
        return found

    def look(self, document, job):
        notes, filled, charts, formulas = {}, [], 0, []
        for sheet in document.Sheets:
            charts += sheet.Charts.Count
            for note in sheet.Annotations:
                at = sheet.getCellByPosition(note.Position.Column, note.Position.Row)
                notes[at.AbsoluteName.replace("$", "").replace(".", "!").replace("'", "")] = note.String
            for cell in self.used(sheet):
                name = cell.AbsoluteName.replace("$", "").replace(".", "!").replace("'", "")
                if cell.CellBackColor == 0xFFC7CE:
                    filled.append(name)
                if cell.Type.value == "FORMULA":
                    formulas.append(name)
        sheets = [[sheet.Name, "visible" if sheet.IsVisible else "hidden"] for sheet in document.Sheets]
        return {
            "sheets": sheets,
            "protected": document.Sheets.getByIndex(0).isProtected(),
            "charts": charts,
            "notes": notes,
            "filled": filled,
            "formulas": formulas,
        }


def versions():
    found = {}
    try:
        import openpyxl

        found["openpyxl"] = openpyxl.__version__
    except ImportError:
        pass
    try:
        import uno  # noqa: F401

        told = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout.split()
        found["LibreOffice"] = told[1] if len(told) > 1 else "?"
    except (ImportError, FileNotFoundError):
        pass
    return found


def main():
    if sys.argv[1:] == ["versions"]:
        print(json.dumps(versions()))
        return
    office = None
    answers = []
    try:
        for job in json.load(sys.stdin):
            if job["by"] == "openpyxl":
                answers.append(by_openpyxl(job))
                continue
            office = office or Office()
            answers.append(office.run(job))
    finally:
        if office:
            office.close()
    print(json.dumps(answers, ensure_ascii=False))


main()
