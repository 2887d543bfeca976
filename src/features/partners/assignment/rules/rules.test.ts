import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenMeetings, openMeetings, usualSetup } from '../../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'

const oneInterpreter = {
  tables: '2',
  counted: 'yes',
  'interpreters.0.part': '',
  'interpreters.0.one': 'fr',
  'interpreters.0.other': 'ko',
  'interpreters.0.count': '1',
}
const said = { language: 'fr', quota: '3', personName: '', address: '' }

let open: OpenMeetings
let slots: string[]
beforeAll(async () => {
  open = await openMeetings(['limoges', 'marseille', 'icheon', 'busan'], oneInterpreter)
  for (const slug of ['limoges', 'marseille', 'icheon', 'busan'])
    await open.keeper.post(`${await open.pageOf(slug)}/edit`, {
      ...said,
      languages: ['icheon', 'busan'].includes(slug) ? 'ko' : 'fr',
    })
  const rows = await open.testApp.context.database
    .selectFrom('partners_session_slot')
    .select('slot_id')
    .orderBy('starts_at')
    .execute()
  slots = rows.map(({ slot_id }) => slot_id)
})
afterAll(() => open.testApp.close())

async function send(path: string, fields: Record<string, string | string[]>) {
  const { statusCode, body } = await open.keeper.post(path, fields)
  return { statusCode, words: pageWords(body), body }
}
const fix = async (first: string, second: string, slot = '', language = 'fr') =>
  send(`${open.place}/rules`.replace('/fr/', `/${language}/`), {
    first: await open.idOf(first),
    second: await open.idOf(second),
    kind: 'fixed',
    slot,
  })
describe('what cannot be held is told at once, before any assignment', () => {
  it.each([
    ['fr', 'pas assez d’interprètes dans ce créneau'],
    ['ko', '그 시간의 지정 면담에 필요한 통역사가 부족합니다'],
    ['en', 'too few interpreters in this slot'],
  ])('a slot with more fixed meetings than interpreters, in %s', async (language, words) => {
    const [slot] = slots
    if (language === 'fr') expect((await fix('limoges', 'icheon', slot)).statusCode).toBe(303)
    const refused = await fix('marseille', 'busan', slot, language)
    expect([refused.statusCode, refused.words]).toEqual([422, expect.stringContaining(words)])
    expect(refused.body).toMatch(/aria-invalid="true"/)
  })

  it('settings with fewer interpreters, tables or slots than fixed meetings need', async () => {
    const [, second] = slots
    expect((await fix('marseille', 'busan', second)).statusCode).toBe(303)
    const setup = async (given: Record<string, string>) =>
      send(`${open.place}/setup`, { ...usualSetup, ...oneInterpreter, ...given })
    for (const [given, words] of [
      [{ 'interpreters.0.count': '0' }, 'demandent plus d’interprètes'],
      [{ 'interpreters.0.other': 'en' }, 'demandent plus d’interprètes'],
      [{ 'hours.0.from': '14:10' }, 'dans un créneau qui disparaîtrait'],
    ] as const) {
      const refused = await setup(given)
      expect([refused.statusCode, refused.words]).toEqual([422, expect.stringContaining(words)])
    }
    // A row of hours into which nothing fits is no slip that the others hide.
    const row = {
      'hours.1.part': '',
      'hours.1.day': '2017-12-05',
      'hours.1.from': '09:00',
      'hours.1.to': '09:10',
    }
    const short = await setup(row)
    expect(short.statusCode).toBe(422)
    expect(short.body).toMatch(/href="#field-hours.1.to"[^>]*>[^<]*Aucune rencontre de cette durée/)
    expect((await setup({})).statusCode).toBe(303)
  })

  it('a participant who would speak what nobody interprets, or be away too often', async () => {
    const page = `${await open.pageOf('busan')}/edit`
    const language = await send(page, { ...said, languages: 'en' })
    expect([language.statusCode, language.words]).toEqual([
      422,
      expect.stringContaining('n’aurait plus d’interprète'),
    ])
    const away = await send(page, { ...said, languages: 'ko', absences: slots.slice(1) })
    expect([away.statusCode, away.words]).toEqual([
      422,
      expect.stringContaining('pendant une de ces absences'),
    ])
  })

  it('a fixed pair that has no slot in common', async () => {
    await open.keeper.post(`${await open.pageOf('marseille')}/edit`, {
      ...said,
      languages: 'fr',
      absences: [slots[0] ?? '', slots[2] ?? ''],
    })
    await open.keeper.post(`${await open.pageOf('icheon')}/edit`, {
      ...said,
      languages: 'ko',
      absences: [slots[1] ?? '', slots[3] ?? '', slots[4] ?? ''],
    })
    const never = await fix('marseille', 'icheon')
    expect([never.statusCode, never.words]).toEqual([422, expect.stringContaining('créneaux en commun')])
  })

  it('a fixed meeting of somebody who has left, or would rather not: in the list, and where one assigns', async () => {
    await open.wish('limoges', [], ['icheon'])
    await open.keeper.post(`${await open.pageOf('busan')}/departure`)
    const rules = pageWords((await open.keeper.get(`${open.place}/rules`)).body)
    expect(rules).toContain('Un des deux s’est retiré : cette rencontre ne sera pas affectée')
    expect(rules).toContain('préférerait ne pas rencontrer')
    const page = pageWords((await open.keeper.get(open.place)).body)
    expect(page).toContain('1 rencontre imposée ne pourra pas avoir lieu')
  })
})
