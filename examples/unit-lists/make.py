#!/usr/bin/env python3
"""Makes the workbooks of lists/ and bad/, as an office keeps them (python3-openpyxl 3.0.9, then saved by LibreOffice 7.4.7).
Run by hand, in this folder: `python3 make.py`. The files are kept, because not every machine has these programs. The
territory is invented."""
import datetime
import os
import shutil
import subprocess
import tempfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties

THIN = Border(*[Side(style="thin")] * 4)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def titled(sheet, *lines, width):
    for row, line in enumerate(lines, 1):
        sheet.cell(row, 1, line).font = Font(bold=row == 1, italic=row > 1)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        sheet.cell(row, 1).alignment = CENTRE
    return len(lines) + 2


def rows(sheet, top, *lines, bold=0):
    for r, line in enumerate(lines):
        for c, value in enumerate(line):
            cell = sheet.cell(top + r, 1 + c, value)
            cell.border = THIN
            if isinstance(value, datetime.date):
                cell.number_format = "dd/mm/yyyy"
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            if r < bold:
                cell.font = Font(bold=True)
                cell.alignment = CENTRE
    return top + len(lines)


def signed(sheet, row, column):
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.cell(row + 1, column, "Lam, ngày 20 tháng 6 năm 2025").font = Font(italic=True)
    sheet.cell(row + 2, column, "NGƯỜI LẬP BIỂU").font = Font(bold=True)


def save(book, name):
    with tempfile.TemporaryDirectory() as folder:
        book.save(f"{folder}/source.xlsx")
        command = ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{folder}/out"]
        subprocess.run([*command, f"{folder}/source.xlsx"], check=True, stdout=subprocess.DEVNULL)
        shutil.move(f"{folder}/out/source.xlsx", name)


SINCE = datetime.date(1996, 1, 1)
HEAD = ["STT", "Tên đơn vị", "Mã", "Mã trong sổ", "Từ ngày"]
UNITS = [
    ["A", "Tỉnh Hồng Lam", None, "hong-lam-province", SINCE],
    ["I", "Thị xã Lam", None, "lam-town-1996", SINCE],
    [1, "Phường Lam Sơn", "01", "lam-son-ward-1996", SINCE],
    [2, "Phường Lam Giang", "02", "lam-giang-ward-1996", SINCE],
    [3, "Phường Đồng Lam", "03", "dong-lam-ward-1996", SINCE],
    [4, "Phường Bến Lam", "04", "ben-lam-ward-1996", SINCE],
    [5, "Phường Chợ Lam", "05", "cho-lam-ward-1996", SINCE],
]


def before(book):
    sheet = book.active
    sheet.title = "Trước sắp xếp"
    top = titled(sheet, "DANH SÁCH ĐƠN VỊ HÀNH CHÍNH", "(số liệu đặt ra để minh hoạ)", width=5)
    end = rows(sheet, top, HEAD, *UNITS, bold=1)
    for row in range(top + 1, end):
        sheet.cell(row, 3).number_format = "@"
    rows(sheet, end, [None, "Tổng số: 5 phường", None, None, None])
    signed(sheet, end + 1, 4)
    for column, width in zip("ABCDE", (6, 24, 8, 24, 14)):
        sheet.column_dimensions[column].width = width


