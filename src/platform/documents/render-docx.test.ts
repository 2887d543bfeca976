import { describe, expect, it } from 'vitest'
import { readDocxPart, readDocxText } from '../../../test/support/read-docx.ts'
import { sampleSheet } from '../../../test/support/sample-sheet.ts'
import { renderDocx } from './render-docx.ts'
import type { Sheet } from './sheet.ts'

describe('drawDocx', () => {
  it('holds every text of the sheet, in its order', async () => {
    const text = await draw(sampleSheet())
    expect(text).toBe(
      [
        'Groupe-pays République de Corée au 8 juillet 2017',
        'Limoges 리모주 jumelage · 2015 active Icheon 이천시',
        'En bref Deux villes de céramique.',
        'Les parties Limoges Icheon Nature commune ville',
        'Échanges 2015 Accord de jumelage en sommeil Évian – Muju',
        'À savoir – Deux signatures.',
        'Page : https://entente.example',
      ].join(' '),
    )
  })

  it('names the language of the page and of each passage in another', async () => {
    const file = Buffer.from(await renderDocx(sampleSheet({ language: 'en' }), 1))
    expect(readDocxPart(file, 'word/styles.xml')).toContain('<w:lang w:val="en-GB" w:eastAsia="ko-KR"/>')
    expect(readDocxPart(file, 'word/document.xml')).toMatch(
      /<w:lang w:val="ko-KR"[^>]*\/><\/w:rPr><w:t[^>]*>이천시/,
    )
  })

  it('carries title, subject and author, and headings to move by', async () => {
    const file = Buffer.from(await renderDocx(sampleSheet(), 1))
    const facts = readDocxPart(file, 'docProps/core.xml')
    expect(facts).toContain('<dc:title>Limoges – Icheon</dc:title>')
    expect(facts).toContain('<dc:creator>Groupe-pays</dc:creator>')
    expect(readDocxPart(file, 'word/document.xml').match(/w:val="Heading2"/g)).toHaveLength(4)
  })

  it('shows markup as it is written', async () => {
    const hostile = '<w:p>&amp;"\'</w:p> ]]> {{x}}'
    expect(await draw(sampleSheet({ kicker: [{ text: hostile }] }))).toContain(hostile)
  })

  it('stands on A4 with exact lines', async () => {
    const document = readDocxPart(Buffer.from(await renderDocx(sampleSheet(), 1.1)), 'word/document.xml')
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(document).not.toContain('w:lineRule="auto"')
  })
})

async function draw(sheet: Sheet): Promise<string> {
  return readDocxText(Buffer.from(await renderDocx(sheet, 1)))
}
