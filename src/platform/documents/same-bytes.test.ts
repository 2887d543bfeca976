import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { readDocxPart, readDocxText } from '../../../test/support/read-docx.ts'
import { sampleReport } from '../../../test/support/sample-report.ts'
import { writeXlsx } from '../spreadsheets/write-xlsx.ts'
import { renderReportDocx } from './render-report-docx.ts'

function draw(env: Record<string, string>): Record<string, string> {
  const said = execFileSync(process.execPath, ['test/support/draw-in-process.ts'], { env, encoding: 'utf8' })
  return JSON.parse(said)
}

test('every kind of file is the same bytes in any zone, language and process, at any instant', () => {
  const [seoul, newfoundland] = [
    draw({ TZ: 'Asia/Seoul', LC_ALL: 'ko_KR.UTF-8', DRAWN_AT: '1499472000000', SLICE: '500' }),
    draw({
      TZ: 'America/St_Johns',
      LANG: 'en_CA.UTF-8',
      DRAWN_AT: '2098000000000',
      SLICE: '7',
      REVERSED: 'yes',
    }),
  ]
  expect(Object.keys(seoul)).toHaveLength(8)
  expect(newfoundland).toEqual(seoul)
})

test('a file names the day of its content as the day on which it was made', async () => {
  const { report, pictures } = sampleReport('fr')
  const days = [...'ab'].map(() => '2017-07-08T00:00:00Z')
  const instants = (core: string) => core.match(/\d{4}-\d\d-\d\dT[^<]*/g)
  const docx = Buffer.from(await renderReportDocx(report, pictures))
  expect(instants(readDocxPart(docx, 'docProps/core.xml'))).toEqual(days)
  const xlsx = Buffer.concat(await Array.fromAsync(writeXlsx([], { day: '2017-07-08' })))
  expect(instants(readDocxPart(xlsx, 'docProps/core.xml'))).toEqual(days)
})

test('links and pictures of a Word file are numbered in their order, each link once', async () => {
  const { report, pictures } = sampleReport('fr')
  const likeAnId = ' r:id="rIdabcdefghijklmnopqrstu" w:name="_Toc7"'
  const blocks = [...report.blocks, { kind: 'paragraph' as const, passage: [{ text: likeAnId }] }]
  const docx = Buffer.from(await renderReportDocx({ ...report, blocks }, pictures))
  expect(readDocxText(docx)).toContain(likeAnId)
  const document = readDocxPart(docx, 'word/document.xml')
  expect([...document.matchAll(/<w:hyperlink[^>]* r:id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'rIdLink1',
    'rIdLink2',
  ])
  const relations = readDocxPart(docx, 'word/_rels/document.xml.rels')
  expect(relations).toMatch(/Id="rIdLink1"[^>]*Target="https:\/\/entente.example\/report\?a=1&amp;b=2"/)
  expect([...document.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ])
})
