import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../../../../test/support/hostile-text.ts'
import { writeCsv } from '../../../platform/documents/csv.ts'
import { cellText } from '../../../platform/documents/xml.ts'

async function* once(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows
}

async function csvOf(header: string[], rows: string[][], language: 'fr' | 'en' = 'en'): Promise<string> {
  return (await Array.fromAsync(writeCsv(header, once(rows), language))).join('')
}

/** Reads CSV according to RFC 4180, independently of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let match = fields.exec(text); match; match = fields.exec(text)) {
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

const bare = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\n＝＋－＠])/, '')

describe('a CSV file', () => {
  test('begins with a byte order mark and ends each line as RFC 4180 has it', async () => {
    expect(await csvOf(['a', 'b'], [['1', '2']])).toBe('\ufeffa,b\r\n1,2\r\n')
  })

  test('has semicolons in French, where Excel takes a comma for the point of a number', async () => {
    expect(await csvOf(['a', 'b'], [['1,5', '2;3']], 'fr')).toBe('\ufeffa;b\r\n1,5;"2;3"\r\n')
  })

  test.each([
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    [' edges ', '" edges "'],
    ['', ''],
    ['=1+1', "'=1+1"],
    ['+33 1', "'+33 1"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['=HYPERLINK("http://example.org","x")', `"'=HYPERLINK(""http://example.org"",""x"")"`],
    ["l'accord", "l'accord"],
    ['2016/..', '2016/..'],
  ])('writes %j as %j', async (text, written) => {
    expect(await csvOf(['a'], [[text]])).toBe(`\ufeffa\r\n${written}\r\n`)
  })

  test('gives back every text, and lets no cell begin as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(hostileText.map(cellText), { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 5,
        }),
        async (rows) => {
          const [header, ...read] = readCsv((await csvOf(['a', 'b', 'c'], rows)).slice(1))
          expect(header).toEqual(['a', 'b', 'c'])
          expect(read.map((row) => row.map(bare))).toEqual(rows)
          expect(read.flat().filter((cell) => /^[=+\-@\t\n＝＋－＠]/.test(cell))).toEqual([])
        },
      ),
    )
  })
})

describe('the text of a cell', () => {
  test('has one kind of line end and none of the signs that XML refuses', () => {
    expect(cellText('a\r\nb\rc\nd\te\0f\u0007g\u0085h\uffffi\ud800')).toBe('a\nb\nc\nd\tefghi\ufffd')
  })

  test('is left as it is otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (!/[\p{Cc}\ufffe\uffff]/u.test(text)) expect(cellText(text)).toBe(text)
      }),
    )
  })
})
