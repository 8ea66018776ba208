// What is to be found in each file, and where: written by hand beside `make.py`. A place is a
// line and a column, or a cell; empty for the file as a whole.

/** One finding: its code, its place in the file, and the value in the submission that it is about. */
export type Case = readonly [code: string, place: string, pointer?: string]

const value = (indicator: string): string => `/values/${indicator}`

/** Files in which nothing at all is found. */
export const clean: ReadonlyArray<string> = [
  "01-ha-sen.json",
  "03-thuong-sen-lan-2.json",
  "16-soi-trang.csv",
  "18-hoa-sen-va-dat-nau.csv",
  "30-cum-chim-co.xlsx",
  "39-chau-chau.xlsx",
]

/** Files that are read whole, with something to look at. */
export const readable: Readonly<Record<string, ReadonlyArray<Case>>> = {
  "02-thuong-sen.json": [["revision.superseded", "1:1"]],
  "04-dong-cuc.json": [["revision.superseded", "1:1"]],
  "05-dong-cuc-lan-2.json": [["revision.reason-missing", "1:1", "/reason"]],
  "08-nam-truc.json": [["text.not-nfc", "25:15", "/explanations/0/text"]],
  "13-lieu-tay.json": [["text.personal", "35:15", "/explanations/0/text"]],
  "14-que-lam.json": [["entry.reported-twice", "24:7", "/entries/events/0"]],
  "17 Cát Vàng.csv": [["encoding.converted", ""]],
  "22-doi-che.csv": [["encoding.converted", ""]],
  "25-cum-gio.csv": [["table.total-differs", "4:11"]],
  "31-chuon-nuoc.xlsx": [["table.hidden", "Biểu 1"]],
  "35-kien-vang.xlsm": [["file.inert", ""]],
  "36-ve-sau.xlsx": [["file.inert", ""]],
}

/** Files of which something, or all, is held back. */
export const bad: Readonly<Record<string, ReadonlyArray<Case>>> = {
  "06-tay-cuc.json": [["revision.conflict", "1:1"]],
  "07-tay-cuc-gui-lai.json": [["revision.conflict", "1:1"]],
  "09-bac-truc.json": [["json.malformed", "15:6", "/values"]],
  "10-dao-thon.json": [["json.key-repeated", "14:5", value("dialogue.events")]],
  "11-man-thon.json": [["json.digits-lost", "19:20", value("fund.raised")]],
  "12-lieu-dong.json": [["value.negative", "14:23", value("dialogue.turns")]],
  "15-cum-rung.ndjson": [
    ["json.malformed", "3:351", "/values"],
    ["reporter.not-focal-point", "1:407", "/reporter"],
    ["indicator.unknown", "2:391", value("petitions.recieved")],
    ["value.not-sent", "2:233", value("petitions.received")],
  ],
  "19-suoi-trong.csv": [["cell.ambiguous", "2:19", value("dialogue.turns")]],
  "20-ngoi-xanh.csv": [["encoding.legacy-font", "1:1"]],
  "21-khe-biec.csv": [["encoding.legacy-font", "1:1"]],
  "23-ruong-mat.csv": [["row.unit-unknown", "2:1"]],
  "24-vuon-cau.csv": [["row.unit-unknown", "2:1"]],
  "26-may-chieu.csv": [["csv.quote-unclosed", "2:1"]],
  "27-suong-som.csv": [["cell.unread", "2:35", value("petitions.received")]],
  "28 Báo cáo 6 tháng (Trăng Non).csv": [["table.subject-missing", ""]],
  "29-nang-moi.csv": [["cell.unread", "2:34", value("petitions.received")]],
  "32-de-men.xlsx": [["cell.date", "Biểu 1!E2", value("convention.recognised")]],
  "33-thi-tran-sao-mai.xlsx": [["cell.uncomputed", "Biểu 1!B2", value("models.registered")]],
  "34-ong-mat.xlsx": [["cell.error", "Biểu 1!G2", value("petitions.received")]],
  "37-dom-dom.xls": [["file.format-unsupported", ""]],
  "38-cao-cao.xlsx": [["file.damaged", ""]],
  "40-bo-dua.xls": [["file.format-unsupported", ""]],
}

/** Units from which nothing came that could be read. Of these only Mưa Rào sent no file. */
export const silent: ReadonlyArray<string> = [
  "bac-truc",
  "da-mon",
  "ngoi-xanh",
  "khe-biec",
  "ruong-mat",
  "vuon-cau",
  "may-chieu",
  "trang-non",
  "mua-rao",
  "dom-dom",
  "cao-cao",
  "bo-dua",
]
