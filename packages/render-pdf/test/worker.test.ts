import { sample } from "@danvan/document/testing"
import { pdf } from "@danvan/render-pdf"
import { pdfWorker } from "@danvan/render-pdf/worker"
import { afterAll, describe, expect, it } from "vitest"

describe("a PDF made in a thread", () => {
  const worker = pdfWorker()
  afterAll(() => worker.close())

  it("is byte for byte the one that is made here, with the same losses", async () => {
    const context = { madeAt: "2022-07-27T08:00:00+07:00", documentId: "a" }
    const [there, here] = [await worker.render(sample, context), await pdf().render(sample, context)]
    expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true)
    expect(there.losses).toEqual(here.losses)
  })

  it("answers each of several documents, and leaves this thread free meanwhile", async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const made = await Promise.all([worker.render(sample), worker.render({ ...sample, blocks: [] })])
    clearInterval(timer)
    expect(made.map(({ bytes }) => bytes.length > 500)).toEqual([true, true])
    expect(made[0]?.bytes.length).toBeGreaterThan((made[1]?.bytes.length ?? 0) * 2)
    expect(turns).toBeGreaterThan(3)
  })

  it("is refused as it is here", async () => {
    const content = [{ kind: "figure", figure: "nowhere" }] as const
    const document = { ...sample, blocks: [{ kind: "paragraph", role: "body", content }] } as const
    await expect(worker.render(document)).rejects.toMatchObject({ name: "RenderError", code: "unknown-figure" })
  })

  it("is rejected when the thread is closed, and made again afterwards", async () => {
    const other = pdfWorker()
    const open = other.render(sample)
    await Promise.all([expect(open).rejects.toThrow("closed"), other.close()])
    expect((await other.render({ ...sample, blocks: [] })).bytes.length).toBeGreaterThan(500)
    await other.close()
  })
})
