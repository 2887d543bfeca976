import { joinCutParagraphs } from '../draft-passage.ts'
import { finishDocument } from '../finish-document.ts'
import type { TextDocument, TextPassage, TextRemark } from '../text-document.ts'
import { listBlocks, type MarkdownBlock } from './markdown-blocks.ts'
import { type Block, parseMarkdown } from './markdown-runs.ts'

/** Reads a Markdown text; `sourceSlice` quotes it to the letter. */
export function readMarkdown(text: string, remarks: readonly TextRemark[] = []): TextDocument {
  // The parser does not count a byte-order mark among the places of a text.
  const source = text.replace(/^\ufeff+/, '')
  const { children } = parseMarkdown(source)
  const listed = listBlocks({ source, addresses: addressesIn(children) }, children)
  const total = listed.reduce((lines, { contentsLines }) => lines + contentsLines, 0)
  // One or two lines of dots and a number are a form; more are a table of contents, paragraphs or items.
  const contents = total > 2 ? total : 0
  const blocks = contents > 0 ? listed : listed.map((block) => ({ ...block, contentsLines: 0 }))
  const left: TextRemark[] = contents > 0 ? [{ code: 'contentsLeftOut', detail: String(contents) }] : []
  const passages = joinCutParagraphs(titled(blocks))
  return finishDocument({ format: 'markdown', source, passages, pages: null, remarks: [...remarks, ...left] })
}

/** A bold line alone is a title; a title that is nothing but a dead link is a resource that a converter promoted. */
function titled(blocks: readonly MarkdownBlock[]): TextPassage[] {
  let above = 0
  return blocks.flatMap(({ passage, only, contentsLines }): TextPassage[] => {
    if (passage.kind === 'title' && only !== 'dead link') {
      above = passage.level
      return [withAnchor(passage)]
    }
    if (passage.kind === 'paragraph' && only === 'strong') {
      above = Math.max(3, above)
      return [withAnchor({ ...passage, kind: 'title', level: above })]
    }
    if (passage.text === '' || contentsLines > 0) return []
    return [passage.kind === 'title' ? { ...passage, kind: 'paragraph', level: 0 } : passage]
  })
}

function withAnchor(title: TextPassage): TextPassage {
  const id = /\s*\{#([a-z0-9-]+)\}$/.exec(title.text)
  if (!id) return title
  const inside = <S extends { end: number }>(slices: readonly S[]) =>
    slices.filter(({ end }) => end <= id.index)
  return {
    ...title,
    anchor: id[1] ?? null,
    text: title.text.slice(0, id.index),
    at: title.at.slice(0, id.index + 1),
    strong: inside(title.strong),
    links: inside(title.links),
  }
}

function addressesIn(blocks: readonly Block[]): Map<string, string> {
  const definitions = blocks.flatMap((block) => (block.type === 'definition' ? [block] : []))
  return new Map(definitions.map(({ identifier, url }) => [identifier, url]))
}
