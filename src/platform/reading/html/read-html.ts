import { finishDocument } from '../finish-document.ts'
import { structureParagraphs } from '../lines/structure-paragraphs.ts'
import { isContentsTitle, isPrintedContents } from '../printed-contents.ts'
import type { TextDocument, TextPassage, TextRemark } from '../text-document.ts'
import { titleBoldLines } from '../titled.ts'
import { type HtmlBlock, listHtmlBlocks } from './html-blocks.ts'
import { type HtmlNode, isElement, isText, parseHtml } from './html-tree.ts'

/** Reads a page: what a person would see of it, without its navigation. Nothing in it is ever run or fetched. */
export function readHtml(text: string, remarks: readonly TextRemark[] = []): TextDocument {
  const source = text.replace(/^\ufeff+/, '')
  const { passages, remarks: seen } = readHtmlPassages(source)
  const scripts = source.match(/<script\b/gi)?.length ?? 0
  const ignored: TextRemark[] = scripts > 0 ? [{ code: 'scriptsIgnored', detail: String(scripts) }] : []
  return finishDocument({
    format: 'html',
    source,
    ...nameOf(source),
    passages,
    pages: null,
    remarks: [...remarks, ...ignored, ...seen],
  })
}

// What the browser's tab shows: the title of an office's page names whose page it is, where its text says « nos villes ».
function nameOf(source: string): { name?: string } {
  const written = /<title\b[^>]*>([^<]{1,400})<\/title/i.exec(source.slice(0, 20_000))?.[1]
  const [text] = written === undefined ? [] : parseHtml(written).flatMap(textsIn)
  const name = text?.replace(/\s+/g, ' ').trim()
  return name ? { name } : {}
}

function textsIn(node: HtmlNode): string[] {
  return isText(node) ? [node.value] : isElement(node) ? node.childNodes.flatMap(textsIn) : []
}

/** The passages of a page, those of a document that was turned into one included. */
export function readHtmlPassages(source: string): { passages: TextPassage[]; remarks: TextRemark[] } {
  const { blocks, dropped } = withoutContents(listHtmlBlocks(source, parseHtml(source)))
  const passages = structureParagraphs(titleBoldLines(blocks.map(({ passage }) => passage)))
  return {
    passages,
    remarks: dropped > 0 ? [{ code: 'contentsLeftOut', detail: String(dropped) }] : [],
  }
}

/** A table of contents is one paragraph, or one a line under its title, each of which repeats a title or leads to it. */
function withoutContents(blocks: readonly HtmlBlock[]): { blocks: HtmlBlock[]; dropped: number } {
  const titles = new Set(
    blocks.flatMap(({ passage }) => (passage.kind === 'title' ? [entryOf(passage.text)] : [])),
  )
  let dropped = 0
  let isUnderTitle = false
  const kept = blocks.filter(({ passage, lines }) => {
    const isEntry =
      isUnderTitle &&
      passage.kind !== 'title' &&
      (titles.has(entryOf(passage.text)) || /[.…\t ]\d{1,3}$/.test(lines.trimEnd()))
    isUnderTitle = isEntry || isContentsTitle(passage.text)
    const lineCount = isPrintedContents(lines) ? lines.trim().split('\n').length : isUnderTitle ? 1 : 0
    dropped += lineCount
    return lineCount === 0
  })
  return dropped > 1 ? { blocks: kept, dropped } : { blocks: [...blocks], dropped: 0 }
}

const entryOf = (text: string) => (text.length > 200 ? text : text.toLowerCase().replace(/[\s.…]*\d*$/u, ''))
