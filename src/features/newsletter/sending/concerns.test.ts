import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'
import type { IssuePart } from '../issues/issue.ts'
import { markOfChoice, whatConcerns } from './what-concerns.ts'

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  return fixture.close
})

test('who reads what concerns them gets those items alone, is told where the rest is, and nobody gets an empty letter', async () => {
  const { house: testApp } = fixture
  testApp.clock.moveTo('2026-11-02T14:00:00Z')
  const concerns = (address: string, ...themes: string[]) =>
    fixture.subscribe({ address, frequency: 'concerns', themes })
  await concerns('culture@ville.example', 'culture')
  await concerns('also-culture@ville.example', 'culture', 'sport')
  await concerns('health@ville.example', 'health')
  await fixture.subscribe({ address: 'all@ville.example' })
  await fixture.approve([
    { ...fixture.item('event:1', 'Festival de films'), themes: ['culture'] },
    { ...fixture.item('event:2', 'Réunion générale') },
  ])
  const { to } = await fixture.order('2026-11-02')
  await fixture.work()
  testApp.clock.moveTo('2026-11-03T08:00:00Z')
  await fixture.deliver()
  const mails = Object.fromEntries(fixture.received().map((mail) => [mail.to, mail.text]))
  expect(Object.keys(mails).toSorted()).toEqual([
    'all@ville.example',
    'also-culture@ville.example',
    'culture@ville.example',
  ])
  expect(mails['all@ville.example']).toContain('Réunion générale')
  for (const address of ['culture@ville.example', 'also-culture@ville.example']) {
    expect(mails[address]).toContain('Festival de films')
    expect(mails[address]).not.toContain('Réunion générale')
    expect(mails[address]).toContain('Lire tout le numéro sur le site')
  }
  // Readers who are concerned by the same items share one version.
  const { rows } = await sql`select version_key from platform_mailing_version`.execute(
    testApp.context.database,
  )
  expect(rows).toHaveLength(2)
  const page = to.split('?')[0] ?? ''
  expect(pageWords((await fixture.keeper.get(page)).body)).toMatch(/3 envoyées 1 rien à lui annoncer/)
})

const part = (...items: object[]) =>
  [{ id: 'p', kind: 'items', source: 'agenda.comingUp', items }] as unknown as IssuePart[]

test('an item is of somebody by theme or by authority; letters of before items said so are still read', () => {
  const parts = part(
    { key: 'a', themes: ['culture'], organisationIds: ['tours'] },
    { key: 'b', themes: [], organisationIds: ['icheon'] },
    { key: 'c' },
  )
  const keys = (themes: string[], organisationId: string | null) =>
    whatConcerns(parts, { themes, organisationId }).flatMap((each) =>
      each.kind === 'items' ? each.items.map(({ key }) => key) : [],
    )
  expect(keys(['culture'], null)).toEqual(['a'])
  expect(keys([], 'icheon')).toEqual(['b'])
  expect(keys(['culture'], 'icheon')).toEqual(['a', 'b'])
  expect(keys(['sport'], 'limoges')).toEqual([])
  expect(keys([], null)).toEqual([])
  expect(markOfChoice(whatConcerns(parts, { themes: ['culture'], organisationId: null }))).toBe(
    markOfChoice(whatConcerns(parts, { themes: ['culture', 'sport'], organisationId: 'tours' })),
  )
})
