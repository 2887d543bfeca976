import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
} from 'docx'
import { DocxText, fonts, imageOf, languageOf, mm, quiet } from './docx-text.ts'
import { packDocx } from './pack-docx.ts'
import { drawnBlocks, type Report, type ReportBlock } from './report.ts'
import type { Passage } from './sheet.ts'

/** The report as a Word file: real heading styles, a field for the contents, free to be changed by its recipient. */
export async function renderReportDocx(
  report: Report,
  pictures: readonly Uint8Array[] = [],
): Promise<Uint8Array> {
  const language = { value: languageOf(report.language), eastAsia: 'ko-KR' }
  const document = new Document({
    title: report.name,
    subject: report.subject,
    creator: report.author,
    lastModifiedBy: report.author,
    description: report.subject,
    // Word fills the contents in when the file is opened.
    features: { updateFields: true },
    numbering,
    styles: {
      default: {
        document: { run: { font: fonts, size: 21, color: ink, language } },
        title: { run: { size: 40, bold: true, color: ink } },
        heading1: {
          run: { size: 28, bold: true, color: '1F4B8F' },
          paragraph: { spacing: around(360, 120) },
        },
        heading2: { run: { size: 24, bold: true, color: ink }, paragraph: { spacing: around(280, 100) } },
        heading3: { run: { size: 21, bold: true, color: ink }, paragraph: { spacing: around(220, 80) } },
      },
    },
    sections: [reportSection(report, pictures)],
  })
  return packDocx(document, report.day)
}

/** The pages of a report, for a document of one or several sections. Under another section its title is a heading, and each heading a level lower. */
export function reportSection(
  report: Report,
  pictures: readonly Uint8Array[],
  { isUnder = false }: { isUnder?: boolean } = {},
): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: 11906, height: 16838 },
        margin: report.isClose
          ? { top: mm(14), bottom: mm(14), left: mm(14), right: mm(14), footer: mm(5) }
          : { top: mm(22), bottom: mm(22), left: mm(24), right: mm(24) },
      },
    },
    footers: { default: new Footer({ children: [pageNumbers()] }) },
    children: report.isClose
      ? closeBlocks(report, pictures, isUnder ? headings : [HeadingLevel.TITLE, ...headings])
      : blocksOf(report, pictures, isUnder ? headings : [HeadingLevel.TITLE, ...headings]),
  }
}

/** The numbers of ordered lists. */
export const numbering = {
  config: [{ reference: 'ordered', levels: [{ level: 0, format: 'decimal' as const, text: '%1.' }] }],
}

const ink = '1C2430'
const text = new DocxText(1)
const around = (before: number, after: number) => ({ before, after })
const { HEADING_1, HEADING_2, HEADING_3, HEADING_4 } = HeadingLevel
const headings = [HEADING_1, HEADING_2, HEADING_3, HEADING_4]

/** `levels`: the style of the title, then those of the headings beneath it. */
function blocksOf(
  report: Report,
  pictures: readonly Uint8Array[],
  levels: typeof headings | [typeof HeadingLevel.TITLE, ...typeof headings],
): (Paragraph | Table | TableOfContents)[] {
  return [
    paragraph(report.kicker, { color: quiet }),
    new Paragraph({ ...(levels[0] ? { heading: levels[0] } : {}), children: text.runs(report.title) }),
    ...(report.facts.length > 0 ? [factTable(report.facts)] : []),
    ...(report.contents === null
      ? []
      : [
          new Paragraph({
            spacing: around(360, 120),
            children: [new TextRun({ text: report.contents, bold: true, size: 28 })],
          }),
          new TableOfContents(report.contents, { hyperlink: true, headingStyleRange: '1-3' }),
        ]),
    ...drawnBlocks(report.blocks).flatMap((block) => blockOf(block, pictures, levels)),
    ...report.foot.map((passage) => paragraph(passage, { color: quiet })),
  ]
}

function blockOf(
  block: ReportBlock,
  pictures: readonly Uint8Array[],
  levels: Parameters<typeof blocksOf>[2],
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[block.level] ?? HEADING_3,
          children: text.runs(block.passage),
        }),
      ]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            ...(block.isOrdered
              ? { numbering: { reference: 'ordered', level: 0 } }
              : { bullet: { level: 0 } }),
            spacing: around(0, 60),
            children: text.runs(item),
          }),
      )
    case 'quotation':
      return [
        new Paragraph({
          indent: { left: mm(6) },
          spacing: around(0, 140),
          children: text.runs(block.passage),
        }),
      ]
    case 'page':
      return [
        new Paragraph({
          pageBreakBefore: true,
          spacing: around(0, 140),
          children: text.runs(block.head, { color: quiet, size: 8.5 }),
        }),
      ]
    case 'note':
      return [paragraph(block.passage, { color: quiet, size: 9 })]
    case 'picture':
      return picture(block, pictures[block.picture])
    case 'facts':
      return [factTable(block.facts), paragraph([])]
    case 'table':
      return [lined(block), paragraph([])]
    default:
      return [paragraph(block.passage)]
  }
}

