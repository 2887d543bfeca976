import { readMarkdown } from '../../platform/reading/markdown/read-markdown.ts'
import type { TextDocument } from '../../platform/reading/text-document.ts'

/**
 * One paragraph or list item of a document. `heading` is the path of titles above it, `headingId` the `{#id}`
 * of the nearest one, `paragraph` its 1-based number under that title, `text` plain text (NFC, white space
 * collapsed, no-break spaces kept), `line` the line of the source on which it begins.
 */
export interface Passage {
  heading: string[]
  headingId: string | null
  paragraph: number
  text: string
  line: number
  language: string | null
}

/** The passages of a Markdown document in reading order; a printed table of contents is left out. */
export function readPassages(markdown: string): Passage[] {
  return placePassages(readMarkdown(markdown)).filter((passage) => passage !== null)
}

/** The place of each passage of a text of any format, by which evidence knows it; null for titles, which have none. */
export function placePassages({ passages, language }: TextDocument): (Passage | null)[] {
  let path: Title[] = []
  let paragraph = 0
  return passages.map(({ kind, text, level, anchor, line }) => {
    if (kind === 'title') {
      path = openTitle(path, { text, id: anchor ?? null, depth: level })
      paragraph = 0
      return null
    }
    paragraph += 1
    const heading = path.map(({ text: name }) => name)
    return { heading, headingId: path.at(-1)?.id ?? null, paragraph, text, line, language }
  })
}

interface Title {
  text: string
  id: string | null
  depth: number
}

function openTitle(path: Title[], title: Title): Title[] {
  const level = isPair(title.text) ? path.findIndex(({ text }) => isPair(text)) : -1
  const above = level >= 0 ? path.slice(0, level) : path.filter(({ depth }) => depth < title.depth)
  return [...above, title]
}

/** "A – B": two pairs are never one above the other, though minutes put some of them a level deeper. */
const isPair = (text: string) => /\S [–—] \S/.test(text)
