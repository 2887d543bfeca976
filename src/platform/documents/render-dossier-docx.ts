import { Document } from 'docx'
import { DocxText, fonts, languageOf } from './docx-text.ts'
import { packDocx } from './pack-docx.ts'
import { sheetSection } from './render-docx.ts'
import type { Dossier } from './render-dossier-pdf.ts'
import { numbering, reportSection } from './render-report-docx.ts'

/** A sheet and a report as one Word file: a section each, under headings of one outline. */
export async function renderDossierDocx({ sheet, scale, report, pictures }: Dossier): Promise<Uint8Array> {
  const ink = '1C2430'
  const document = new Document({
    title: sheet.title,
    subject: sheet.subject,
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    description: sheet.subject,
    numbering,
    styles: {
      default: {
        document: {
          run: {
            font: fonts,
            size: report.isClose ? 19 : 21,
            color: ink,
            language: { value: languageOf(sheet.language), eastAsia: 'ko-KR' },
          },
        },
        heading1: { run: { size: 36, bold: true, color: ink } },
        heading2: { run: { size: 21, bold: true, color: '1F4B8F' } },
        heading3: { run: { size: 21, bold: true, color: ink } },
      },
    },
    sections: [
      sheetSection(sheet, new DocxText(scale, 10), null),
      reportSection(report, pictures, { isUnder: true }),
    ],
  })
  return packDocx(document, sheet.day)
}
