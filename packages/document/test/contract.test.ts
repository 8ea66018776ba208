import { type Block, type Document, linesOf, plainText, type Renderer, RenderError } from "@danvan/document"
import { contract, sample, textOf } from "@danvan/document/testing"
import { describe, expect, it, test } from "vitest"

const kinds: Record<Block["kind"], true> = {
  letterhead: true,
  title: true,
  heading: true,
  paragraph: true,
  list: true,
  table: true,
  chart: true,
  signature: true,
  appendix: true,
}
const inlineKinds = new Set(
  "text figure date period citation document-number ordinal quotation name blank gap strong emphasis break".split(" "),
)

const refuse = (document: Document): void => {
  const walk = (blocks: ReadonlyArray<Block>): void => {
    for (const block of blocks) {
      if (!Object.hasOwn(kinds, block.kind)) throw new RenderError("unknown-block", "/blocks", block.kind)
      if (block.kind === "appendix") walk(block.blocks)
    }
  }
  walk(document.blocks)
  for (const [pointer, line] of linesOf(document)) {
    for (const inline of line) {
      if (!inlineKinds.has(inline.kind)) throw new RenderError("unknown-inline", pointer, inline.kind)
      if (inline.kind === "figure" && !Object.hasOwn(document.figures, inline.figure)) {
        throw new RenderError("unknown-figure", pointer, inline.figure)
      }
    }
  }
}

/** The smallest honest renderer; each mutant below is this one with one fault. */
const honest: Renderer = {
  id: "honest",
  mediaType: "text/plain",
  extension: "txt",
  render: async (document) => {
    refuse(document)
    return { bytes: new TextEncoder().encode(textOf(document).normalize("NFC")), losses: document.losses }
  },
}

const rewrite =
  (change: (text: string, document: Document) => string): (() => Renderer) =>
  () => ({
    ...honest,
    render: async (document) => {
      const { bytes, losses } = await honest.render(document)
      return { bytes: new TextEncoder().encode(change(new TextDecoder().decode(bytes), document)), losses }
    },
  })

const failures = async (
  factory: () => Renderer,
  options: { readonly breakBlocks?: boolean; readonly read?: (bytes: Uint8Array) => string } = {},
): Promise<ReadonlyArray<string>> => {
  const checks: Array<readonly [name: string, run: () => void | Promise<void>]> = []
  contract({
    test: (name, run) => checks.push([name, run]),
    factory,
    read: options.read ?? ((bytes) => new TextDecoder().decode(bytes)),
    breakBlocks: options.breakBlocks ?? false,
  })
  const failed: Array<string> = []
  for (const [name, run] of checks) {
    try {
      await run()
    } catch {
      failed.push(name)
    }
  }
  return failed
}

const flow = "draws all running text, every word in order, or names it in losses"
const cells =
  "draws every word and number of letterhead, tables, charts and signature, as often as it stands there, or names it in losses"
const deterministic = "gives the same bytes for the same document and context, whatever the clock and the dice say"
const unchanged = "never changes the document"
const metadata = "says the same with and without a moment and an id: they are metadata"
const lossesFirst = "passes on the document's own losses first"
const nfc = "composes decomposed letters (NFC)"
const unknownBody = "is never silent about a block it does not know, in the body"
const unknownAppendix = "is never silent about a block it does not know, in an appendix"
const unknownInline = "is never silent about an inline it does not know"
const unknownFigure = "is never silent about a figure that is not there"
const objectsOwn = "does not take names of Object's own members for figures"

