import excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../../../test/support/hostile-text.ts'
import { readWorkbook } from '../../../test/support/read-workbook.ts'
import { cellText } from '../documents/xml.ts'
import { type Sheet, writeXlsx } from './write-xlsx.ts'

async function write(sheets: Sheet[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writeXlsx(sheets)))
}

async function read(sheets: Sheet[]): Promise<excel.Workbook> {
  const workbook = new excel.Workbook()
  const bytes = await write(sheets)
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

function sheetOf(rows: string[][], name = 'Sheet', width = 20): Sheet {
  const columns = (rows[0] ?? []).map((_, index) => ({ title: `Column ${index}`, width }))
  return {
    name,
    columns,
    slices: async function* () {
      yield rows
    },
  }
}

describe('a workbook', () => {
  test('has a sheet for each table, with frozen headings and the widths asked for', async () => {
    const workbook = await read([sheetOf([['a', 'b']], 'First', 12), sheetOf([['c']], 'Second', 34)])
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['First', 'Second'])
    expect(workbook.worksheets.map((sheet) => sheet.getColumn(1).width)).toEqual([12, 34])
    for (const sheet of workbook.worksheets)
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(workbook.worksheets[0]?.getRow(1).values).toEqual([undefined, 'Column 0', 'Column 1'])
  })

  test('keeps dates, numbers and formulas the texts that they are', async () => {
    const rows = [['2016', '2016-09', '2015/2016', '007', '=1+1', 'TRUE']]
    const workbook = await read([sheetOf(rows)])
    expect(readWorkbook(await write([sheetOf(rows)]))[0]?.rows.slice(1)).toEqual(rows)
    const cell = workbook.worksheets[0]?.getCell('A2')
    expect([cell?.type, cell?.numFmt]).toEqual([excel.ValueType.String, '@'])
  })

  test('has real numbers and days where they are given, and texts for days that no spreadsheet knows', async () => {
    const columns = (['number', 'amount', 'day', 'day', 'prose'] as const).map((look) => ({
      title: look,
      width: 9,
      look,
    }))
    const rows = [[1, 1500.5, { day: '2017-07-08' }, { day: '1886-06-04' }, 'a\nb'], [Number.NaN]]
    const workbook = await read([
      {
        ...sheetOf([]),
        columns,
        slices: async function* () {
          yield rows
        },
      },
    ])
    const row = workbook.worksheets[0]?.getRow(2)
    expect(row?.values).toEqual([
      undefined,
      1,
      1500.5,
      new Date('2017-07-08T00:00:00Z'),
      '1886-06-04',
      'a\nb',
    ])
    expect([1, 2, 3, 4].map((at) => row?.getCell(at).numFmt)).toEqual(['0', '#,##0', 'mm-dd-yy', '@'])
    expect(row?.getCell(5).alignment).toMatchObject({ wrapText: true })
    expect(workbook.worksheets[0]?.getCell('A3').value).toBeNull()
  })

  test('cuts a text that Excel would refuse to open, and says so', async () => {
    const workbook = await read([sheetOf([['x'.repeat(40_000)]])])
    const value = String(workbook.worksheets[0]?.getCell('A2').value)
    expect([value.length, value.at(-1)]).toEqual([32_767, '…'])
  })

  test('gives back every text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(hostileText.map(cellText), { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 5,
        }),
        async (rows) => {
          expect(readWorkbook(await write([sheetOf(rows)]))[0]?.rows.slice(1)).toEqual(rows)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('gives its sheets names that Excel takes, and no two alike', async () => {
    const long = 'Coopérations décentralisées et jumelages'
    const given = [long, long, 'a/b:c', '', "'x'", 'A B C', '교류협력'].map((name) => sheetOf([['1']], name))
    expect((await read(given)).worksheets.map((sheet) => sheet.name)).toEqual([
      'Coopérations décentralisées et',
      'Coopérations décentralisées (2)',
      'a b c',
      'Sheet',
      'x',
      'A B C (2)',
      '교류협력',
    ])
  })

  test('is the same file of the same rows, and keeps no more of them in memory than one slice', async () => {
    let open = 0
    let most = 0
    const long: Sheet = {
      name: 'Sheet',
      columns: [{ title: 'a', width: 10 }],
      slices: async function* () {
        for (let slice = 0; slice < 40; slice++) {
          most = Math.max(most, ++open)
          yield Array.from({ length: 50 }, (_, row) => [`${slice} ${row}`])
          open--
        }
      },
    }
    const [first, second] = [await write([long, sheetOf([['b']])]), await write([long, sheetOf([['b']])])]
    expect(first.equals(second)).toBe(true)
    expect(most).toBe(1)
    expect(readWorkbook(first).map(({ rows }) => rows.length)).toEqual([2001, 2])
  })

  test('asks for no more rows once nobody takes them', async () => {
    let ended = false
    const endless: Sheet = {
      name: 'Sheet',
      columns: [{ title: 'a', width: 10 }],
      slices: async function* () {
        try {
          for (let slice = 0; ; slice++)
            yield Array.from({ length: 100 }, (_, row) => [`${slice} ${row} ${Math.sin(slice * row)}`])
        } finally {
          ended = true
        }
      },
    }
    let taken = 0
    for await (const chunk of writeXlsx([endless])) {
      taken += chunk.length
      if (taken > 50_000) break
    }
    await expect.poll(() => ended).toBe(true)
  })

  test('fails where its rows do', async () => {
    const broken: Sheet = {
      name: 'Sheet',
      columns: [{ title: 'a', width: 10 }],
      // biome-ignore lint/correctness/useYield: it fails before it yields
      slices: async function* (): AsyncGenerator<string[][]> {
        throw new Error('the database went away')
      },
    }
    await expect(write([broken])).rejects.toThrow('the database went away')
  })
})
