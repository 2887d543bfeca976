import { Document, Packer, type Paragraph, type Table } from 'docx'
import { DocxParts } from './docx-parts.ts'
import { DocxText, fonts, languageOf, mm, quiet } from './docx-text.ts'
import type { Sheet } from './sheet.ts'

/** The sheet as a Word file with the same content as its PDF, free to be changed by its recipient. */
export async function renderDocx(sheet: Sheet, scale: number): Promise<Uint8Array> {
  const text = new DocxText(scale)
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
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: mm(12), bottom: mm(10), left: mm(17), right: mm(17), header: 0, footer: 0 },
          },
        },
        children: blocks(sheet, text),
      },
    ],
  })
  return Packer.toBuffer(document)
}

function blocks(sheet: Sheet, text: DocxText): (Paragraph | Table)[] {
  const parts = new DocxParts(text, sheet.language)
  return [
    text.tabbed(sheet.kicker, sheet.aside),
    parts.heading(sheet.heading),
    ...sheet.parts.flatMap((part) => [text.rule(), parts.part(part)]),
    text.rule(),
    ...sheet.foot.map((passage) => text.paragraph(passage, { size: 8, line: 10.2, color: quiet })),
  ]
}
