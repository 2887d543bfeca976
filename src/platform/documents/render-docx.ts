import {
  BorderStyle,
  Document,
  HeadingLevel,
  type ISectionOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
} from 'docx'
import { DocxText, fonts, imageOf, languageOf, mm, quiet, textWidth } from './docx-text.ts'
import { packDocx } from './pack-docx.ts'
import type { LinePattern, Part, Sheet, SheetHeading, SheetName } from './sheet.ts'

/** The sheet as a Word file with the same content as its PDF, free to be changed by its recipient. */
export async function renderDocx(
  sheet: Sheet,
  scale: number,
  picture: Uint8Array | null = null,
): Promise<Uint8Array> {
  return renderSections(sheet, [sheet], new DocxText(scale), picture)
}

/** Sheets as one Word file, a section each, all at the same size; see `renderBundlePdf`. */
export async function renderBundleDocx(sheets: readonly Sheet[], title: string): Promise<Uint8Array> {
  const [first] = sheets
  if (!first) throw new Error('There is no sheet to draw')
  return renderSections({ ...first, title }, sheets, new DocxText(1), null)
}

function renderSections(
  sheet: Sheet,
  sheets: readonly Sheet[],
  text: DocxText,
  picture: Uint8Array | null,
): Promise<Uint8Array> {
  const document = new Document({
    title: sheet.title,
    subject: sheet.subject,
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    description: sheet.subject,
    styles: {
      default: {
        document: {
          run: {
            font: fonts,
            size: text.halfPoints(10),
            color: '1C2430',
            language: { value: languageOf(sheet.language), eastAsia: 'ko-KR' },
          },
        },
        heading1: { run: { size: text.halfPoints(18), bold: true, color: '1C2430' } },
        heading2: { run: { size: text.halfPoints(9.5), bold: true, color: '1F4B8F' } },
      },
    },
    sections: sheets.map((each) => sheetSection(each, text, picture)),
  })
  return packDocx(document, sheet.day)
}

/** The page of a sheet, for a document of one or several sections. */
export function sheetSection(sheet: Sheet, text: DocxText, picture: Uint8Array | null): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: 11906, height: 16838 },
        margin: { top: mm(12), bottom: mm(10), left: mm(17), right: mm(17), header: 0, footer: 0 },
      },
    },
    children: blocks(sheet, text, picture),
  }
}

function blocks(sheet: Sheet, text: DocxText, picture: Uint8Array | null): (Paragraph | Table)[] {
  const parts = new DocxParts(text, sheet.language)
  return [
    text.tabbed(sheet.kicker, sheet.aside),
    parts.heading(sheet.heading),
    ...(sheet.picture && picture
      ? [
          new Paragraph({ children: [imageOf(sheet.picture, picture, { width: 317, height: 174 })] }),
          text.paragraph(sheet.picture.caption, { size: 8.6, color: quiet }),
        ]
      : []),
    ...sheet.parts.flatMap((part) => [text.rule(), parts.part(part)]),
    text.rule(),
    ...sheet.foot.map((passage) => text.paragraph(passage, { size: 8, line: 10.2, color: quiet })),
  ]
}

/** The parts of a sheet as tables without borders: titles in the left column, content in the right one. */
class DocxParts {
  readonly #text: DocxText
  readonly #gutter: number
  readonly #when: number

  constructor(text: DocxText, language: string) {
    this.#text = text
    const isKorean = language.startsWith('ko')
    this.#gutter = (isKorean ? 27 : 34) * text.scale
    this.#when = (isKorean ? 31 : 34) * text.scale
  }

