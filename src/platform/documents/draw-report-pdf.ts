import { withBoxes } from './printable.ts'
import { type Report, withoutSkippedLevels } from './report.ts'
import { reportTemplate } from './report-template.ts'
import { compileTypst, exportPdf } from './typst.ts'

const mostPages = 400

/** The report as a tagged PDF with bookmarks, of as many pages as it takes; see `exportPdf`. */
export function drawReportPdf(report: Report): Uint8Array {
  const whole = { ...report, blocks: withoutSkippedLevels(report.blocks) }
  return exportPdf((missing) => {
    const shown = missing.size === 0 ? whole : withBoxes(whole, missing)
    const document = compileTypst(reportTemplate, { report: JSON.stringify(shown) })
    if (document.numOfPages > mostPages) throw new Error(`The report takes ${document.numOfPages} pages`)
    return document
  })
}
