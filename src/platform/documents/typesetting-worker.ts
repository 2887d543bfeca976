import { printable } from './printable.ts'
import { chooseFitting, fitBundle, renderBundlePdf, renderPdf } from './render-pdf.ts'
import type { ReportForms } from './report.ts'
import type { Sheet } from './sheet.ts'
import type { Answer, Order, SheetFormat } from './typesetting.ts'
import { forgetDrawn, isWholePicture } from './typst.ts'

// A process of its own: Typst cannot be interrupted, so that only ending the process stops a sheet that takes too long,
// and only that gives its memory back.
process.on('message', async (order: Order) => {
  const answer = await render(order)
  process.send?.(answer)
})
process.on('disconnect', () => process.exit())

async function render(order: Order): Promise<Answer> {
  const { id, format } = order
  try {
    if ('measured' in order) {
      const { measureReport } = await import('./render-report-pdf.ts')
      const measure = measureReport(printable(order.measured), order.pictures)
      return { id, measure, memory: process.memoryUsage.rss() }
    }
    if ('dossier' in order)
      return { id, ...(await drawDossier(format, order.dossier)), memory: process.memoryUsage.rss() }
    if ('bundle' in order) {
      const sheets = fitBundle(printable(order.bundle))
      const title = printable(order.title)
      const bytes =
        format === 'pdf'
          ? renderBundlePdf(sheets, title)
          : await (await import('./render-docx.ts')).renderBundleDocx(sheets, title)
      return { id, bytes, chosen: 0, memory: process.memoryUsage.rss() }
    }
    if ('reports' in order) {
      const { chooseReport, renderReportPdf } = await import('./render-report-pdf.ts')
      const { report, chosen } = chooseReport(printable(order.reports), order.mostPages, order.pictures)
      const bytes =
        format === 'pdf'
          ? renderReportPdf(report, order.pictures)
          : await (await import('./render-report-docx.ts')).renderReportDocx(report, order.pictures)
      return { id, bytes, chosen, memory: process.memoryUsage.rss() }
    }
    const picture = order.picture && isWholePicture(order.picture) ? order.picture : null
    const fit = printable(picture ? order.sheets : order.sheets.map(({ picture: _, ...sheet }) => sheet))
    const { chosen, scale } = chooseFitting(fit, picture)
    const sheet = fit[chosen]
    if (!sheet) throw new Error('There is no sheet to draw')
    const bytes =
      format === 'pdf'
        ? renderPdf(sheet, scale, picture)
        : await (await import('./render-docx.ts')).renderDocx(sheet, scale, picture)
    return { id, bytes, chosen, memory: process.memoryUsage.rss() }
  } catch (error) {
    return {
      id,
      error: error instanceof Error ? error.message : String(error),
      memory: process.memoryUsage.rss(),
    }
  } finally {
    forgetDrawn()
  }
}

async function drawDossier(format: SheetFormat, given: ReportForms & { sheets: Sheet[] }) {
  const { pictures, mostPages } = given
  const sheets = printable(given.sheets).map(({ picture: _, ...sheet }) => sheet)
  const { chosen, scale } = chooseFitting(sheets)
  const sheet = sheets[chosen]
  if (!sheet) throw new Error('There is no sheet to draw')
  const { chooseReport } = await import('./render-report-pdf.ts')
  const { report } = chooseReport(printable(given.reports), mostPages, pictures)
  const dossier = { sheet, scale, report, pictures }
  const bytes =
    format === 'pdf'
      ? (await import('./render-dossier-pdf.ts')).renderDossierPdf(dossier)
      : await (await import('./render-dossier-docx.ts')).renderDossierDocx(dossier)
  return { bytes, chosen }
}
