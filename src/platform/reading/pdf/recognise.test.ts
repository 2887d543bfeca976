import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requirePackage, runsWith } from '../../../../test/support/needs.ts'
import { readSample } from '../../../../test/support/read-sample.ts'
import { typstPdf } from '../../../../test/support/typst-pdf.ts'

const packages = ['poppler-utils', 'tesseract-ocr-fra', 'tesseract-ocr-kor']
const canRun = packages.every(runsWith)

/** The picture of a page, as a scanner makes it. */
function scanOf(text: string): Uint8Array {
  for (const name of packages) requirePackage(name)
  const folder = mkdtempSync(join(tmpdir(), 'entente-scan-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), typstPdf(`#set page(paper: "a5", margin: 1.5cm)\n${text}`))
    execFileSync('pdftoppm', [
      '-r',
      '200',
      '-png',
      '-singlefile',
      join(folder, 'page.pdf'),
      join(folder, 'page'),
    ])
    return new Uint8Array(readFileSync(join(folder, 'page.png')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.runIf(canRun)(
  'a scanned page is recognised in both scripts, and says so',
  async () => {
    const picture = scanOf(
      'Limoges et Icheon sont jumelées depuis 2015.\n\n두 도시는 자매결연을 체결하였습니다.',
    )
    const scanned = await readSample(
      typstPdf('#set page(paper: "a5", margin: 0cm)\n#image("picture.png", width: 100%)', picture),
    )
    expect(scanned.passages.map(({ text, page }) => [text, page])).toEqual([
      ['Limoges et Icheon sont jumelées depuis 2015.', 1],
      ['두 도시는 자매결연을 체결하였습니다.', 1],
    ])
    expect([scanned.format, scanned.pages, scanned.remarks]).toEqual([
      'pdf',
      1,
      [{ code: 'recognised', detail: '1' }],
    ])
    expect((await readSample(picture)).passages.map(({ text }) => text)).toEqual(
      scanned.passages.map(({ text }) => text),
    )
  },
  60_000,
)

test.runIf(canRun)(
  'a page that is a picture is recognised between others that are not, and an empty one is none',
  async () => {
    const picture = scanOf('Limoges et Icheon sont jumelées depuis 2015.')
    const { passages, remarks } = await readSample(
      typstPdf(
        `#set page(paper: "a5", margin: 1.5cm)
Une première page.
#pagebreak()
#image("picture.png", width: 100%)
#pagebreak()
#pagebreak(weak: false)
Une dernière page.`,
        picture,
      ),
    )
    expect(passages.map(({ text, page }) => [text, page])).toEqual([
      ['Une première page.', 1],
      ['Limoges et Icheon sont jumelées depuis 2015.', 2],
      ['Une dernière page.', 4],
    ])
    expect(remarks).toEqual([{ code: 'recognised', detail: '1' }])
  },
  60_000,
)
