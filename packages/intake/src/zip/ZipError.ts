// Why a zip file is not opened, or not read on: a stable code and the entry that is to blame.

/** The codes of a `ZipError`, with what each means. */
export const zipCodes = {
  "zip.not-zip": "no end record: not a zip file, or cut short",
  "zip.ole": "an old .xls, or a workbook locked with a password",
  "zip.broken": "the directory and the bytes contradict each other",
  "zip.zip64": "sizes or counts beyond 32 bits",
  "zip.encrypted": "an entry is encrypted",
  "zip.method": "an entry is packed by another method than stored or deflate",
  "zip.name": "an entry's name leads out of the file",
  "zip.duplicate": "two entries have one name, or names that differ only in case",
  "zip.overlap": "two entries share bytes",
  "zip.entries": "more entries than the limit",
  "zip.entry-size": "an entry unpacks to more than the limit",
  "zip.total-size": "all entries together unpack to more than the limit",
  "zip.ratio": "an entry unpacks to more times its size than the limit",
  "zip.size-differs": "an entry unpacks to another size than it declares",
  "zip.checksum": "an entry's bytes do not have the checksum that it declares",
} as const

/** A code of a `ZipError`. */
export type ZipCode = keyof typeof zipCodes

/** Thrown by `Archive.open` and while an entry is read. */
export class ZipError extends Error {
  readonly _tag = "ZipError"
  readonly code: ZipCode
  /** The name of the entry; empty when the file as a whole is meant. */
  readonly entry: string
  /** The limit that was passed, where there is one. */
  readonly limit: number | null
  constructor(code: ZipCode, entry = "", limit: number | null = null) {
    super(`${code}${entry === "" ? "" : ` ${JSON.stringify(entry)}`}: ${zipCodes[code]}`)
    this.name = "ZipError"
    this.code = code
    this.entry = entry
    this.limit = limit
  }
}