const closeText = { size: 9.5, quiet: 8.5, line: 11.3 }

/** A close report: headings are lines, facts stand side by side without rules, all at 9.5 points. */
function closeBlocks(
  report: Report,
  pictures: readonly Uint8Array[],
  levels: Parameters<typeof blocksOf>[2],
): (Paragraph | Table)[] {
  const [title, heading] = levels
  const headed = (passage: Passage, level: (typeof levels)[number] | undefined, size: number) =>
    text.paragraph(passage, { size, line: size * 1.2, bold: true }, level ? { heading: level } : {})
  return [
    text.paragraph(report.kicker, { size: 8.5, line: 11, color: quiet }),
    headed(report.title, title, 16),
    ...report.blocks.flatMap((block): (Paragraph | Table)[] => {
      if (block.kind === 'heading') return [text.rule(), headed(block.passage, heading, 9.5)]
      return block.kind === 'facts' ? [closeFacts(block.facts)] : blockOf(block, pictures, levels)
    }),
    ...report.foot.map((passage) => text.paragraph(passage, { size: 8, line: 10.2, color: quiet })),
  ]
}

function closeFacts(facts: Report['facts']): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  const cell = (passage: Passage, style: { color?: string } = {}) =>
    new TableCell({ borders, children: [text.paragraph(passage, { ...closeText, ...style })] })
  return new Table({
    columnWidths: [mm(34), mm(148)],
    width: { size: mm(182), type: 'dxa' },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    margins: { top: 0, bottom: mm(0.3), left: 0, right: mm(1) },
    rows: facts.map(
      ({ label, passage }) =>
        new TableRow({
          cantSplit: true,
          children: [cell([{ text: label }], { color: quiet }), cell(passage)],
        }),
    ),
  })
}

function paragraph(passage: Passage, style: { color?: string; size?: number } = {}): Paragraph {
  return new Paragraph({ spacing: around(0, 140), children: text.runs(passage, style) })
}

// As wide as a mail of 552 pixels shows it, on a line of 162 mm.
const widest = 612

function picture(
  { alternative, caption, width, height }: Extract<ReportBlock, { kind: 'picture' }>,
  bytes: Uint8Array | undefined,
): Paragraph[] {
  if (!bytes)
    return [paragraph([{ text: '[' }, ...alternative, { text: ']' }, ...caption], { color: quiet, size: 9 })]
  const most = { width: Math.min(widest, (width / 552) * widest), height: 567 }
  return [
    new Paragraph({
      spacing: around(140, 60),
      children: [imageOf({ alternative, width, height }, bytes, most)],
    }),
    ...(caption.length > 0 ? [paragraph(caption, { color: quiet, size: 9 })] : []),
  ]
}

function factTable(facts: Report['facts']): Table {
  return tableOf(
    facts.map(({ label, passage }) => [[{ text: label, emphasis: 'quiet' as const }], passage]),
    false,
    // As wide as in the PDF: without widths, some programs give half of the line to the labels.
    [mm(38), mm(124)],
  )
}

function lined({ columns, rows, figures }: Extract<ReportBlock, { kind: 'table' }>): Table {
  const head = columns.map((column) => [{ text: column, emphasis: 'strong' as const }])
  return tableOf([head, ...rows], true, undefined, figures)
}

function tableOf(
  rows: Passage[][],
  hasHead: boolean,
  columnWidths?: number[],
  figures: boolean[] = [],
): Table {
  return new Table({
    ...(columnWidths ? { columnWidths } : {}),
    width: { size: mm(162), type: 'dxa' },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: hasHead && index === 0,
          children: cells.map(
            (passage, column) =>
              new TableCell({
                children: [
                  new Paragraph({
                    alignment: figures[column] ? 'right' : 'left',
                    children: text.runs(passage),
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

function pageNumbers(): Paragraph {
  return new Paragraph({
    alignment: 'center',
    children: [
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: quiet, size: 17 }),
    ],
  })
}
