import { readFile, readdir } from "node:fs/promises"
import { load, validate, report, explain, toText, aggregate } from "@danvan/core"
import { check, linesOf, plainText } from "@danvan/document"
const here = new URL(".", import.meta.url)
const json = async (f: string) => JSON.parse(await readFile(new URL(f, here), "utf8"))
const registers = load(await json("organisations.json"), await json("catalogue.json"))
const files = (await readdir(new URL("submissions/", here))).sort()
const batch = validate(registers, await Promise.all(files.map((f) => json(`submissions/${f}`))))
for (const i of batch.issues) console.log(i.severity, i.code, toText(i, "vi"))
console.log(batch.accepted.length, batch.held)
const d = report(registers, batch, await json("report.json"))
console.log(check(d), d.losses, d.title)
for (const [p, l] of linesOf(d)) console.log(p, plainText(l, d.figures))
const a = aggregate(registers, batch, {subject:"tay-ho-district-1996", period:"2022-H1"})
console.log(a.issues)
console.log(toText(explain(registers, batch, {subject:"tay-ho-district-1996", period:"2022-H1", indicator:"dvk.models.registered"}), "vi", registers))
