// What a renderer's author needs besides the types: a document with everything in it, and the suite that judges.
export { contract, type ContractOptions, textOf } from "./contract.ts"
export { hostile } from "./hostile.ts"
export { layout, sample } from "./sample.ts"
