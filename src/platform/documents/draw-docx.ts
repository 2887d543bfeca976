import { Document, Packer, type Paragraph, type Table } from 'docx'
import { headingTable, partTable, rule } from './docx-parts.ts'
import { footStyle, languageOf, mm, paragraph, quietStyle, tabbed } from './docx-text.ts'
import type { Sheet } from './sheet.ts'

/** The sheet as a Word file with the same content as its PDF, free to be changed by whoever receives it. */
export async function drawDocx(sheet: Sheet): Promise<Uint8Array> {
  const language = { value: languageOf(sheet.language), eastAsia: 'ko-KR' }
  const document = new Document({
    title: sheet.title,
    subject: sheet.subject,
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    description: sheet.subject,
    features: { updateFields: false },
    styles: {
      default: {
        document: { run: { font: fonts, size: 20, color: '1C2430', language } },
        heading1: { run: { size: 36, bold: true, color: '1C2430' } },
        heading2: { run: { size: 19, bold: true, color: '1F4B8F' } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(12), bottom: mm(10), left: mm(17), right: mm(17), header: 0, footer: 0 },
          },
        },
        children: blocks(sheet),
      },
    ],
  })
  return Packer.toBuffer(document)
}

// Fonts that offices of both countries have: every Windows since 8 carries Malgun Gothic.
const fonts = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Malgun Gothic' }

function blocks(sheet: Sheet): (Paragraph | Table)[] {
  return [
    tabbed(sheet.kicker, sheet.aside),
    headingTable(sheet.heading),
    ...sheet.parts.flatMap((part) => [rule(), partTable(part, sheet.language)]),
    rule(),
    ...sheet.foot.map((passage) => paragraph(passage, { ...footStyle, ...quietStyle })),
  ]
}