describe("contract", () => {
  contract({ test, factory: () => honest, read: (bytes) => new TextDecoder().decode(bytes) })

  describe("kills a renderer that", () => {
    const mutants: ReadonlyArray<readonly [fault: string, factory: () => Renderer, by: ReadonlyArray<string>]> = [
      ["drops a word of a paragraph", rewrite((text) => text.replace("nhân dân thực hiện", "thực hiện")), [flow]],
      ["drops a figure of a paragraph", rewrite((text) => text.replace("gần 12.500 lượt người", "")), [flow]],
      ["drops a tone", rewrite((text) => text.replace("ỵ", "y")), [flow]],
      ["drops the marker of a list", rewrite((text) => text.replace("đ)\n", "")), [flow]],
      ["drops an ampersand", rewrite((text) => text.replace("&<>", "<>")), [flow]],
      ["swaps two paragraphs", rewrite((text) => swap(text, "Toàn quận đăng ký", "Tiếp tục thực hiện")), [flow]],
      ["drops a number in one cell", rewrite((text) => text.replace("\n1.013\n", "\n\n")), [cells]],
      ["drops a short number in one cell", rewrite((text) => text.replace(/(\n62\n.*\n)\d+\n/, "$1\n")), [cells]],
      ["drops the number of a letterhead", rewrite((text) => text.replace("05-BC/BDVQU", "")), [cells]],
      ["drops the signer", rewrite((text) => text.replace("Nguyễn Thị", "")), [cells]],
      ["glues cells together", rewrite((text) => text.replace("\n1.013\n", "1.013")), [cells]],
      ["writes the moment", () => clocked(() => new Date().toISOString()), [deterministic, metadata, nfc]],
      ["rolls dice", () => clocked(() => String(Math.random())), [deterministic, metadata, nfc]],
      ["numbers its calls", () => counting(), [deterministic]],
      ["prints the id of the context", () => printingContext(), [metadata]],
      ["sorts the document's figures in place", () => mutating(), [unchanged]],
      ["hands out NFD", rewrite((text) => text.normalize("NFD")), [nfc]],
      ["passes NFD through", () => passing(), [nfc]],
      ["forgets the document's losses", () => losing(() => []), [lossesFirst]],
      ["puts its own losses first", () => losing((own) => [{ ...own[0], code: "mine" }, ...own]), [lossesFirst]],
      [
        "swallows what it does not know",
        () => swallowing(),
        [unknownBody, unknownAppendix, unknownInline, unknownFigure, objectsOwn],
      ],
      ["crashes on what it does not know", () => crashing(), [unknownBody, unknownAppendix]],
      [
        "has a dot in its extension",
        () => ({ ...honest, extension: ".txt" }),
        ["says what it is: an id, a media type and an extension"],
      ],
    ]
    for (const [fault, factory, by] of mutants) {
      it(fault, async () => {
        expect(await failures(factory)).toEqual(expect.arrayContaining([...by]))
      })
    }
  })

  it("lets a renderer lose words that it names, at the place where they stood", async () => {
    const dropped = (block: string, found: string): (() => Renderer) => {
      const drop = rewrite((text) => text.replace("gần 12.500 lượt người", "").replace("\n1.013\n", "\n\n"))
      return () => ({
        ...honest,
        render: async (document) => {
          const { bytes, losses } = await drop().render(document)
          const lost = { code: "lost", block, found, message: { vi: "Mất.", en: "Lost." } }
          return { bytes, losses: document.blocks.length > 9 ? [...losses, lost] : losses }
        },
      })
    }
    expect(await failures(dropped("/blocks/5/content", "gần 12.500 lượt người"))).toEqual([cells])
    expect(await failures(dropped("/blocks/11/body", "1.013"))).toEqual([flow])
    expect(await failures(dropped("/blocks/4", "gần 12.500 lượt người"))).toEqual([flow, cells])
  })

  it("lets pages fall inside a block only where the reader says so", async () => {
    const paged = rewrite((text) => text.replace("cho gần", "cho\n\f2\ngần").replace("Giám sát", "Giám\n 17\n\fsát"))
    expect(await failures(paged)).toEqual([flow])
    expect(await failures(paged, { breakBlocks: true })).toEqual([])
    const dropping = rewrite((text) => text.replace("cho gần 12.500", "cho\n\f2\ngần"))
    expect(await failures(dropping, { breakBlocks: true })).toEqual([flow])
  })

  it("asks a renderer that fails to say why", async () => {
    const checks: Array<() => void | Promise<void>> = []
    contract({
      test: (name, run) => name === flow && checks.push(run),
      factory: rewrite((text) => text.replace("Toàn quận", "")),
      read: (bytes) => new TextDecoder().decode(bytes),
    })
    await expect(checks[0]?.()).rejects.toThrow(/^\/blocks\/5\/content: "Toànquậnđăngký.*neither in the output/)
  })
})

describe("sample", () => {
  it("holds every kind of block and of inline", () => {
    const found = new Set<string>()
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return
      if ("kind" in value && typeof value.kind === "string") found.add(value.kind)
      for (const inner of Object.values(value)) walk(inner)
    }
    walk(sample.blocks)
    expect([...found].toSorted()).toEqual([...Object.keys(kinds), ...inlineKinds].toSorted())
  })

  it("reads as a reader meets it", () => {
    expect(textOf(sample).split("\n").slice(0, 7)).toEqual([
      "BẢN MINH HOẠ",
      "QUẬN UỶ MINH HOẠ",
      "BAN DÂN VẬN",
      "*",
      "ĐẢNG CỘNG SẢN VIỆT NAM",
      "Số 05-BC/BDVQU",
      "Minh Hoạ, ngày 27 tháng 7 năm 2022",
    ])
    expect(plainText([{ kind: "figure", figure: "progress" }], sample.figures)).toBe("5/8")
  })
})

const swap = (text: string, a: string, b: string): string => text.replace(a, "\0").replace(b, a).replace("\0", b)

const clocked = (say: () => string): Renderer => rewrite((text) => `${text}\n${say()}`)()

let calls = 0
const counting = (): Renderer => rewrite((text) => `${text}\n${"x".repeat(calls++)}`)()

const printingContext = (): Renderer => ({
  ...honest,
  render: async (document, context = {}) => {
    const { bytes, losses } = await honest.render(document)
    const more = new TextEncoder().encode(context.documentId ?? "")
    return { bytes: Uint8Array.from([...bytes, ...more]), losses }
  },
})

const mutating = (): Renderer => ({
  ...honest,
  render: (document) => {
    ;(document.blocks as Array<Block>).reverse().reverse().push()
    ;(document as { title: string }).title = "Đã sửa"
    return honest.render(document)
  },
})

const passing = (): Renderer => ({
  ...honest,
  render: async (document) => {
    refuse(document)
    return { bytes: new TextEncoder().encode(textOf(document)), losses: document.losses }
  },
})

const losing = (change: (losses: Document["losses"]) => ReadonlyArray<object>): Renderer => ({
  ...honest,
  render: async (document) => {
    const { bytes, losses } = await honest.render(document)
    return { bytes, losses: change(losses) as Document["losses"] }
  },
})

const swallowing = (): Renderer => ({
  ...honest,
  render: async (document) => ({
    bytes: new TextEncoder().encode(
      [...linesOf(document)]
        .map(([, line]) =>
          line
            .filter((inline) => inlineKinds.has(inline.kind))
            .map((inline) => (inline.kind === "text" ? inline.text : plainText([inline], document.figures)))
            .join(""),
        )
        .join("\n")
        .normalize("NFC"),
    ),
    losses: document.losses,
  }),
})

const crashing = (): Renderer => ({
  ...honest,
  render: async (document) => {
    try {
      return await honest.render(document)
    } catch {
      throw new TypeError("draw[block.kind] is not a function")
    }
  },
})
