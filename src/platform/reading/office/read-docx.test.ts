import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { outlineOf, readSample, refusalOf } from '../../../../test/support/read-sample.ts'
import { zipOf } from '../../../../test/support/zip.ts'

const cell = (text: string, columnSpan = 1) => new TableCell({ columnSpan, children: [new Paragraph(text)] })
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function docxOf(children: (Paragraph | Table | Textbox)[]): Promise<Uint8Array> {
  const styles = {
    paragraphStyles: [{ id: 'Rubrique', name: 'Rubrique maison', paragraph: { outlineLevel: 1 } }],
  }
  const footnotes = { 1: { children: [new Paragraph('Note de bas de page.')] } }
  const headers = { default: new Header({ children: [new Paragraph('EN-TÊTE')] }) }
  return new Uint8Array(
    await Packer.toBuffer(new Document({ styles, footnotes, sections: [{ headers, children }] })),
  )
}

/** A Word file of these words in the plainest markup, with any further parts. */
const plainDocx = (
  body: string,
  more: Record<string, string | Uint8Array> = {},
  says?: (bytes: number) => number,
) =>
  zipOf(
    {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': body,
      ...more,
    },
    says,
  )
const words = (inside: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

describe('readDocx', () => {
  it('reads titles by style, by outline and by bold lines, items, tables, notes and boxes', async () => {
    const bytes = await docxOf([
      new Paragraph({ text: 'Compte rendu', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ text: 'Les liens', style: 'Rubrique' }),
      new Paragraph({ children: [new TextRun({ text: 'Limoges – Icheon', bold: true })] }),
      new Paragraph({
        children: [
          new TextRun('Jumelage en 2015'),
          new FootnoteReferenceRun(1),
          new TextRun(', voir '),
          new ExternalHyperlink({ link: 'https://limoges.fr', children: [new TextRun('le site')] }),
          new TextRun('.'),
        ],
      }),
      new Paragraph({ text: 'un point', bullet: { level: 0 } }),
      new Paragraph({ text: 'un point dessous', bullet: { level: 1 } }),
      new Table({
        rows: [
          new TableRow({ tableHeader: true, children: [cell('Ville'), cell('Année')] }),
          new TableRow({ children: [cell('Tours'), cell('2017')] }),
          new TableRow({ children: [cell('Total', 2)] }),
        ],
      }),
      new Textbox({
        children: [new Paragraph('Dans une zone de texte.')],
        style: { width: '200pt', height: 'auto' },
      }),
    ])
    const document = await readSample(bytes)
    expect(outlineOf(document)).toEqual([
      'title 1: Compte rendu',
      'title 2: Les liens',
      'title 3: Limoges – Icheon',
      'paragraph 0: Jumelage en 2015, voir le site.',
      'item 1: un point',
      'item 2: un point dessous',
      'row 0: Ville | Année',
      'row 0: Tours | 2017',
      'row 0: Total | ',
      'paragraph 0: Dans une zone de texte.',
      'item 1: Note de bas de page.',
    ])
    expect(document.passages[6]?.cells.map(({ isHead }) => isHead)).toEqual([true, true])
    expect(document.passages[3]?.links).toEqual([
      { start: 23, end: 30, label: 'le site', url: 'https://limoges.fr' },
    ])
    expect(document.source.split('\n')[3]).toBe('Jumelage en 2015, voir le site.')
  })

  it('says what it did not read: macros and pictures', async () => {
    const bytes = await docxOf([
      new Paragraph('Un texte.'),
      new Paragraph({
        children: [new ImageRun({ type: 'png', data: pixel, transformation: { width: 9, height: 9 } })],
      }),
    ])
    expect((await readSample(bytes)).remarks).toEqual([{ code: 'imagesWithoutText', detail: '1' }])
    const withMacros = plainDocx(words(paragraph('Un texte.')), {
      'word/vbaProject.bin': new Uint8Array(100),
    })
    expect((await readSample(withMacros)).remarks).toEqual([{ code: 'macrosIgnored', detail: '' }])
    const scanned = await docxOf([
      new Paragraph({
        children: [new ImageRun({ type: 'png', data: pixel, transformation: { width: 9, height: 9 } })],
      }),
    ])
    expect(await refusalOf(readSample(scanned))).toBe('noText')
  })

  it('refuses an archive that inflates without end, whatever it says of itself', async () => {
    const zeros = Buffer.alloc(160 * 1024 * 1024)
    const hidden = plainDocx(words(''), { 'word/styles.xml': zeros }, (size) => Math.min(size, 1_000))
    expect(await refusalOf(readSample(hidden))).toBe('bomb')
    const open = plainDocx(words(''), { 'word/styles.xml': zeros })
    expect(await refusalOf(readSample(open))).toBe('bomb')
  })

  it('refuses XML with entities, and XML nested without end', async () => {
    const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${words(paragraph('&b;'))}`
    expect(await refusalOf(readSample(plainDocx(laughs)))).toBe('bomb')
    expect(await refusalOf(readSample(plainDocx(words('<w:p>'.repeat(5_000)))))).toBe('tooDeep')
  })

  it('refuses what is cut off, empty or locked', async () => {
    const whole = plainDocx(words(paragraph('Un texte.')))
    expect(await refusalOf(readSample(whole.subarray(0, whole.length - 40)))).toBe('damaged')
    expect(await refusalOf(readSample(plainDocx(words(''))))).toBe('empty')
    expect(await refusalOf(readSample(plainDocx('<w:document')))).toBe('damaged')
    const compound = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage\0', 'utf16le'),
    ])
    expect(await refusalOf(readSample(new Uint8Array(compound)))).toBe('locked')
  })
})
