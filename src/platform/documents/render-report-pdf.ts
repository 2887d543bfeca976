import { withBoxes } from './printable.ts'
import { type Report, type ReportBlock, withoutSkippedLevels } from './report.ts'
import { reportTemplate } from './report-template.ts'
import { compileTypst, exportPdf, isWholePicture } from './typst.ts'

const mostPages = 400

/** The report as a tagged PDF with bookmarks, of any length; see `exportPdf`. The alternative replaces a picture that cannot be read. */
export function renderReportPdf(report: Report, pictures: readonly Uint8Array[] = []): Uint8Array {
  const isWhole = pictures.map(isWholePicture)
  const blocks = withoutSkippedLevels(report.blocks).map((block): ReportBlock => {
    if (block.kind !== 'picture' || isWhole[block.picture]) return block
    const { alternative, caption } = block
    const dash = caption.length > 0 ? [{ text: ' – ' }] : []
    return { kind: 'note', passage: [{ text: '[' }, ...alternative, ...dash, ...caption, { text: ']' }] }
  })
  const readable = pictures.map((bytes, index) => (isWhole[index] ? bytes : new Uint8Array()))
  return exportPdf((missing) => {
    const whole = { ...report, blocks }
    const shown = missing.size === 0 ? whole : withBoxes(whole, missing)
    const document = compileTypst(reportTemplate, { report: JSON.stringify(shown) }, readable)
    if (document.numOfPages > mostPages) throw new Error(`The report takes ${document.numOfPages} pages`)
    return document
  })
}
