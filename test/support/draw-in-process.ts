import { createHash } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import zlib from 'node:zlib'

// A process of its own: what it draws must not show its clock (`DRAWN_AT`), its zone, its language, what it drew before, or its zlib.
const at = Number(process.env.DRAWN_AT)
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...given: []) {
    super(...((given.length > 0 ? given : [at]) as []))
  }
  static override now = () => at
} as DateConstructor
const never = () => {
  throw new Error('zlib packs differently on other machines')
}
Object.assign(zlib, { deflateRaw: never, deflateRawSync: never })
Object.assign(zlib.DeflateRaw.prototype, { _transform: never })
syncBuiltinESMExports()

const { sampleReport } = await import('./sample-report.ts')
const { sampleSheet } = await import('./sample-sheet.ts')
const documents = '../../src/platform/documents'
const { renderPdf } = await import(`${documents}/render-pdf.ts`)
const { renderDocx } = await import(`${documents}/render-docx.ts`)
const { renderReportPdf } = await import(`${documents}/render-report-pdf.ts`)
const { renderReportDocx } = await import(`${documents}/render-report-docx.ts`)
const { renderDossierPdf } = await import(`${documents}/render-dossier-pdf.ts`)
const { renderDossierDocx } = await import(`${documents}/render-dossier-docx.ts`)
const { writeXlsx } = await import('../../src/platform/spreadsheets/write-xlsx.ts')

const { report, pictures } = sampleReport('ko')
const sheet = sampleSheet()
const dossier = { sheet, scale: 1, report, pictures }
const rows = Array.from({ length: 3000 }, (_, row) => [`${row}`, '교류협력', 'Éducation'])
const slice = Number(process.env.SLICE)

const kinds: Record<string, () => Uint8Array | Promise<Uint8Array>> = {
  'sheet.pdf': () => renderPdf(sheet, 1),
  'sheet.docx': () => renderDocx(sheet, 1),
  'report.pdf': () => renderReportPdf(report, pictures),
  'report.docx': () => renderReportDocx(report, pictures),
  'dossier.pdf': () => renderDossierPdf(dossier),
  'dossier.docx': () => renderDossierDocx(dossier),
  'table.xlsx': () => workbook(undefined),
  'dated.xlsx': () => workbook('2017-07-08'),
}

async function workbook(day: string | undefined): Promise<Uint8Array> {
  const columns = ['a', 'b', 'c'].map((title) => ({ title, width: 10 }))
  async function* slices() {
    for (let from = 0; from < rows.length; from += slice) yield rows.slice(from, from + slice)
  }
  return Buffer.concat(await Array.fromAsync(writeXlsx([{ name: 'S', columns, slices }], day ? { day } : {})))
}

const names = Object.keys(kinds)
const drawn: Record<string, string> = {}
for (const name of process.env.REVERSED ? names.toReversed() : names) {
  const bytes = await kinds[name]?.()
  drawn[name] = createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
}
console.info(JSON.stringify(drawn))
