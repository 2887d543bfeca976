import { withBoxes } from './printable.ts'
import { sheetBody, sheetFile } from './render-pdf.ts'
import { readableReport, reportBody } from './render-report-pdf.ts'
import type { Report } from './report.ts'
import type { Sheet } from './sheet.ts'
import { compileTypst, exportPdf } from './typst.ts'

export interface Dossier {
  sheet: Sheet
  /** Of the sheet’s text; see `chooseFitting`. */
  scale: number
  report: Report
  /** Those of the report: the sheet of a dossier has none. */
  pictures: readonly Uint8Array[]
}

/** A sheet and a report as one tagged PDF, its pages numbered through from the report’s first; see `exportPdf`. */
export function renderDossierPdf({ sheet, scale, ...given }: Dossier): Uint8Array {
  const { report, pictures } = readableReport(given.report, given.pictures)
  return exportPdf((missing) => {
    const shown = withBoxes({ sheet, report }, missing)
    const inputs = { sheet: JSON.stringify(shown.sheet), report: JSON.stringify(shown.report) }
    return compileTypst(dossierTemplate, { ...inputs, scale: String(scale) }, pictures)
  })
}

// What each of them sets and names ends with its block. Nothing stands between the blocks: it would be a page of its own.
const dossierTemplate = `${sheetFile}
#set text(lang: language(sheet.language))
#[${sheetBody}]#[${reportBody}]`
