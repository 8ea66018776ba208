/** Generators. */
export * as arbitrary from "./arbitrary.ts"
