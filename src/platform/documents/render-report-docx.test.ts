import { expect, it } from 'vitest'
import { buildPicture } from '../../../test/support/build-picture.ts'
import { readDocxPart, readDocxText } from '../../../test/support/read-docx.ts'
import { renderReportDocx } from './render-report-docx.ts'
import type { Report, ReportBlock } from './report.ts'

const picture: ReportBlock = {
  kind: 'picture',
  picture: 0,
  alternative: [{ text: 'Deux maires' }],
  caption: [{ text: 'À Tours' }],
  width: 120,
  height: 80,
}

const report: Report = {
  language: 'fr',
  title: [{ text: 'Lettre' }],
  name: 'Lettre',
  subject: 'Lettre',
  author: 'Groupe-pays',
  day: '2017-07-08',
  kicker: [],
  facts: [],
  contents: null,
  blocks: [picture],
  foot: [],
}

it('puts a picture into a Word file with what it shows, or says that in its place', async () => {
  const drawn = Buffer.from(await renderReportDocx(report, [buildPicture(120, 80)]))
  const document = readDocxPart(drawn, 'word/document.xml')
  expect(document).toMatch(/<wp:docPr[^>]* descr="Deux maires"/)
  // 133 pixels by 89, in units of which an inch has 914,400.
  expect(document).toContain('<wp:extent cx="1266825" cy="847725"/>')
  expect(readDocxText(drawn)).toContain('À Tours')
  expect(readDocxText(Buffer.from(await renderReportDocx(report)))).toContain('[Deux maires]')
})
