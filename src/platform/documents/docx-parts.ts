import {
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
} from 'docx'
import { mm, paragraph, quietStyle, type TextStyle, textWidth } from './docx-text.ts'
import type { LinePattern, Part, Passage, SheetHeading, SheetName } from './sheet.ts'

/** The names with the line between them: the border under the words has the pattern of the line. */
export function headingTable({ left, right, line }: SheetHeading): Table {
  if (line === null) return table([textWidth], [row([names(left, 'left')])])
  const middle = [
    paragraph([{ text: line.above }], { ...centred, size: 18 }, lineUnder(line.pattern)),
    paragraph([{ text: line.below }], { ...centred, size: 18 }),
  ]
  const ends = right.length === 0 ? [] : [names(right, 'right')]
  const widths = right.length === 0 ? [120, textWidth - 120] : [64, textWidth - 128, 64]
  return table(widths, [row([names(left, 'left'), middle, ...ends], VerticalAlignTable.CENTER)])
}

/** A part: its title in the left column, what it says beside it. */
export function partTable(part: Part, language: string): Table {
  const gutter = language === 'ko' ? 28 : 31
  const room = textWidth - gutter
  const title = [paragraph([{ text: part.title }], {}, { heading: HeadingLevel.HEADING_2 })]
  switch (part.kind) {
    case 'prose':
      return table([gutter, room], [row([title, part.passages.map((passage) => paragraph(passage))])])
    case 'points':
      return table([gutter, room], [row([title, part.points.map((passage) => paragraph([{ text: '– ' }, ...passage], {}, hanging))])])
    case 'entries': {
      const lead = part.entries.some((entry) => entry.line) ? 35 : 30
      const rows = part.entries.map((entry, index) => [
        index === 0 ? title : [paragraph([])],
        [paragraph(entry.lead, {}, entry.line ? lineUnder(entry.line) : {})],
        [paragraph(entry.passage)],
      ])
      return table([gutter, lead, room - lead], rows.map((cells) => row(cells)))
    }
    case 'table': {
      const each = room / part.columns.length
      const heads = part.columns.map((passage) => [paragraph(passage, { bold: true })])
      const rows = part.rows.map(({ label, cells }) =>
        row([[paragraph([{ text: label }], quietStyle)], ...cells.map((passage: Passage) => [paragraph(passage)])]),
      )
      return table([gutter, ...part.columns.map(() => each)], [row([title, ...heads], undefined, true), ...rows])
    }
  }
}

/** A thin line across the page; also keeps two tables from growing together. */
export function rule(): Paragraph {
  return new Paragraph({
    spacing: { line: 90, lineRule: LineRuleType.EXACT, before: 60, after: 0 },
    border: { top: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'C9C5BC' } },
    children: [],
  })
}

const centred: TextStyle = { ...quietStyle, align: 'center' }
const hanging = { indent: { left: 170, hanging: 170 } }
const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
}

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

function names(all: SheetName[], align: 'left' | 'right'): Paragraph[] {
  const size = all.length > 1 ? 30 : 36
  return all.flatMap(({ main, own }) => [
    paragraph(main, { size, bold: true, line: size * 12, align }, { heading: HeadingLevel.HEADING_1 }),
    ...(own.length > 0 ? [paragraph(own, { ...quietStyle, size: 24, line: 300, align })] : []),
  ])
}

function table(widths: number[], rows: TableRow[]): Table {
  return new Table({
    columnWidths: widths.map(mm),
    width: { size: mm(textWidth), type: 'dxa' },
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { left: 0, right: mm(3), top: 0, bottom: 0 },
    rows,
  })
}

function row(cells: Paragraph[][], verticalAlign?: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable], tableHeader = false): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader,
    children: cells.map((children) => new TableCell({ borders: noBorders, children, ...(verticalAlign ? { verticalAlign } : {}) })),
  })
}
