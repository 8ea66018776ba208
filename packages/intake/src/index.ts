/** One sheet or one CSV file, cell by cell. */
export * as Table from "./Table.ts"
