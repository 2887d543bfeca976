import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { type OpenMeetings, openMeetings } from '../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'
import { readWorkbook } from '../../../../test/support/read-workbook.ts'
import { readBack } from '../../../../test/support/written-calendar.ts'

let open: OpenMeetings
let first: string
beforeAll(async () => {
  open = await openMeetings(undefined, {
    tables: '4',
    counted: 'yes',
    'interpreters.0.part': '',
    'interpreters.0.one': 'fr',
    'interpreters.0.other': 'ko',
    'interpreters.0.count': '1',
  })
})
afterAll(() => open.testApp.close())

const words = async (path: string) => pageWords((await open.keeper.get(path)).body)
const participantFields = { language: 'fr', languages: ['fr', 'en'], quota: '3', personName: '', address: '' }
const appointments = async () => {
  const rows = await open.testApp.context.database
    .selectFrom('partners_session_appointment')
    .select(['first_id', 'second_id', 'starts_at', 'sequence', 'cancelled_at'])
    .orderBy('appointment_id')
    .execute()
  return rows.filter(({ cancelled_at }) => cancelled_at === null)
}
const meetingsOf = async (slug: string) => {
  const id = await open.idOf(slug)
  return (await appointments()).filter(({ first_id, second_id }) => [first_id, second_id].includes(id))
}

