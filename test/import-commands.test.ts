import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../src/run-command.ts'
import { openTestApp, type TestApp } from './support/open-test-app.ts'
import { recordedTerminal } from './support/recorded-terminal.ts'
import { openTableFolder } from './support/table-files.ts'

const files = openTableFolder()
const header = 'Collectivité;Partenaire;Pays;Type;Date de signature\n'
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(async () => {
  await testApp.close()
  files.close()
})

function write(name: string, text: string): string {
  writeFileSync(join(files.folder, name), text)
  return name
}

async function run(...words: string[]) {
  const { terminal, out, said } = recordedTerminal()
  const exit = await runCommand(
    testApp.application,
    { words: ['import', 'table', ...words], folder: files.folder },
    terminal,
  )
  return { exit, out: String(out()), said: said.join('\n') }
}

const total = async () =>
  (await testApp.get('/api/v1/networks/france-coree/cooperations?scope=all')).json().total

test('says what a table would do, and changes nothing without --apply', async () => {
  const file = write(
    'ties.csv',
    `${header}Rouen;Suncheon;Corée;jumelage;2010-05-03\nNice;Muju;Corée;mou;demain peut-être\n`,
  )
  const before = await total()
  const words = await run(file)
  expect(words.exit).toBe(0)
  expect(words.out).toContain('new 1, adding 0, more of the same 0')
  expect(words.out).toContain('! E3 Date not understood')
  expect(words.out).toContain('Nothing was changed')
  const { out } = await run(file, '--dry-run', '--json')
  expect(JSON.parse(out)).toMatchObject({
    kind: 'cooperations',
    network: 'france-coree',
    rows: { total: 2, new: 1, wrong: 1 },
    errors: [{ row: 3, cell: 'E3', code: 'dateUnknown', text: 'demain peut-être' }],
    applied: null,
  })
  expect(await total()).toBe(before)
})

test('imports with --apply what is clear, and refuses the rest unless it is to be left out', async () => {
  const file = write(
    'apply.csv',
    `${header}Rouen;Suncheon;Corée;jumelage;2010\nSaint-Denis;Muju;Corée;mou;2011\n`,
  )
  const before = await total()
  const refused = await run(file, '--apply')
  expect([refused.exit, refused.out]).toEqual([1, ''])
  expect(refused.said).toMatch(/^0 rows are wrong, 1 are not clear \(1 names\), .*nothing was changed$/)
  expect(await total()).toBe(before)

  const map = write(
    'map.json',
    JSON.stringify({ answers: { 'Saint-Denis': 'saint-denis-seine-saint-denis' } }),
  )
  const applied = await run(file, '--apply', '--json', '--map', map)
  expect([applied.exit, applied.said]).toEqual([0, ''])
  expect(JSON.parse(applied.out)).toMatchObject({ rows: { new: 2, asked: 0 }, applied: expect.any(String) })
  expect(await total()).toBe(before + 2)

  const again = JSON.parse((await run(file, '--json', '--map', map)).out)
  expect(again.rows).toMatchObject({ new: 0, known: 2 })
})

test('reads columns as a file says', async () => {
  const file = write('odd.csv', 'x;y;z\nRouen;Muju;2012\n')
  expect(await run(file)).toMatchObject({
    exit: 1,
    said: 'odd.csv: no column gives first.name nor second.name; say which one by --map',
  })
  const map = write(
    'odd.json',
    JSON.stringify({
      columns: { x: 'first.name', B: 'second.name', z: 'agreement.on' },
      firstCountry: 'FR',
      secondCountry: 'KR',
    }),
  )
  expect(JSON.parse((await run(file, '--json', '--map', map)).out).rows).toMatchObject({ total: 1, new: 1 })
})

test.each([
  [['missing.csv'], 1, /^missing\.csv cannot be read: ENOENT/],
  [['ties.csv', '--kind', 'other'], 2, /^--kind takes cooperations, organisations, contacts or events$/],
  [['ties.csv', '--apply', '--dry-run'], 2, /^--apply and --dry-run say two things/],
  [['ties.csv', '--network', 'nowhere'], 2, /^--network takes one of: /],
  [['ties.csv', '--map', 'ties.csv'], 1, /ties\.csv cannot be read: /],
  [['empty.csv'], 1, /^empty\.csv: The file is empty\.$/],
])('%j ends with one line', async (words, exit, line) => {
  write('empty.csv', '')
  const answer = await run(...words)
  expect([answer.exit, answer.out]).toEqual([exit, ''])
  expect(answer.said).toMatch(line)
  expect(answer.said).not.toContain('\n')
})
