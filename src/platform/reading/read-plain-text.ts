import { finishDocument } from './finish-document.ts'
import { structureLines } from './lines/structure-lines.ts'
import { linesOf } from './lines/text-line.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { readValues } from './read-values.ts'
import type { TextDocument, TextRemark } from './text-document.ts'

/** Reads words that a person typed or pasted, Markdown and tables of values included; `sourceSlice` quotes them to the letter. */
export function readPlainText(source: string, remarks: readonly TextRemark[] = []): TextDocument {
  if (looksLikeMarkdown(source)) return readMarkdown(source, remarks)
  const values = readValues(source)
  if (values) return finishDocument({ format: 'csv', source, passages: values, pages: null, remarks })
  const lines = linesOf(source)
  const { passages, remarks: seen } = structureLines(lines)
  const pages = lines.at(-1)?.page ?? null
  return finishDocument({ format: 'text', source, passages, pages, remarks: [...remarks, ...seen] })
}

/** Marks that nobody types who does not write Markdown. */
export function looksLikeMarkdown(source: string): boolean {
  const sample = source.slice(0, 100_000)
  const signs = [
    /^#{1,6} \S/gm,
    /\[[^\]\n]+\]\((?:https?:|#|mailto:)/g,
    /\*\*[^*\s](?:[^*\n]*[^*\s])?\*\*/g,
    /^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/gm,
  ]
  return signs.reduce((sum, sign) => sum + Math.min(2, sample.match(sign)?.length ?? 0), 0) > 1
}
