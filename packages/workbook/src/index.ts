// Workbooks and CSV written from plain values: the same bytes everywhere, and nothing in them that becomes a formula.

/** Workbooks. */
export * as Book from "./Book.ts"
/** How their cells look. */
export * as Looks from "./Looks.ts"
/** CSV. */
export * as Csv from "./Csv.ts"
/** Names of cells and rectangles. */
export * as Place from "./Place.ts"
/** Notes on cells. */
export * as Notes from "./Notes.ts"
/** Where a note's box lies. */
export * as Geometry from "./Geometry.ts"
/** Text as the XML of a workbook holds it. */
export * as Markup from "./Markup.ts"
/** Zip files written. */
export * as Packing from "./Packing.ts"
/** Their checksum. */
export * as Crc32 from "./Crc32.ts"