  /** The names with the line between them: the border under the words has the pattern of the line. */
  heading({ left, right, line }: SheetHeading): Table {
    if (line === null) return table([textWidth], [row([this.#names(left, 'left')])])
    const style = { size: 9, color: quiet, align: 'center' } as const
    const middle = [
      this.#text.paragraph([{ text: line.above }], style, lineUnder(line.pattern)),
      this.#text.paragraph([{ text: line.below }], style),
    ]
    const ends = right.length === 0 ? [] : [this.#names(right, 'right')]
    const widths = right.length === 0 ? [106, textWidth - 106] : [66, textWidth - 132, 66]
    return table(widths, [row([this.#names(left, 'left'), middle, ...ends], { centred: true })])
  }

  part(part: Part): Table {
    const room = textWidth - this.#gutter
    const title = [this.#text.paragraph([{ text: part.title }], {}, { heading: HeadingLevel.HEADING_2 })]
    switch (part.kind) {
      case 'prose':
        return table(
          [this.#gutter, room],
          [row([title, part.passages.map((passage) => this.#text.paragraph(passage))])],
        )
      case 'points':
        return table(
          [this.#gutter, room],
          [row([title, part.points.map((passage) => this.#text.point(passage))])],
        )
      case 'entries':
        return this.#entries(part, title)
      case 'table':
        return this.#facts(part, title)
    }
  }

  #entries({ entries }: Extract<Part, { kind: 'entries' }>, title: Paragraph[]): Table {
    const lead = this.#when + (entries.some((entry) => entry.line) ? 4 * this.#text.scale : 0)
    const rows = entries.map((entry, index) =>
      row([
        index === 0 ? title : [this.#text.paragraph([])],
        [this.#text.paragraph(entry.lead, {}, entry.line ? lineUnder(entry.line) : {})],
        [this.#text.paragraph(entry.passage)],
      ]),
    )
    return table([this.#gutter, lead, textWidth - this.#gutter - lead], rows)
  }

  #facts({ columns, rows }: Extract<Part, { kind: 'table' }>, title: Paragraph[]): Table {
    const width = (textWidth - this.#gutter) / columns.length
    const heads = columns.map((passage) => [this.#text.paragraph(passage, { bold: true })])
    const body = rows.map(({ label, cells }) =>
      row([
        [this.#text.paragraph([{ text: label }], { color: quiet })],
        ...cells.map((passage) => [this.#text.paragraph(passage)]),
      ]),
    )
    return table(
      [this.#gutter, ...columns.map(() => width)],
      [row([title, ...heads], { head: true }), ...body],
    )
  }

  #names(all: SheetName[], align: 'left' | 'right'): Paragraph[] {
    const size = all.length > 1 ? 15 : 18
    const heading = { heading: HeadingLevel.HEADING_1 }
    return all.flatMap(({ main, own }) => [
      this.#text.paragraph(main, { size, bold: true, line: size * 1.2, align }, heading),
      ...(own.length > 0 ? [this.#text.paragraph(own, { size: 12, line: 15, color: quiet, align })] : []),
    ])
  }
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder }

const borderStyles: Record<LinePattern, (typeof BorderStyle)[keyof typeof BorderStyle]> = {
  solid: BorderStyle.SINGLE,
  longDashes: BorderStyle.DASHED,
  dashes: BorderStyle.DASH_SMALL_GAP,
  dots: BorderStyle.DOTTED,
  dotsThenSolid: BorderStyle.DOT_DASH,
  barred: BorderStyle.DOUBLE,
  broken: BorderStyle.DOT_DOT_DASH,
  openEnd: BorderStyle.SINGLE,
}

function lineUnder(pattern: LinePattern) {
  return { border: { bottom: { style: borderStyles[pattern], size: 12, space: 1, color: '1C2430' } } }
}

function table(widths: number[], rows: TableRow[]): Table {
  return new Table({
    columnWidths: widths.map(mm),
    width: { size: mm(textWidth), type: 'dxa' },
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows,
  })
}

function row(cells: Paragraph[][], { head = false, centred = false } = {}): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: head,
    children: cells.map(
      (children, index) =>
        new TableCell({
          borders: noBorders,
          children,
          margins: { right: index === cells.length - 1 ? 0 : mm(3) },
          ...(centred ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
        }),
    ),
  })
}
