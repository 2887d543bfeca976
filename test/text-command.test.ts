import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../src/run-command.ts'
import { openTestApp, type TestApp } from './support/open-test-app.ts'
import { recordedTerminal } from './support/recorded-terminal.ts'

let testApp: TestApp
let folder: string
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  folder = await mkdtemp(join(tmpdir(), 'entente-text-'))
  await writeFile(join(folder, 'notes.md'), '# Un\n\nDeux.\n\n- a\n  - b\n')
  await writeFile(join(folder, 'old.txt'), Buffer.from('Évian', 'latin1'))
  await writeFile(join(folder, 'empty.txt'), '')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await testApp.close()
})

async function run(...words: string[]) {
  const { terminal, out, said } = recordedTerminal()
  const exit = await runCommand(testApp.application, { words: ['text', ...words], folder }, terminal)
  return { exit, out: String(out()), said: said.join('\n') }
}

test('shows the titles, paragraphs and items of a document', async () => {
  expect(await run('notes.md')).toEqual({
    exit: 0,
    out: 'notes.md (markdown)\n\n# Un\nDeux.\n- a\n  - b\n',
    said: '',
  })
})

test('says what somebody should know of the reading, and gives it all as JSON', async () => {
  const { exit, out, said } = await run('old.txt', '--json')
  expect([exit, said]).toEqual([
    0,
    'The file does not declare its encoding: it was read as Windows-1252. Check the accents and the Korean.',
  ])
  expect(JSON.parse(out)).toMatchObject([
    { name: 'old.txt', document: { format: 'text', passages: [{ text: 'Évian' }] } },
  ])
})

test('says in one line why a file cannot be read', async () => {
  expect(await run('empty.txt')).toEqual({
    exit: 1,
    out: '',
    said: expect.stringContaining('The file contains no text.'),
  })
  expect((await run('nowhere.txt')).said).toMatch(/nowhere\.txt cannot be read/)
})
