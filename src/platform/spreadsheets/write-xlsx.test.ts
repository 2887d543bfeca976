import excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../../../test/support/hostile-text.ts'
import { readWorkbook } from '../../../test/support/read-workbook.ts'
import { cellText } from '../documents/cell-text.ts'
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
