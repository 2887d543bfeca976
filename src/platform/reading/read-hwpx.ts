import { readXml, type XmlElement } from './container/xml-reader.ts'
import type { ZipParts } from './container/zip-parts.ts'
import { finishPassages } from './finish-document.ts'
import { structureParagraphs } from './lines/structure-paragraphs.ts'
import { DocumentFlow } from './office/document-flow.ts'
import type { TextDocument, TextRemark } from './text-document.ts'
import { TextUnreadable } from './text-unreadable.ts'
import { titleBoldLines } from './titled.ts'

/** Reads a HWPX document; also one that was HWP. */
export async function readHwpx(zip: ZipParts, format: 'hwpx' | 'hwp' = 'hwpx'): Promise<TextDocument> {
  const manifest = await zip.readText('META-INF/manifest.xml')
  if (manifest && /<(?:\w+:)?encryption-data\b/.test(manifest)) throw new TextUnreadable('locked')
  const header = await zip.readText('Contents/header.xml')
  const reader = new HwpxReader(readHwpxStyles(header ?? '<head/>'))
  const sections = zip.names
    .filter((name) => /^Contents\/section\d+\.xml$/.test(name))
    .sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
  if (sections.length === 0) throw new TextUnreadable('damaged')
  for (const name of sections) {
    const section = await zip.readText(name)
    if (section !== null) readXml(section, reader)
  }
  if (reader.flow.passages.length === 0) throw new TextUnreadable(reader.images > 0 ? 'noText' : 'empty')
  const passages = structureParagraphs(titleBoldLines(reader.flow.passages))
  const remarks: TextRemark[] = [
    ...(zip.names.some((name) => /^Scripts\//.test(name))
      ? [{ code: 'macrosIgnored' as const, detail: '' }]
      : []),
    ...(reader.images > 0 ? [{ code: 'imagesWithoutText' as const, detail: String(reader.images) }] : []),
  ]
  return finishPassages({ format, passages, pages: null, remarks })
}

const unread = new Set('secPr header footer masterPage memo script hiddenComment'.split(' '))

class HwpxReader {
  readonly flow = new DocumentFlow()
  images = 0
  readonly #styles: HwpxStyles
  #skipped = 0
  #isBold = false
  /** Only the content of `t` is words. */
  #words = 0
  #columns: number[] = []

  constructor(styles: HwpxStyles) {
    this.#styles = styles
  }

  open({ name, attributes }: XmlElement): void {
    if (this.#skipped > 0 || unread.has(name)) {
      this.#skipped += 1
      return
    }
    if (name === 'p') this.#openText(attributes)
    if (name === 'run') this.#isBold = this.#styles.bold.has(attributes.get('charPrIDRef') ?? '')
    if (name === 't') this.#words += 1
    if (name === 'lineBreak' || name === 'tab') this.flow.write('\n')
    if (name === 'nbSpace') this.flow.write('\u00a0')
    if (name === 'fwSpace') this.flow.write(' ')
    if (name === 'hyphen') this.flow.write('-')
    if (name === 'pic') this.images += 1
    if (name === 'tbl') this.flow.openTable()
    if (name === 'tc') {
      this.flow.openCell(attributes.get('header') === '1')
      this.#columns.push(1)
    }
    if (name === 'cellSpan')
      this.#columns[this.#columns.length - 1] = Number(attributes.get('colSpan') ?? 1) || 1
  }

  #openText(attributes: XmlElement['attributes']): void {
    const level =
      this.#styles.levels.get(attributes.get('styleIDRef') ?? '') ??
      this.#styles.outlines.get(attributes.get('paraPrIDRef') ?? '')
    if (level === undefined) this.flow.openText()
    else this.flow.openText('title', Math.min(6, level))
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#words > 0) this.flow.write(text, { strong: this.#isBold })
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    if (name === 't') this.#words -= 1
    if (name === 'p') this.flow.closeText()
    if (name === 'tc') this.flow.closeCell(this.#columns.pop())
    if (name === 'tr') this.flow.closeRow()
    if (name === 'tbl') this.flow.closeTable()
  }
}

interface HwpxStyles {
  /** Level of a title by the id of its style: 개요 1, 제목. */
  levels: ReadonlyMap<string, number>
  /** Level of a title by the id of its paragraph properties. */
  outlines: ReadonlyMap<string, number>
  /** Ids of the character properties that are bold. */
  bold: ReadonlySet<string>
}

/** Reads the styles of titles and of bold letters from the head of a HWPX document. */
function readHwpxStyles(header: string): HwpxStyles {
  const levels = new Map<string, number>()
  const outlines = new Map<string, number>()
  const bold = new Set<string>()
  let open = { character: '', paragraph: '' }
  readXml(header, {
    open({ name, attributes }) {
      const id = attributes.get('id') ?? ''
      if (name === 'charPr') open = { ...open, character: id }
      if (name === 'paraPr') open = { ...open, paragraph: id }
      if (name === 'bold') bold.add(open.character)
      if (name === 'heading' && attributes.get('type') === 'OUTLINE')
        outlines.set(open.paragraph, Number(attributes.get('level') ?? 0) + 1)
      if (name === 'style') {
        const level = levelOfName(attributes.get('name') ?? '', attributes.get('engName') ?? '')
        if (level !== null) levels.set(id, level)
      }
    },
    close() {},
  })
  return { levels, outlines, bold }
}

function levelOfName(korean: string, english: string): number | null {
  const number = /^개요\s*(\d)$/.exec(korean)?.[1] ?? /^(?:outline|heading)\s*(\d)$/i.exec(english)?.[1]
  if (number) return Number(number)
  return /^(?:문서\s*)?제목$/.test(korean) || /^title$/i.test(english) ? 1 : null
}
