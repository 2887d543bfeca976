import { afterAll, describe, expect, test } from 'vitest'
import { openTableFolder, readWholeTable } from '../../../test/support/table-files.ts'

const files = openTableFolder()
afterAll(files.close)

const cellsOf = async (content: string | Uint8Array) =>
  (await readWholeTable(files.write(content))).rows.map(({ cells }) => cells)

/** CP949 of the few words that these tests need: Node writes none. */
const koreanBytes: Record<string, number[]> = {
  이천: [0xc0, 0xcc, 0xc3, 0xb5],
  도시: [0xb5, 0xb5, 0xbd, 0xc3],
  햏: [0xc1, 0x64],
}
const cp949 = (text: string) =>
  Buffer.concat(
    text.split(/(이천|도시|햏)/).map((part) => Buffer.from(koreanBytes[part] ?? Buffer.from(part))),
  )

describe('the letters of a text file', () => {
  const table = [
    ['도시', 'ville'],
    ['이천', 'Évian'],
  ]
  test.each([
    ['UTF-8', 'utf-8', Buffer.from('도시;ville\n이천;Évian\n')],
    ['UTF-8 with a mark', 'utf-8', Buffer.from('\ufeff도시;ville\r\n이천;Évian\r\n')],
    ['UTF-16 with a mark', 'utf-16le', Buffer.from('\ufeff도시;ville\n이천;Évian', 'utf16le')],
    [
      'UTF-16, the other way round',
      'utf-16be',
      Buffer.from('\ufeff도시;ville\n이천;Évian', 'utf16le').swap16(),
    ],
  ])('are read in %s', async (_, encoding, bytes) => {
    const { about, rows } = await readWholeTable(files.write(bytes))
    expect(about.encoding).toBe(encoding)
    expect(rows.map(({ cells }) => cells)).toEqual(table)
  })

  test('are read in UTF-16 without a mark, by the zeros of Latin letters', async () => {
    expect(await cellsOf(Buffer.from('ville;pays\nÉvian;France', 'utf16le'))).toEqual([
      ['ville', 'pays'],
      ['Évian', 'France'],
    ])
  })

  test('are read in CP949', async () => {
    const { about, rows } = await readWholeTable(files.write(cp949('도시,no\n이천,1\n햏,2\n')))
    expect([about.encoding, about.isMixed]).toEqual(['euc-kr', false])
    expect(rows.map(({ cells }) => cells[0])).toEqual(['도시', '이천', '햏'])
  })

  test('are read in windows-1252', async () => {
    const { about, rows } = await readWholeTable(
      files.write(Buffer.from('Ville;Durée\nÉvian;10 \x80\nSaint-Étienne;1', 'latin1')),
    )
    expect(about.encoding).toBe('windows-1252')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Ville', 'Durée'],
      ['Évian', '10 €'],
      ['Saint-Étienne', '1'],
    ])
  })

  test('may differ from line to line, and that is said', async () => {
    const mixed = Buffer.concat([Buffer.from('도시;Évian\n'), cp949('이천;\n'), Buffer.from('이천;a\n')])
    const { about, rows } = await readWholeTable(files.write(mixed))
    expect([about.encoding, about.isMixed]).toEqual(['euc-kr', true])
    expect(rows.map(({ cells }) => cells[0])).toEqual(['도시', '이천', '이천'])
    expect(rows.map(({ error }) => error)).toEqual([undefined, undefined, undefined])
  })

  test('are Korean though one of them is lost, in a table of few lines', async () => {
    const head = cp949('도시,도시\n')
    const broken = Buffer.concat([cp949('이천이천이천'), Buffer.from([0xc8, 0x3f]), cp949(',이천\n')])
    const { about, rows } = await readWholeTable(files.write(Buffer.concat([head, broken])))
    expect(about.encoding).toBe('euc-kr')
    expect(rows.map(({ cells, error }) => [cells[0], error])).toEqual([
      ['도시', undefined],
      ['이천이천이천\ufffd?', 'letters'],
    ])
  })

  test('that belong nowhere are an error of their row', async () => {
    const lost = Buffer.concat([
      cp949('도시;a\n'),
      Buffer.from([0xff, 0xff, 0x3b, 0x62, 0x0a]),
      cp949('이천;c\n'),
    ])
    const { rows } = await readWholeTable(files.write(lost))
    expect(rows.map(({ error }) => error)).toEqual([undefined, 'letters', undefined])
  })
})

describe('the sign between cells', () => {
  test.each([
    [';', 'a;b, c;d\n1;2, 3;4\n'],
    [',', 'a,"b;c",d\n1,"2;3;4",5\n'],
    ['\t', 'a, b\tc, d, e\nf\tg\n'],
    ['|', 'a|b;\nc|d\n'],
    [',', 'one column\nof words\n'],
  ])('is found by what most lines agree on: %j', async (delimiter, text) => {
    expect((await readWholeTable(files.write(text))).about.delimiter).toBe(delimiter)
  })
})

describe('quotation marks', () => {
  test('keep line ends, delimiters and doubled marks', async () => {
    expect(await cellsOf('a;b\n"x\ny";"1;2"\n"said ""no""";3\n')).toEqual([
      ['a', 'b'],
      ['x\ny', '1;2'],
      ['said "no"', '3'],
    ])
  })

  test('that are not closed are an error of that row; the next ones are not lost', async () => {
    const text = `a;b\nLyon;"Turin\n${Array.from({ length: 100 }, (_, n) => `${n};x\n`).join('')}`
    const { rows } = await readWholeTable(files.write(text))
    expect(rows).toHaveLength(102)
    expect(rows[1]).toEqual({ number: 2, cells: ['Lyon', '"Turin'], error: 'quotes' })
    expect(rows.filter(({ error }) => error)).toHaveLength(1)
    expect(rows.at(-1)).toEqual({ number: 102, cells: ['99', 'x'] })
  })

  test('that seem to be closed by a later row do not take the rows between along', async () => {
    const { rows } = await readWholeTable(files.write('a;b\nLyon;"Turin\nNice;x\n"Paris";y\nLimoges;"z"\n'))
    expect(rows.map(({ cells, error }) => [cells[0], error])).toEqual([
      ['a', undefined],
      ['Lyon', 'quotes'],
      ['Nice', undefined],
      ['Paris', undefined],
      ['Limoges', undefined],
    ])
  })

  test('in the last row, or beside other text, are an error of it', async () => {
    const { rows } = await readWholeTable(files.write('a;b\n"x"y;1\nz;"2'))
    expect(rows.map(({ error }) => error)).toEqual([undefined, 'quotes', 'quotes'])
  })
})

test('empty lines count as rows, so that numbers are those that a spreadsheet shows', async () => {
  const { rows } = await readWholeTable(files.write('a;b\n\n1;2\n'))
  expect(rows.map(({ number, cells }) => [number, cells])).toEqual([
    [1, ['a', 'b']],
    [2, ['']],
    [3, ['1', '2']],
  ])
})
