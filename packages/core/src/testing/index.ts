// For tests of those who build on this library: an invented country, generators, laws. Needs fast-check.
export * as arbitrary from "./arbitrary.ts"
export * as country from "./country.ts"
export * as laws from "./laws.ts"
export * as territory from "./territory.ts"
