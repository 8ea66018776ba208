#!/usr/bin/env python3
"""Makes the files of submissions/ and mended/, each as its sender's program writes it (python3-openpyxl 3.0.9, LibreOffice
7.4.7, and Node for the district's own form). Run by hand, in this folder: `python3 make.py`. The files are kept, because
not every machine has these programs. Units and figures are invented."""
import datetime
import json
import os
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font

PERIOD = "2024-H1"
HEAD = [
    "Đơn vị",
    "Mô hình “Dân vận khéo” đăng ký",
    "Cuộc đối thoại đã tổ chức",
    "Lượt người dự đối thoại",
    "Quy ước được công nhận",
    "Quỹ vận động được",
    "Đơn thư đã tiếp nhận",
]
# What a keyboard has, and what fonts from before Unicode can show.
PLAIN = [HEAD[0], '"Mô hình ""Dân vận khéo"" đăng ký"', *HEAD[2:]]
IDS = [
    "models.registered",
    "dialogue.events",
    "dialogue.turns",
    "convention.recognised",
    "fund.raised",
    "petitions.received",
]


def write(name, content):
    with open(name, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


# JSON, as the software of a unit writes it.
def submission(unit, models, events, turns, convention, fund, petitions, **more):
    x, y = convention
    values = dict(zip(IDS, [models, events, turns, {"x": x, "y": y}, fund, petitions]))
    values.update(more.pop("values", {}))
    return {
        "schema": "danvan/submission@0",
        "id": f"{unit}-{PERIOD.lower()}",
        "revision": 1,
        "subject": f"{unit}-commune-1990",
        "scope": "own",
        "period": PERIOD,
        "catalogue": "sao-mai-2024",
        "status": "submitted",
        "illustrative": True,
        "values": {key: value for key, value in values.items() if value is not None},
        **more,
    }


def text(value):
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def csv(*rows, delimiter=";", end="\r\n"):
    return "".join(delimiter.join(str(cell) for cell in row) + end for row in rows)


# Encodings from before Unicode: one byte a letter (TCVN3), a letter and its marks behind it (VNI).
TCVN3 = dict(
    zip(
        "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        bytes.fromhex(
            "a8a9aaabacadae b5b6b7b8b9 bbbcbdbec6 c7c8c9cacb cccecfd0d1 d2d3d4d5d6 d7d8dcddde dfe1e2e3e4 "
            "e5e6e7e8e9 eaebecedee eff1f2f3f4 f5f6f7f8f9 fafbfcfdfe"
        ),
    )
)
TCVN3.update(zip("ĂÂÊÔƠƯĐ", range(0xA1, 0xA8)))


def tcvn3(said):
    return bytes(TCVN3.get(letter, TCVN3.get(letter.lower(), ord(letter) & 255)) for letter in said)


TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
HATS = {"\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
BREVES = {"\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
I_TONES = {"\u0300": "ì", "\u0301": "í", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò"}


def vni(said):
    out = ""
    for letter in said:
        base, *marks = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in marks if mark in TONES), None)
        if base in "đĐ":
            out += "ñ" if base == "đ" else "Ñ"
        elif base in "iI":
            out += I_TONES.get(tone, base)
        else:
            base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base] if "\u031b" in marks else base
            if "\u0302" in marks:
                out += base + HATS.get(tone, "â")
            elif "\u0306" in marks:
                out += base + BREVES.get(tone, "ê")
            else:
                out += base + TONES.get(tone, "")
    return out.encode("latin-1")


def windows1258(said):
    # Letters with their hats and horns, tones behind them.
    out = ""
    for letter in said:
        apart = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in apart if mark in TONES), "")
        out += unicodedata.normalize("NFC", apart.replace(tone, "")) + tone if tone else letter
    return out.encode("cp1258")


# Workbooks. The moment of writing is taken out, so that the same bytes come out of every run.
MOMENT = datetime.datetime(2024, 6, 20)


