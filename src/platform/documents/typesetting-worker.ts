import { chooseFitting, drawPdf } from './draw-pdf.ts'
import { printable } from './printable.ts'
import type { Answer, Order } from './typesetting.ts'
import { forgetDrawn } from './typst.ts'

// A process of its own: Typst cannot be interrupted, so that only ending the process stops a sheet that takes too long,
// and only that gives its memory back.
process.on('message', async (order: Order) => {
  const answer = await draw(order)
  process.send?.(answer)
})
process.on('disconnect', () => process.exit())

async function draw(order: Order): Promise<Answer> {
  const { id, format } = order
  try {
    if ('report' in order) {
      const report = printable(order.report)
      const bytes =
        format === 'pdf'
          ? (await import('./draw-report-pdf.ts')).drawReportPdf(report, order.pictures)
          : await (await import('./draw-report-docx.ts')).drawReportDocx(report, order.pictures)
      return { id, bytes, chosen: 0, memory: process.memoryUsage.rss() }
    }
    const fit = printable(order.sheets)
    const { chosen, scale } = chooseFitting(fit)
    const sheet = fit[chosen]
    if (!sheet) throw new Error('There is no sheet to draw')
    const bytes =
      format === 'pdf' ? drawPdf(sheet, scale) : await (await import('./draw-docx.ts')).drawDocx(sheet, scale)
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
