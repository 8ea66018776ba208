// What a file may cost to read. Whatever exceeds a limit is refused with a finding, before it costs more.
/** What a zip file, and with it a workbook, may unpack to. */
export interface ArchiveLimits {
  /** Entries in all. */
  readonly entries: number
  /** Bytes of one entry, unpacked. */
  readonly entryBytes: number
  /** Bytes of all entries, unpacked. */
  readonly totalBytes: number
  /** How many times its packed size an entry may be; asked of entries over 1 MiB only. */
  readonly ratio: number
}

/** The limits; each can be set by who reads. */
export interface Limits {
  /** Bytes of a file. */
  readonly bytes: number
  /** Bytes of one line of NDJSON. */
  readonly lineBytes: number
  /** Submissions in a file. */
  readonly submissions: number
  /** Rows of a table that hold something. */
  readonly rows: number
  /** The last column that may hold something. */
  readonly columns: number
  /** Cells of a table that hold something. */
  readonly cells: number
  /** UTF-16 units of a cell. */
  readonly cellLength: number
  /** Sheets of a workbook. */
  readonly sheets: number
  /** What a workbook may unpack to. */
  readonly archive: ArchiveLimits
}

/** Room for a province's year, and for no attack. */
export const limits: Limits = {
  bytes: 512 * 2 ** 20,
  lineBytes: 16 * 2 ** 20,
  submissions: 1_000_000,
  rows: 200_000,
  columns: 1024,
  cells: 2_000_000,
  cellLength: 32_767,
  sheets: 64,
  archive: { entries: 4096, entryBytes: 64 * 2 ** 20, totalBytes: 128 * 2 ** 20, ratio: 100 },
}

/** Which limit was exceeded, by its name in findings. */
export type Exceeded =
  | "bytes"
  | "line-bytes"
  | "submissions"
  | "rows"
  | "columns"
  | "cells"
  | "cell-length"
  | "sheets"
  | "inflation"

/** Thrown while a file is being read, and caught by the reader of files, which makes a finding of it. */
export class LimitExceeded extends Error {
  readonly what: Exceeded
  readonly limit: number
  readonly row: number | undefined
  readonly column: number | undefined
  constructor(what: Exceeded, limit: number, row?: number, column?: number) {
    super(`more than ${limit} ${what}`)
    this.what = what
    this.limit = limit
    this.row = row
    this.column = column
  }
}
