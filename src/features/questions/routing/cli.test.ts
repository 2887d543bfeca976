import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { recordedTerminal } from '../../../../test/support/recorded-terminal.ts'
import { routingCommands } from './cli.ts'

let testApp: TestApp
const folder = mkdtempSync(join(tmpdir(), 'entente-route-'))
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await testApp.close()
})

const peer = { posts: [{ trade: 'early_childhood' }], languages: ['ko'], consent: true }
const example = {
  at: '2017-09-29T08:00:00Z',
  network: { countries: ['FR', 'KR'] },
  ties: [['limoges', 'icheon']],
  peers: [
    { ...peer, id: 'b', organisation: 'paris' },
    { ...peer, id: 'a', organisation: 'icheon' },
    { ...peer, id: 'c', organisation: 'normandie' },
    { ...peer, id: 'd', organisation: 'limoges' },
    { ...peer, id: 'e', organisation: 'busan', consent: false },
  ],
  question: {
    by: 'limoges',
    themes: ['early_childhood'],
    trade: 'early_childhood',
    language: 'fr',
    visibility: 'group',
    named: [],
  },
}

async function route(
  content: unknown,
  options: Record<string, string | boolean> = { json: true },
): Promise<string> {
  const { terminal, out } = recordedTerminal()
  writeFileSync(
    join(folder, 'question.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
  )
  const { application } = testApp
  await routingCommands[0]?.run({
    words: ['question.json'],
    options,
    folder,
    application,
    signal: application.stopping,
    terminal,
  })
  return String(out())
}

test('whom a question goes to, when, and why not to others, by the competences of each authority and the days of both countries', async () => {
  expect(JSON.parse(await route(example))).toEqual({
    waves: [{ ids: ['a', 'b'], leaves: { a: '2017-10-10T00:00:00Z', b: '2017-10-02T07:00:00Z' } }],
    not_asked: [
      { id: 'c', why: 'competence' },
      { id: 'd', why: 'own_authority' },
      { id: 'e', why: 'consent' },
    ],
    to_coordinator_on: '2017-10-18',
  })
  expect(await route(example, {})).toContain('To the coordinator on 2017-10-18')
})

test.each([
  ['{', 'is no JSON'],
  [{ ...example, at: 'tomorrow' }, 'at: no instant'],
  [{ ...example, question: { ...example.question, by: 'atlantis' } }, 'There is no organisation "atlantis"'],
  [{ ...example, question: { ...example.question, themes: ['dragons'] } }, 'question.themes.0'],
  [{ ...example, peers: [example.peers[0], example.peers[0]] }, 'two peers have the id "b"'],
])('a file that says something else is refused with its place: %#', async (content, told) => {
  await expect(route(content)).rejects.toThrow(told)
})