def arranged(book):
    sheet = book.create_sheet("Sắp xếp")
    top = titled(
        sheet,
        "PHƯƠNG ÁN SẮP XẾP ĐƠN VỊ HÀNH CHÍNH",
        "(Kèm theo Nghị quyết 01/2025/NQ-HL; đặt ra để minh hoạ)",
        width=9,
    )
    end = rows(
        sheet,
        top,
        ["STT", "Trước sắp xếp", None, "Phạm vi", "Dân số chuyển", "Sau sắp xếp", None, None, None],
        [None, "Tên đơn vị", "Mã", None, None, "Tên đơn vị", "Mã", "Trực thuộc", "Mã trong sổ"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
        [1, "Phường Lam Sơn", "01", "Toàn bộ", None, "Phường Lam Sơn", "01", "Tỉnh Hồng Lam", "lam-son-ward-2025"],
        [2, "Phường Lam Giang", "02", "Toàn bộ", None, "Phường Lam Sơn", "01", "Tỉnh Hồng Lam", "lam-son-ward-2025"],
        [3, "Phường Đồng Lam", "03", "Một phần", 6200, "Phường Lam Sơn", "01", "Tỉnh Hồng Lam", "lam-son-ward-2025"],
        [None, None, None, "Phần còn lại", 3100, "Phường Bến Lam", "04", "Tỉnh Hồng Lam", "ben-lam-ward-2025"],
        [4, "Phường Bến Lam", "04", "Toàn bộ", None, "Phường Bến Lam", "04", "Tỉnh Hồng Lam", "ben-lam-ward-2025"],
        [5, "Phường Chợ Lam", "05", "Toàn bộ", None, "Phường Bến Lam", "04", "Tỉnh Hồng Lam", "ben-lam-ward-2025"],
        [6, "Thị xã Lam", None, None, None, "Kết thúc hoạt động", None, None, None],
        bold=3,
    )
    for area in ("A{0}:A{1}", "B{0}:C{0}", "D{0}:D{1}", "E{0}:E{1}", "F{0}:I{0}"):
        sheet.merge_cells(area.format(top, top + 1))
    # Two parts of one unit: its cells reach over both rows.
    for column in "ABC":
        sheet.merge_cells(f"{column}{top + 5}:{column}{top + 6}")
    signed(sheet, end, 6)
    for column, width in zip("ABCDEFGHI", (6, 22, 6, 12, 12, 22, 6, 18, 22)):
        sheet.column_dimensions[column].width = width


def faulty():
    book = Workbook()
    sheet = book.active
    sheet.title = "Phụ lục"
    top = titled(sheet, "DANH SÁCH CÁC XÃ, PHƯỜNG SAU SẮP XẾP", "(đặt ra để minh hoạ; có chỗ sai)", width=7)
    end = rows(
        sheet,
        top,
        ["STT", "Tên đơn vị mới", "Loại", "Trực thuộc", "Các đơn vị cũ", "Ngày hiệu lực", "Số đại biểu"],
        [1, "Hồng Hà", "Phường", "Tỉnh Hồng Lam", "Phường Mây, phường Gió", "01/7/2025", 25],
        [2, "Phường Sương", "Xã", "Tỉnh Hồng Lam", "Xã Nắng", "01/7/2025", 21],
        [3, "Suối Trong", None, "Tỉnh Hồng Lam", "Xã Suối, xã Trong", "01/7/2025", 19],
        [4, "Xã Đồi Chè", None, "Tỉnh Hồng Lam", "Một phần xã Đồi, xã Chè", "01/7/2025", 18],
        [5, "Xã Vườn Cau", None, "Tỉnh Hồng Lam", "Xã Vườn, xã Cau", "7/2025", 18],
        [6, "Xã Khe Biếc", None, "Tỉnh Hồng Lam", None, "01/7/2025", 17],
        [7, "Xã Bãi Dâu", None, "Tỉnh Hồng Lam", "Xã Dâu, xã Bãi, xã Dâu", "01/7/2025", 17],
        [8, None, None, None, "Xã Mưa Rào", "01/7/2025", None],
        [9, "Xã Lúa", None, "Tỉnh Hồng Lam", "Xã Ngô", "01/7/2025", 16],
        [10, "Xã Khoai", None, "Tỉnh Hồng Lam", "Xã Ngô", "01/7/2025", 16],
        bold=1,
    )
    sheet.cell(end, 2, "Tổng số: 10 đơn vị")
    signed(sheet, end + 1, 5)
    return book


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    lam = Workbook()
    before(lam)
    arranged(lam)
    save(lam, "lists/thi-xa-lam.xlsx")
    save(faulty(), "bad/phu-luc.xlsx")
