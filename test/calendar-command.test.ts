import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../src/run-command.ts'
import { buildNetwork } from './support/build-network.ts'
import { openTestApp, type TestApp } from './support/open-test-app.ts'
import { recordedTerminal } from './support/recorded-terminal.ts'

let testApp: TestApp
let folder: string
const lines = [
  'BEGIN:VCALENDAR',
  'X-WR-CALNAME:Agenda',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Rencontres',
  'DTSTART;TZID=Europe/Paris:20171010T180000',
  'DTEND;TZID=Europe/Paris:20171010T200000',
  'RRULE:FREQ=YEARLY;COUNT=3',
  'STATUS:TENTATIVE',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'SUMMARY:Escale',
  'DTSTART;TZID=Mars/Phobos:20171010T180000',
  'END:VEVENT',
  'END:VCALENDAR',
]
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { CALENDAR_MEGABYTES: '1' } })
  folder = await mkdtemp(join(tmpdir(), 'entente-calendar-'))
  await writeFile(join(folder, 'a.ics'), lines.join('\r\n'))
  await writeFile(join(folder, 'bomb.ics.gz'), gzipSync(Buffer.alloc(3 * 1024 * 1024)))
  await writeFile(join(folder, 'mars.ics'), lines.toSpliced(2, 8).join('\r\n'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await testApp.close()
})

async function run(...words: string[]) {
  const { terminal, out, said } = recordedTerminal()
  const exit = await runCommand(
    testApp.application,
    { words: ['import', 'calendar', ...words], folder },
    terminal,
  )
  return { exit, out: String(out()), said: said.join('\n') }
}

test('shows what a calendar holds, and what of it was left out', async () => {
  expect(await run('a.ics')).toEqual({
    exit: 0,
    out: 'Agenda\n2017-10-10T18:00+02:00[Europe/Paris] – 2017-10-10T20:00+02:00[Europe/Paris]  Rencontres, 3 times (tentative)\n',
    said: 'Escale – The time zone “Mars/Phobos” is unknown.',
  })
})

test('gives it all as JSON', async () => {
  const { exit, out } = await run('a.ics', '--json')
  expect(exit).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    name: 'Agenda',
    events: [
      {
        uid: '1',
        start: { kind: 'instant', at: '2017-10-10T16:00:00.000Z', zone: 'Europe/Paris' },
        occurrences: [{}, {}, {}],
      },
    ],
    remarks: [{ code: 'zoneUnknown', subject: 'Escale', detail: 'Mars/Phobos' }],
  })
})

test.each([
  ['mars.ics', 'The time zone “Mars/Phobos” is unknown.'],
  ['bomb.ics.gz', 'Unpacked, the file is larger than 1 MB.'],
  ['nowhere.ics', 'nowhere.ics cannot be read'],
])('says in one line why %s cannot be read', async (file, words) => {
  expect(await run(file)).toEqual({ exit: 1, out: '', said: expect.stringContaining(words) })
})

test('says what it would change in the agenda of a network, and changes it when asked, once', async () => {
  await buildNetwork(testApp.context, { slug: 'essai' })
  await writeFile(join(folder, 'soon.ics'), lines.join('\n').replaceAll('20171010', '20261210'))
  const events = async () =>
    (
      await testApp.context.database
        .selectFrom('agenda_event')
        .select(['happens', 'firmness', 'zone'])
        .execute()
    ).length
  const planned = await run('soon.ics', '--network', 'essai')
  expect([planned.exit, planned.out, await events()]).toEqual([0, 'Agenda\nTo be added: 2\n', 0])
  expect(planned.said).toContain('Nothing was changed')
  expect((await run('soon.ics', '--network', 'essai', '--apply')).said).toContain('Imported: ')
  expect(await events()).toBe(2)
  expect((await run('soon.ics', '--network', 'essai', '--apply')).out).toBe('Agenda\nKnown already: 2\n')
  expect(await events()).toBe(2)
})

test('asks for no address of a private network', async () => {
  const { exit, said } = await run('https://localhost/agenda.ics', '--network', 'essai')
  expect([exit, said]).toEqual([1, expect.stringContaining('private network')])
})