describe('the bilateral meetings of an event, from their settings to what participants take along', () => {
  it('takes wishes of members for their own authority, and of whoever holds the event for any', async () => {
    const icheon = await open.memberOf('icheon', 'icheon@example.kr')
    expect(await open.wish('icheon', ['limoges', 'tours'], [], icheon)).toBe(303)
    expect(await open.wish('limoges', ['icheon', 'busan', 'sejong'], [], icheon)).toBe(404)
    expect(await open.wish('limoges', ['icheon', 'busan', 'sejong'])).toBe(303)
    expect(await open.wish('marseille', ['busan', 'icheon', 'daegu'])).toBe(303)
    expect(await open.wish('tours', ['sejong', 'icheon'])).toBe(303)
    expect(await open.wish('nantes-metropole', ['suncheon', 'daegu'])).toBe(303)
    expect(await open.wish('evian-les-bains', ['busan', 'daegu'])).toBe(303)
    expect(await open.wish('busan', ['marseille', 'limoges', 'evian-les-bains'])).toBe(303)
    expect(await open.wish('sejong', ['tours'], ['limoges'])).toBe(303)
    expect(await open.wish('daegu', ['nantes-metropole', 'marseille'])).toBe(303)
    const own = pageWords((await icheon.get(await open.pageOf('icheon'))).body)
    expect(own).toContain('Limoges')
    // The wishes of others are private.
    expect((await icheon.get(await open.pageOf('limoges'))).statusCode).toBe(404)
  })

  it('takes an absence, a fixed pair at its slot and a forbidden one', async () => {
    const { keeper, place, testApp, idOf } = open
    const slots = await testApp.context.database
      .selectFrom('partners_session_slot')
      .select('slot_id')
      .orderBy('starts_at')
      .execute()
    expect(slots).toHaveLength(5)
    const [one, two] = slots.map(({ slot_id }) => slot_id)
    const edit = await keeper.post(`${await open.pageOf('limoges')}/edit`, {
      ...participantFields,
      languages: 'fr',
      personName: 'Aline Adjointe',
      absences: one ?? '',
    })
    expect(edit.statusCode).toBe(303)
    const rule = async (left: string, right: string, kind: string, slot = '') =>
      keeper.post(`${place}/rules`, { first: await idOf(left), second: await idOf(right), kind, slot })
    expect((await rule('issy-les-moulineaux', 'busan', 'fixed', two)).statusCode).toBe(303)
    expect((await rule('evian-les-bains', 'daegu', 'forbidden')).statusCode).toBe(303)
    const both = await rule('evian-les-bains', 'daegu', 'fixed')
    expect([both.statusCode, pageWords(both.body)]).toEqual([
      422,
      expect.stringContaining('à la fois imposée et exclue'),
    ])
  })

  it('assigns them, names the causes of what could not be, and tells how fair it is', async () => {
    first = await open.run()
    const page = await words(first)
    expect(page).toContain('pas assez d’interprètes')
    expect(page).toContain('Premiers souhaits satisfaits')
    expect(page).toContain('Le moins bien servi')
    expect(page).toMatch(/Issy – Busan 부산.*?imposée/)
    expect(page).not.toMatch(/Évian – Daegu/)
    // Hours on both clocks.
    expect(page).toContain('14:25 – 14:45 Paris')
    expect(page).toContain('22:25 – 22:45 Séoul')
  })

  it('publishes them: everybody is told once, in their language, with what their calendar reads', async () => {
    const before = (await readMailbox(open.testApp)).length
    expect((await open.keeper.post(`${first}/publication`)).statusCode).toBe(303)
    const mails = (await readMailbox(open.testApp)).slice(before)
    // The demonstration has members of Limoges and Icheon.
    expect(mails.map(({ to }) => to).sort()).toEqual([
      'icheon@example.kr',
      'international@icheon.example',
      'international@limoges.example',
    ])
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Vos rencontres bilatérales : Temps Corée',
      'Vos rencontres bilatérales : Temps Corée',
      '양자 면담 일정 안내: Temps Corée',
    ])
    expect(mails.find(({ language }) => language === 'ko')?.text).toContain('Limoges')
    expect((await meetingsOf('icheon')).length).toBeGreaterThan(0)
    const again = await open.keeper.post(`${first}/publication`)
    expect(again.headers.location).toContain('publishedNothing')
    expect((await readMailbox(open.testApp)).length).toBe(before + 3)
  })

  it('gives them away as a table, as a calendar and as profile sheets', async () => {
    const { keeper, place } = open
    const sheets = readWorkbook((await keeper.get(`${place}.xlsx`)).rawPayload)
    expect(sheets.map(({ name }) => name)).toEqual([
      'Situation',
      'Par créneau',
      'Par participant',
      'Rencontres manquées',
    ])
    expect(sheets[1]?.rows.length).toBe((await appointments()).length + 1)
    const page = await open.pageOf('icheon')
    const ics = (await keeper.get(`${page}.ics`)).body
    const { events } = readBack(ics)
    expect(events.map(({ status }) => status)).toEqual((await meetingsOf('icheon')).map(() => 'confirmed'))
    expect(events[0]?.summary.text).toContain('Rencontre avec')
    const pdf = await keeper.get(`${page}.pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    if (!canReadPdf) return
    const { text } = readPdf(pdf.rawPayload)
    expect(text).toContain('Limoges')
    expect(text).toContain('이천')
    expect(text).toContain('Aline Adjointe')
  })

  it('calls off the meetings of who leaves, tells the others, and keeps all else in the next assignment', async () => {
    const { keeper } = open
    const limoges = await open.pageOf('limoges')
    const gone = await meetingsOf('limoges')
    const keyOf = (each: (typeof gone)[number]) =>
      `${each.first_id} ${each.second_id} ${each.starts_at.toISOString()}`
    const kept = (await appointments()).map(keyOf).filter((key) => !gone.map(keyOf).includes(key))
    expect(gone.length).toBeGreaterThan(0)
    expect(kept.length).toBeGreaterThan(0)
    const before = (await readMailbox(open.testApp)).length
    expect((await keeper.post(`${limoges}/departure`)).statusCode).toBe(303)
    expect(await meetingsOf('limoges')).toEqual([])
    const told = (await readMailbox(open.testApp)).slice(before)
    const french = told.filter(({ language }) => language === 'fr')
    expect(french.map(({ subject }) => subject)).toEqual(
      french.map(() => 'Changements dans vos rencontres bilatérales : Temps Corée'),
    )
    expect(told.map(({ to }) => to)).toContain('international@icheon.example')
    expect(french[0]?.text).toContain('Rencontres annulées')
    expect(await words(open.place)).toContain('Limoges : s’est retiré')
    expect(await words(first)).toContain('Rencontres devenues impossibles')
    const second = await open.run({ keeps: 'yes' })
    await keeper.post(`${second}/publication`)
    const now = (await appointments()).map(keyOf)
    for (const key of kept) expect(now).toContain(key)
    expect((await keeper.post(`${first}/publication`)).statusCode).toBe(409)
  })
})
