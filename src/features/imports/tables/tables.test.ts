import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openTableFolder } from '../../../../test/support/table-files.ts'
import { listCommands, runCommand } from '../../../run-command.ts'

const files = openTableFolder()
let house: TestApp
beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
})
afterAll(async () => {
  await house.close()
  files.close()
})

async function run(...words: string[]) {
  let out = ''
  const said: string[] = []
  const exit = await runCommand(
    house.application,
    { words: ['import', 'table', ...words], folder: files.folder },
    {
      out: (text) => void (out += String(text)),
      write: async (text) => void (out += String(text)),
      read: async function* () {},
      say: (line) => void said.push(line),
      progress: () => undefined,
    },
  )
  return { exit, out, said: said.join('\n') }
}

test('imports and takes back', async () => {
  writeFileSync(
    join(files.folder, 'ties.csv'),
    'Collectivité;Partenaire;Pays;Type;Date de signature;Thèmes\n' +
      'Rouen;Suncheon;Corée;jumelage;2010-05-03;culture, sport\n' +
      'Rouen;Suncheon;Corée;convention de coopération;mai 2014;\n' +
      'Nice;Shenzhen;Chine;amitié;2005;\n',
  )
  const before = (await house.get('/api/v1/networks/france-coree/cooperations?scope=all')).json().total
  const dry = await run('ties.csv', '--network', 'france-coree')
  console.log(dry.out, dry.said)
  const applied = await run('ties.csv', '--network', 'france-coree', '--apply', '--json')
  console.log(applied.said, applied.out.slice(-300))
  const after = (await house.get('/api/v1/networks/france-coree/cooperations?scope=all')).json()
  console.log(before, after.total, JSON.stringify(after.items.at(-1), null, 1))
})
