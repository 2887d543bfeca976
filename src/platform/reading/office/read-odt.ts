import { readXml, type XmlElement } from '../container/xml-reader.ts'
import type { ZipParts } from '../container/zip-parts.ts'
import { finishPassages } from '../finish-document.ts'
import { structureParagraphs } from '../lines/structure-paragraphs.ts'
import { addressOf } from '../link-address.ts'
import type { TextDocument, TextRemark } from '../text-document.ts'
import type { Run } from '../text-runs.ts'
import { TextUnreadable } from '../text-unreadable.ts'
import { titleBoldLines } from '../titled.ts'
import { DocumentFlow } from './document-flow.ts'

/** Reads a document or, a table a sheet, a workbook of OpenDocument. */
export async function readOdt(zip: ZipParts, format: 'odt' | 'ods'): Promise<TextDocument> {
  const manifest = await zip.readText('META-INF/manifest.xml')
  if (manifest && /<(?:\w+:)?encryption-data\b/.test(manifest)) throw new TextUnreadable('locked')
  const content = await zip.readText('content.xml')
  if (content === null) throw new TextUnreadable('damaged')
  const reader = new OdtReader()
  readXml(content, reader)
  if (reader.flow.passages.length === 0) throw new TextUnreadable(reader.images > 0 ? 'noText' : 'empty')
  const remarks: TextRemark[] = [
    ...(zip.names.some((name) => /^(?:Basic|Scripts)\//.test(name))
      ? [{ code: 'macrosIgnored' as const, detail: '' }]
      : []),
    ...(reader.images > 0 ? [{ code: 'imagesWithoutText' as const, detail: String(reader.images) }] : []),
    ...(reader.contentsLines > 0
      ? [{ code: 'contentsLeftOut' as const, detail: String(reader.contentsLines) }]
      : []),
  ]
  const passages = structureParagraphs(titleBoldLines(reader.flow.passages))
  return finishPassages({ format, passages, pages: null, remarks })
}

const unread = new Set(
  'tracked-changes annotation forms sequence-decls table-of-content user-index scripts event-listeners note-citation'.split(
    ' ',
  ),
)

/** The level of the titles of a style, which the paragraphs themselves do not always say; null for other styles. */
function titleLevel(style: string): number | null {
  const number = /^Heading_20_([1-9])$/.exec(style)?.[1]
  if (number) return Math.min(6, Number(number))
  return style === 'Title' ? 1 : style === 'Subtitle' ? 2 : null
}

class OdtReader {
  readonly flow = new DocumentFlow()
  images = 0
  contentsLines = 0
  /** Inside what is not read: its depth. */
  #skipped = 0
  #lists = 0
  #headRows = 0
  /** How often each open cell is repeated side by side. */
  readonly #repeated: number[] = []
  readonly #bold = new Set<string>()
  #style: string | null = null
  readonly #levels = new Map<string, number>()
  readonly #spans: Run['strong'][] = []
  #link: Run['link'] = null

  open(element: XmlElement): void {
    const { name, attributes } = element
    if (this.#skipped > 0 || unread.has(name)) {
      this.#skipped += 1
      if (name === 'p') this.contentsLines += 1
      return
    }
    if (name === 'style') this.#openStyle(attributes)
    if (
      name === 'text-properties' &&
      this.#style !== null &&
      /^(?:bold|[6-9]00)$/.test(attributes.get('font-weight') ?? '')
    )
      this.#bold.add(this.#style)
    if (name === 'h' || name === 'p' || name === 'span')
      this.#spans.push(this.#bold.has(attributes.get('style-name') ?? '') || this.#spans.at(-1) || false)
    if (name === 'h')
      this.flow.openText('title', Math.min(6, Math.max(1, Number(attributes.get('outline-level') ?? 1) || 1)))
    if (name === 'p') this.#openParagraph(attributes.get('style-name') ?? '')
    if (name === 'list') this.#lists += 1
    if (name === 'a') this.#link = { url: addressOf(attributes.get('href') ?? '') }
    if (name === 'image') this.images += 1
    if (name === 's') this.flow.write(' '.repeat(Math.min(100, Number(attributes.get('c') ?? 1) || 1)))
    if (name === 'tab' || name === 'line-break') this.flow.write('\n')
    this.#openTable(element)
  }

  #openStyle(attributes: XmlElement['attributes']): void {
    this.#style = attributes.get('name') ?? null
    const level = titleLevel(attributes.get('parent-style-name') ?? '')
    if (this.#style !== null && level !== null) this.#levels.set(this.#style, level)
  }

  #openParagraph(style: string): void {
    const level = titleLevel(style) ?? this.#levels.get(style) ?? null
    if (level !== null) this.flow.openText('title', level)
    else this.flow.openText(this.#lists > 0 ? 'item' : 'paragraph', this.#lists)
  }

  #openTable({ name, attributes }: XmlElement): void {
    if (name === 'table') this.flow.openTable()
    if (name === 'table-header-rows') this.#headRows += 1
    if (name === 'covered-table-cell') this.flow.coveredCell()
    if (name !== 'table-cell') return
    this.#repeated.push(Math.max(1, Number(attributes.get('number-columns-repeated') ?? 1) || 1))
    this.flow.openCell(this.#headRows > 0)
  }

  text(text: string): void {
    if (this.#skipped === 0)
      this.flow.write(text, { strong: this.#spans.at(-1) ?? false, link: this.#link ?? null })
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    if (name === 'style') this.#style = null
    if (name === 'h' || name === 'p') this.flow.closeText()
    if (name === 'h' || name === 'p' || name === 'span') this.#spans.pop()
    if (name === 'list') this.#lists -= 1
    if (name === 'a') this.#link = null
    if (name === 'table-cell') {
      this.flow.closeCell(this.#repeated.pop())
    }
    if (name === 'table-header-rows') this.#headRows -= 1
    if (name === 'table-row') this.flow.closeRow()
    if (name === 'table') this.flow.closeTable()
  }
}