def repack(name, change=lambda parts: None):
    with zipfile.ZipFile(name) as packed:
        parts = {item.filename: packed.read(item) for item in packed.infolist()}
    change(parts)
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as packed:
        for part, content in parts.items():
            packed.writestr(zipfile.ZipInfo(part, (2024, 6, 20, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def book(*rows, title="Biểu 1"):
    made = Workbook()
    made.properties.created = made.properties.modified = MOMENT
    sheet = made.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    sheet.column_dimensions["A"].width = 24
    return made, sheet


def save(made, name, change=lambda parts: None):
    made.save(name)
    repack(name, change)


def by_libreoffice(made, name, kind="xlsx", change=lambda parts: None):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "source.xlsx")
        made.save(source)
        filters = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "xls": "xls:MS Excel 97"}
        command = ["soffice", "--headless", "--convert-to", filters[kind], "--outdir", folder + "/out", source]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        shutil.move(f"{folder}/out/source.{kind}", name)
    if kind == "xlsx":
        repack(name, change)


def merged_head(sheet):
    """Title, and a head of two rows: models by field, and what stands beside them."""
    sheet["A1"] = "BIỂU TỔNG HỢP CÔNG TÁC DÂN VẬN 6 THÁNG ĐẦU NĂM 2024"
    sheet["A1"].font = Font(name="Times New Roman", bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells("A1:L1")
    columns = ["TT", "Đơn vị", HEAD[1], None, None, None, None, *HEAD[2:]]
    for column, head in enumerate(columns, 1):
        sheet.cell(3, column, head)
    fields = ["Tổng số", "Kinh tế", "Văn hoá - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị"]
    for column, head in enumerate(fields, 3):
        sheet.cell(4, column, head)
    sheet.merge_cells("C3:G3")
    for column in [*"ABHIJKL"]:
        sheet.merge_cells(f"{column}3:{column}4")


def json_files():
    write("01-ha-sen.json", text(submission(
        "ha-sen", {"n": 6, "by": {"field": dict(zip(
            ["economy", "culture-society", "defence-security", "political-system"], [2, 2, 1, 1]))}},
        2, 64, (5, 6), 12500000, 3, values={"dialogue.resolution-rate": {"percent": "87"}})))
    write("02-thuong-sen.json", text(submission("thuong-sen", 4, 1, 40, (4, 4), 8000000, None, nil=[IDS[5]])))
    write("03-thuong-sen-lan-2.json", text(submission(
        "thuong-sen", 5, 1, 40, (4, 4), 8000000, None, nil=[IDS[5]],
        revision=2, reason="bổ sung một mô hình của thôn Chùa đăng ký ngày cuối kỳ")))
    write("04-dong-cuc.json", text(submission("dong-cuc", 7, 2, 80, (6, 8), 15250000, 4)))
    write("05-dong-cuc-lan-2.json", text(submission("dong-cuc", 7, 3, 95, (6, 8), 15250000, 4, revision=2)))
    write("06-tay-cuc.json", text(submission("tay-cuc", 3, 1, 30, (2, 5), 3000000, 1)))
    write("07-tay-cuc-gui-lai.json", text(submission("tay-cuc", 4, 1, 30, (2, 5), 3000000, 1)))
    nfd = text(submission("nam-truc", 3, 1, 28, (3, 5), 4000000, 1,
                          explanations=[{"indicator": IDS[3], "text": "Hai thôn đang lấy ý kiến nhân dân"}]))
    write("08-nam-truc.json", unicodedata.normalize("NFD", nfd))
    bac_truc = text(submission("bac-truc", 4, 2, 52, (4, 6), 5100000, 2))
    write("09-bac-truc.json", bac_truc[: bac_truc.index("convention")])
    twice = text(submission("dao-thon", 4, 2, 51, (5, 5), 6300000, 2))
    write("10-dao-thon.json", twice.replace('"dialogue.events": 2,', '"dialogue.events": 2,\n    "dialogue.events": 3,'))
    write("11-man-thon.json", text(submission("man-thon", 5, 2, 70, (4, 7), 2**53 + 1, 5)))
    hostile = "../../\u001b[31mlieu-dong\u001b[0m\n::error file=x::<b>&\u202e##[error]"
    write("12-lieu-dong.json", text(submission("lieu-dong", 4, 1, -12, (2, 3), 2750000, 0, id=hostile)))
    meeting = "Ngày hội đại đoàn kết liên xã Liễu Tây – Quế Lâm"
    event = {"id": "ngay-hoi", "name": meeting, "date": "2024-05-19", "persons": []}
    write("13-lieu-tay.json", text(submission(
        "lieu-tay", 6, 2, 88, (7, 9), 10000000, 6, entries={"events": [event]},
        explanations=[{"indicator": IDS[5], "text": "Đơn của bà Nguyễn Thị A, số điện thoại 0912 345 678"}])))
    write("14-que-lam.json", text(submission("que-lam", 5, 2, 61, (5, 8), 9400000, 2, entries={"events": [event]})))
    lines = [
        submission("tung-lam", 3, 1, 30, (3, 3), 3000000, 1, reporter="sao-mai-front"),
        submission("bach-lam", 4, 1, 36, (4, 6), 5500000, None, values={"petitions.recieved": 2}),
        submission("da-mon", 3, 1, 29, (2, 4), 2600000, 1),
    ]
    made = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    write("15-cum-rung.ndjson", made[:-40])


def csv_files():
    kilo = [*HEAD[:5], "Quỹ vận động được (nghìn đồng)", HEAD[6]]
    write("16-soi-trang.csv", "\ufeff" + csv(kilo, ["Xã Sỏi Trắng", "05", 2, 48, "42/42", "1.234,5", 3]))
    tabs = csv(HEAD, ["Xã Cát Vàng", 6, 2, 77, "8/10", "7.000.000", 2], delimiter="\t")
    write("17 Cát Vàng.csv", b"\xff\xfe" + tabs.encode("utf-16-le"))
    write("18-hoa-sen-va-dat-nau.csv", csv(
        ["TT", *(f'"{head}"' for head in HEAD)],
        [1, '"XÃ  HÒA\u00a0SEN"', 3, 1, 25, "4/4", '"2.000.000"', 1],
        [2, '"Xã Đất Nâu"', 2, 1, 19, "3/6", '"1.500.000"', "không phát sinh"], delimiter=",", end="\n"))
    write("19-suoi-trong.csv", csv(HEAD, ["Xã Suối Trong", 8, 4, "1,234", "6/7", "11.000.000", 7]))
    write("20-ngoi-xanh.csv", tcvn3(csv(PLAIN, ["Xã Ngòi Xanh", 4, 1, 35, "3/6", "2.900.000", 1])))
    write("21-khe-biec.csv", vni(csv(PLAIN, ["Xã Khe Biếc", 5, 2, 47, "4/5", "4.100.000", 2])))
    write("22-doi-che.csv", windows1258(csv(HEAD, ["Xã Đồi Chè", 4, 2, 55, "5/9", "4.800.000", 3])))
    write("23-ruong-mat.csv", csv(HEAD, ["Xã Ruộng Mât", 4, 1, 38, "4/7", "3.700.000", 1]))
    # The a of Cau is a Cyrillic one.
    write("24-vuon-cau.csv", csv(HEAD, ["Xã Vườn C\u0430u", 3, 1, 24, "3/4", "2.100.000", 0]))
    write("25-cum-gio.csv", csv(
        PLAIN, ["Xã Bãi Dâu", 5, 2, 66, "6/6", "5.000.000", 4], ["Xã Gió Nồm", 3, 1, 31, "4/5", "3.500.000", 2],
        ["Tổng cộng", 9, 3, 97, "10/11", "8.500.000", 6]))
    write("26-may-chieu.csv", csv(HEAD, ['"Xã Mây Chiều', 5, 2, 59, "5/7", "6.200.000", 2]))
    write("27-suong-som.csv", csv(HEAD, ["Xã Sương Sớm", 4, 2, 43, "5/6", "3.900.000", '"=HYPERLINK(""http://example.org"",""3"")"']))
    write("28 Báo cáo 6 tháng (Trăng Non).csv", csv(
        ["Chỉ tiêu", "Đơn vị tính", "Số lượng"], [HEAD[1], "mô hình", 4], [HEAD[2], "cuộc", 1],
        [HEAD[3], "lượt người", 26], [HEAD[4], "quy ước", "3/5"], [HEAD[5], "đồng", "2.300.000"], [HEAD[6], "đơn", 1]))
    write("29-nang-moi.csv", csv(HEAD, ["Xã Nắng Mới", 3, 1, 22, "2/2", "1.800.000", "-"]))


def workbooks():
    made, sheet = book()
    merged_head(sheet)
    for row in ([1, "Xã Chim Ri", 5, 2, 1, 1, 1, 2, 58, "5/7", 4200000, 2],
                [2, "Xã Cò Trắng", 4, 1, 1, 1, 1, 1, 33, "4/4", 3300000, 1]):
        sheet.append(row)
    sums = [f"=SUM({column}5:{column}6)" for column in "CDEFGHI"]
    sheet.append([None, "Tổng cộng", *sums, "9/11", "=SUM(K5:K6)", "=SUM(L5:L6)"])
    sheet.append([])
    sheet.append([None, None, None, None, None, None, "Ngày 20 tháng 6 năm 2024"])
    by_libreoffice(made, "30-cum-chim-co.xlsx")

    made, sheet = book(HEAD, ["Xã Chuồn Nước", 6, 2, 71, "7/8", 6600000, 3], ["Xã Bướm Vàng", 3, 1, 20, "3/4", 2500000, 0])
    sheet.row_dimensions[3].hidden = True
    by_libreoffice(made, "31-chuon-nuoc.xlsx")

    made, sheet = book(HEAD, ["Xã Dế Mèn", 5, 2, 49, datetime.date(2024, 6, 5), 4400000, 2])
    sheet["E2"].number_format = "d-mmm"
    save(made, "32-de-men.xlsx")

    made, _ = book(HEAD, ["Thị trấn Sao Mai", "=2+3", 3, 120, "9/9", 20000000, 8])
    save(made, "33-thi-tran-sao-mai.xlsx")

    made, _ = book(HEAD, ["Xã Ong Mật", 4, 1, 27, "3/3", 2100000, "=3/0"])
    by_libreoffice(made, "34-ong-mat.xlsx")

    made, _ = book(HEAD, ["Xã Kiến Vàng", 5, 2, 44, "6/7", 5200000, 1])
    save(made, "35-kien-vang.xlsm", macros)

    made, _ = book(HEAD, ["Xã Ve Sầu", 3, 1, 26, "2/5", 2300000, 0])
    by_libreoffice(made, "36-ve-sau.xlsx", change=external_link)

    made, _ = book(HEAD, ["Xã Đom Đóm", 4, 1, 34, "3/5", 3100000, 1])
    by_libreoffice(made, "37-dom-dom.xls", "xls")

    made, _ = book(HEAD, ["Xã Cào Cào", 3, 1, 21, "2/3", 1900000, 1])
    save(made, "38-cao-cao.xlsx")
    with open("38-cao-cao.xlsx", "rb") as file:
        whole = file.read()
    write("../mended/38-cao-cao.xlsx", whole)
    write("38-cao-cao.xlsx", whole[: len(whole) // 2])

    form("chau-chau-commune-1990", "39-chau-chau.xlsx", {
        "models.registered": 5, "models.registered[field=economy]": 2, "models.registered[field=culture-society]": 1,
        "models.registered[field=defence-security]": 1, "models.registered[field=political-system]": 1,
        "dialogue.events": 2, "dialogue.turns": 45, "convention.recognised": 4, "convention.recognised#y": 6,
        "fund.raised": 3600000, "petitions.received": "không phát sinh"})

    cells = "".join(f"<td>{cell}</td>" for cell in ["Xã Bọ Dừa", 4, 1, 32, "3/6", 2700000, 1])
    write("40-bo-dua.xls", f"<html><body><table><tr>{cells}</tr></table></body></html>\n")


def form(unit, name, figures):
    """The district's own form, its figures typed in beside their codes, saved by openpyxl."""
    with tempfile.TemporaryDirectory() as folder:
        blank = os.path.join(folder, "blank.xlsx")
        command = ["npx", "-y", "pnpm@12.21.0", "exec", "node", "--conditions=@danvan/source", "../form.ts", blank]
        subprocess.run([*command, unit, PERIOD], check=True)
        made = load_workbook(blank)
    sheet = made.worksheets[0]
    code = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Mã số")
    for row in sheet.iter_rows(min_row=code.row + 1):
        wanted = row[code.column - 1].value
        if wanted in figures:
            row[code.column - 2].value = figures.pop(wanted)
    assert not figures, figures
    made.properties.created = made.properties.modified = MOMENT
    save(made, name)


# openpyxl writes no macros and no links: their parts are put beside the others. They hold nothing.
def macros(parts):
    types = parts["[Content_Types].xml"].decode()
    types = types.replace("openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")
    kind = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", kind).encode()
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    target = 'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"'
    parts["xl/_rels/workbook.xml.rels"] = relations.replace(
        "</Relationships>", f'<Relationship Id="rMacros" {target}/></Relationships>').encode()
    parts["xl/vbaProject.bin"] = b"no code: this part stands for a macro project"


def external_link(parts):
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        f'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="{kind}"/></Types>'.encode())
    relations = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = relations.replace(
        b"</Relationships>",
        f'<Relationship Id="rLink" Type="{office}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'.encode())
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    parts["xl/externalLinks/externalLink1.xml"] = (
        f'{declared}<externalLink xmlns="{main}"><externalBook xmlns:r="{office}" r:id="rId1"/></externalLink>').encode()
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        f'{declared}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="{office}/externalLinkPath" Target="file:///C:/nam-truoc.xlsx" TargetMode="External"/></Relationships>').encode()


def mended():
    """What some senders sent again, after they had read what was found. A file that was never read comes as it is; where
    something of a submission was held, the next revision comes, with a reason."""
    again = {"revision": 2, "reason": "sửa theo thông báo của nơi nhận"}
    write("06-tay-cuc.json", text(submission("tay-cuc", 4, 1, 30, (2, 5), 3000000, 1, **again)))
    write("09-bac-truc.json", text(submission("bac-truc", 4, 2, 52, (4, 6), 5100000, 2)))
    write("10-dao-thon.json", text(submission("dao-thon", 4, 3, 51, (5, 5), 6300000, 2, **again)))
    write("11-man-thon.json", text(submission("man-thon", 5, 2, 70, (4, 7), 9100000, 5, **again)))
    hostile = json.load(open("../submissions/12-lieu-dong.json"))["id"]
    write("12-lieu-dong.json", text(submission("lieu-dong", 4, 1, 12, (2, 3), 2750000, 0, id=hostile, **again)))
    head = [HEAD[0], "Lần", "Lý do", *HEAD[1:]]
    write("19-suoi-trong.csv", csv(
        head, ["Xã Suối Trong", 2, again["reason"], 8, 4, "1.234", "6/7", "11.000.000", 7]))
    write("20-ngoi-xanh.csv", "\ufeff" + csv(PLAIN, ["Xã Ngòi Xanh", 4, 1, 35, "3/6", "2.900.000", 1]))
    write("23-ruong-mat.csv", csv(HEAD, ["Xã Ruộng Mật", 4, 1, 38, "4/7", "3.700.000", 1]))
    write("29-nang-moi.csv", csv(head, ["Xã Nắng Mới", 2, again["reason"], 3, 1, 22, "2/2", "1.800.000", "không phát sinh"]))
    made, _ = book(head, ["Xã Dế Mèn", 2, again["reason"], 5, 2, 49, "5/6", 4400000, 2])
    save(made, "32-de-men.xlsx")


for folder in ("submissions", "mended"):
    os.makedirs(folder, exist_ok=True)
os.chdir("submissions")
json_files()
csv_files()
workbooks()
os.chdir("../mended")
mended()
