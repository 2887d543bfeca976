import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { openTableFolder, readWholeTable } from '../../../test/support/table-files.ts'
import { writeZip } from '../../../test/support/write-zip.ts'
import { openOlderTable } from './any-table.ts'
import { cellAddress, columnOf, TableUnreadable } from './table.ts'

const files = openTableFolder()
afterAll(files.close)

async function xlsx(fill: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return files.write(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

const cellsOf = async (path: string, sheet: string | null = null) =>
  (await readWholeTable(path, sheet)).rows.map(({ number, cells }) => [number, ...cells])

describe('a workbook of Excel', () => {
  test('gives texts, numbers, dates and what formulas had come to', async () => {
    const path = await xlsx((workbook) => {
      const sheet = workbook.addWorksheet('Liens')
      sheet.addRow(['Collectivité', 'Code', 'Date', 'Heure', 'Nombre', 'Formule', 'Oui', 'Lien'])
      const row = sheet.addRow([
        'Limoges',
        1001,
        new Date('2015-04-22'),
        new Date('2015-04-22T10:30:00Z'),
        0.1 + 0.2,
        { formula: 'A2&"!"', result: 'Limoges!' },
        true,
        { text: 'icheon', hyperlink: 'https://example.org' },
      ])
      row.getCell(2).numFmt = '00000'
      row.getCell(3).numFmt = 'dd/mm/yyyy'
      row.getCell(4).numFmt = 'yyyy"년" mm"월" dd"일" hh:mm'
      sheet.getCell('A5').value = { richText: [{ text: '이' }, { text: '천' }] }
      sheet.getCell('B5').value = { error: '#N/A' }
    })
    expect(await cellsOf(path)).toEqual([
      [1, 'Collectivité', 'Code', 'Date', 'Heure', 'Nombre', 'Formule', 'Oui', 'Lien'],
      [2, 'Limoges', '01001', '2015-04-22', '2015-04-22T10:30', '0.3', 'Limoges!', 'TRUE', 'icheon'],
      [5, '이천', ''],
    ])
  })

  test('gives the value of merged cells in all of them', async () => {
    const path = await xlsx((workbook) => {
      const sheet = workbook.addWorksheet('a')
      sheet.addRows([
        ['Pays', 'Ville'],
        ['Corée', 'Icheon'],
        ['', 'Séoul'],
        ['Japon', 'Tokyo'],
      ])
      sheet.mergeCells('A2:A3')
    })
    expect(await cellsOf(path)).toEqual([
      [1, 'Pays', 'Ville'],
      [2, 'Corée', 'Icheon'],
      [3, 'Corée', 'Séoul'],
      [4, 'Japon', 'Tokyo'],
    ])
  })

  test('lets one choose a sheet, opens the first that is seen and names those that are not', async () => {
    const path = await xlsx((workbook) => {
      workbook.addWorksheet('Codes', { state: 'hidden' }).addRow(['hidden'])
      workbook.addWorksheet('2016').addRow(['first'])
      workbook.addWorksheet('2017').addRow(['second'])
    })
    const { about, rows } = await readWholeTable(path)
    expect(about).toMatchObject({
      format: 'xlsx',
      sheet: '2016',
      sheets: [
        { name: 'Codes', isHidden: true },
        { name: '2016', isHidden: false },
        { name: '2017', isHidden: false },
      ],
    })
    expect(rows[0]?.cells).toEqual(['first'])
    expect(await cellsOf(path, '2017')).toEqual([[1, 'second']])
    await expect(readWholeTable(path, '2018')).rejects.toThrow(new TableUnreadable('noSuchSheet', '2018'))
  })
})

const odsContent = (tables: string, styles = '') =>
  `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
const ods = (tables: string, styles = '', manifest = '<m/>') =>
  files.write(
    writeZip([
      { name: 'content.xml', content: odsContent(tables, styles) },
      { name: 'META-INF/manifest.xml', content: manifest },
    ]),
  )
const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`

describe('an OpenDocument spreadsheet', () => {
  test('gives its cells, those that are said once and repeated too, within bounds', async () => {
    const path = ods(
      `<table:table table:name="a"><table:table-row>${cell('Ville')}${cell('Date')}</table:table-row>` +
        `<table:table-row table:number-rows-repeated="2">${cell('Icheon')}<table:table-cell office:value-type="date" office:date-value="2015-04-22T00:00:00"><text:p>22/04/15</text:p></table:table-cell>` +
        `${cell('x', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>` +
        `<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
        `<table:table-row>${cell('far<text:s/>below')}</table:table-row></table:table>`,
    )
    expect(await cellsOf(path)).toEqual([
      [1, 'Ville', 'Date'],
      [2, 'Icheon', '2015-04-22', 'x', 'x'],
      [3, 'Icheon', '2015-04-22', 'x', 'x'],
      [1048574, 'far below'],
    ])
  })

  test('names its sheets, hidden ones too', async () => {
    const hidden = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    const path = ods(
      `<table:table table:name="old" table:style-name="h"><table:table-row>${cell('1')}</table:table-row></table:table>` +
        `<table:table table:name="new"><table:table-row>${cell('2')}</table:table-row></table:table>`,
      hidden,
    )
    const { about, rows } = await readWholeTable(path)
    expect(about.sheets).toEqual([
      { name: 'old', isHidden: true },
      { name: 'new', isHidden: false },
    ])
    expect(rows.map(({ cells }) => cells)).toEqual([['2']])
  })
})

describe('is refused, in one word', () => {
  const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2000)])
  const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])
  const workbook = (sheet: string, more: { claimedSize?: number; isEncrypted?: boolean } = {}) =>
    writeZip([
      {
        name: 'xl/workbook.xml',
        content: '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<R><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></R>',
      },
      { name: 'xl/worksheets/sheet1.xml', content: sheet, ...more },
    ])
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`
  const large = () => `<worksheet><sheetData>${' '.repeat(180e6)}</sheetData></worksheet>`

  test.each([
    ['an empty file', () => '', 'empty'],
    ['a file of zeros', () => Buffer.alloc(5000), 'notTable'],
    ['a PDF', () => '%PDF-1.7\n', 'notTable'],
    ['another zip', () => writeZip([{ name: 'a.txt', content: 'a' }]), 'notTable'],
    ['a workbook with a password', () => encrypted, 'locked'],
    ['a zip with a password', () => workbook('<worksheet/>', { isEncrypted: true }), 'locked'],
    ['a zip that ends early', () => workbook('<worksheet/>').subarray(0, 200), 'damaged'],
    ['a workbook with entities', () => workbook(laughs), 'damaged'],
    ['a workbook that is no XML', () => workbook('<worksheet><sheetData><row>'), 'damaged'],
    ['a workbook that grows a thousandfold', () => workbook(large()), 'bomb'],
    ['one that lies about it', () => workbook(large(), { claimedSize: 1000 }), 'bomb'],
  ])('%s', async (_, content, code) => {
    const error = await readWholeTable(files.write(content())).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TableUnreadable)
    expect(error).toMatchObject({ code })
  })

  test('an OpenDocument file with a password', async () => {
    const path = ods('', '', '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>')
    await expect(readWholeTable(path)).rejects.toThrow(new TableUnreadable('locked'))
  })

  test('a workbook of before 2007 where LibreOffice is missing', async () => {
    await expect(openOlderTable(files.write(compound), null, 'no-such-program')).rejects.toThrow(
      new TableUnreadable('needsProgram', 'libreoffice-calc'),
    )
  })
})

test('a workbook of before 2007 is turned into one of today by LibreOffice', async () => {
  const ready = await xlsx((workbook) => workbook.addWorksheet('97').addRow(['old']))
  const program = join(files.folder, 'office')
  // It is called as the real one: the folder follows --outdir.
  writeFileSync(
    program,
    `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp ${ready} "$2/made.xlsx"\n`,
  )
  chmodSync(program, 0o755)
  const table = await openOlderTable(ready, null, program)
  expect(table.about.format).toBe('xls')
  expect(await Array.fromAsync(table.rows)).toEqual([{ number: 1, cells: ['old'] }])
  table.close()
})

test('cells have the addresses that spreadsheets show', () => {
  expect([0, 2, 25, 26, 701, 702].map((column) => cellAddress(column, 17))).toEqual([
    'A17',
    'C17',
    'Z17',
    'AA17',
    'ZZ17',
    'AAA17',
  ])
  expect(['A17', 'C17', 'AA1', 'ZZ1', 'AAA9'].map(columnOf)).toEqual([0, 2, 26, 701, 702])
})
