// What stands in a workbook, as the reader of intake sees it.
import { Reader, type Table } from "@danvan/intake"
import { address } from "@danvan/workbook/Place"

/** A sheet by the addresses of its cells. */
export interface Sheet {
  readonly name: string
  readonly cells: ReadonlyMap<string, Table.Cell>
  readonly merges: Table.Table["merges"]
}

/** Every sheet. */
export const sheetsOf = async (bytes: Uint8Array): Promise<ReadonlyArray<Sheet>> =>
  (await Reader.read(bytes)).tables.map(({ name, rows, merges }) => ({
    name: name ?? "",
    cells: new Map([...rows].flatMap(({ cells }) => cells.map((cell) => [address(cell), cell] as const))),
    merges,
  }))

/** The words of a workbook, a line for each cell, as they are shown. */
export const visible = async (bytes: Uint8Array): Promise<string> =>
  (await sheetsOf(bytes)).flatMap(({ cells }) => [...cells.values()].map(({ text }) => text)).join("\n")
