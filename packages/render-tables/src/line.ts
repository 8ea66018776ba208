// The words of a line as these files hold them.
import { type Document, type Inlines, plainText, visibleText } from "@danvan/document"

/** What of a line can be seen, line by line. */
export const lineOf = (line: Inlines, { figures }: Pick<Document, "figures">): string => seen(plainText(line, figures))

/** The same of a text that stands for itself. */
export const seen = (text: string): string => text.split("\n").map(visibleText).join("\n")
