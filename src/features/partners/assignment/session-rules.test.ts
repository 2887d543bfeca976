import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import { type OpenMeetings, openMeetings, usualSetup } from '../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'

let open: OpenMeetings
beforeAll(async () => {
  open = await openMeetings(['limoges', 'marseille', 'icheon', 'busan'], { tables: '1' })
})
afterAll(() => open.testApp.close())

const said = { language: 'fr', languages: 'fr', quota: '2', personName: 'Aline', address: '' }
const answer = async (path: string, fields: Record<string, string | string[]>) => {
  const { statusCode, body } = await open.keeper.post(path, fields)
  return { statusCode, words: pageWords(body), body }
}
const slotIds = async () => {
  const rows = await open.testApp.context.database
    .selectFrom('partners_session_slot')
    .select('slot_id')
    .orderBy('starts_at')
    .execute()
  return rows.map(({ slot_id }) => slot_id)
}

describe('what is wrong with a session is said beside its field, and nothing typed is lost', () => {
  it.each([
    ['hours into which no meeting fits', { 'hours.0.to': '14:10' }, 'Aucune rencontre de cette durée'],
    ['hours that end before they begin', { 'hours.0.to': '13:00' }, 'La fin précède le début'],
    ['no number of meetings', { usualQuota: '0' }, 'nombre entier'],
    ['more meetings than slots', { usualQuota: '9' }, 'plus que le nombre de créneaux'],
    [
      'interpreters that are counted and of whom there are none',
      { counted: 'yes' },
      'Ajoutez une paire de langues',
    ],
    ['all countries on one side', { firstSide: ['FR', 'KR'] }, 'laissez-en au moins un'],
  ])('refuses %s', async (_, given, words) => {
    const refused = await answer(`${open.place}/setup`, { ...usualSetup, slotMinutes: '25', ...given })
    expect([refused.statusCode, refused.words]).toEqual([422, expect.stringContaining(words)])
    expect(refused.body).toMatch(/name="slotMinutes"[^>]*value="25"|value="25"[^>]*name="slotMinutes"/)
  })

  it('refuses hours that overlap others of the day', async () => {
    const again = {
      'hours.1.part': '',
      'hours.1.day': '2017-12-04',
      'hours.1.from': '15:00',
      'hours.1.to': '17:00',
    }
    const refused = await answer(`${open.place}/setup`, { ...usualSetup, ...again })
    expect([refused.statusCode, refused.words]).toEqual([422, expect.stringContaining('chevauche')])
  })

  it.each([
    ['0', 'au moins 1'],
    ['6', 'plus que le nombre de créneaux'],
  ])('refuses a quota of %s', async (quota, words) => {
    const refused = await answer(`${await open.pageOf('limoges')}/edit`, { ...said, quota })
    expect([refused.statusCode, refused.words]).toEqual([422, expect.stringContaining(words)])
    expect(refused.body).toContain('value="Aline"')
  })

  it('refuses somebody who is never there, and an organisation that nobody knows', async () => {
    const absent = await answer(`${await open.pageOf('limoges')}/edit`, {
      ...said,
      absences: await slotIds(),
    })
    expect([absent.statusCode, absent.words]).toEqual([422, expect.stringContaining('absent de tous')])
    const unknown = await answer(`${open.place}/participants/new`, {
      'organisation.name': 'Zzyzx-sur-Mer',
      action: 'add',
    })
    expect(unknown.statusCode).toBe(422)
    expect(unknown.body).toContain('value="Zzyzx-sur-Mer"')
  })

  it('refuses a place given twice, and one that is both wanted and refused', async () => {
    const [icheon, busan] = [await open.idOf('icheon'), await open.idOf('busan')]
    const wishes = `${await open.pageOf('limoges')}/wishes`
    const twice = await answer(wishes, { [`place.${icheon}`]: '1', [`place.${busan}`]: '1' })
    expect([twice.statusCode, twice.words]).toEqual([422, expect.stringContaining('déjà donné')])
    const both = await answer(wishes, { [`place.${icheon}`]: '1', [`not.${icheon}`]: 'yes' })
    expect([both.statusCode, both.words]).toEqual([422, expect.stringContaining('souhaiter et refuser')])
  })

  it('refuses more fixed meetings in a slot than tables, and one at which somebody is away', async () => {
    const [slot = '', other = ''] = await slotIds()
    const rule = async (first: string, second: string, at: string) =>
      answer(`${open.place}/rules`, {
        first: await open.idOf(first),
        second: await open.idOf(second),
        kind: 'fixed',
        slot: at,
      })
    await open.keeper.post(`${await open.pageOf('busan')}/edit`, {
      ...said,
      languages: 'ko',
      absences: other,
    })
    expect((await rule('limoges', 'busan', other)).words).toContain('est absent de ce créneau')
    expect((await rule('limoges', 'icheon', slot)).statusCode).toBe(303)
    expect((await rule('marseille', 'busan', slot)).words).toContain('Toutes les tables')
    expect((await rule('limoges', 'icheon', slot)).words).toContain('déjà prise')
    const removed = await answer(`${open.place}/rules/removal`, {
      first: await open.idOf('limoges'),
      second: await open.idOf('icheon'),
    })
    expect(removed.statusCode).toBe(303)
  })
})

describe('an assignment under way', () => {
  it('is the only one: whoever asks too is shown it', async () => {
    const colleague = await signIn(open.testApp, { role: 'coordinator', networkId: open.networkId })
    const [one, other] = await Promise.all([
      open.keeper.post(`${open.place}/runs`),
      colleague.post(`${open.place}/runs`),
    ])
    const places = [one, other].map(({ headers }) => String(headers.location)).sort()
    expect(places).toEqual([`${open.place}/runs/1`, `${open.place}/runs/1?done=taken`])
    const page = await open.keeper.get(`${open.place}/runs/1`)
    expect(page.headers.refresh).toBe('2')
    expect(pageWords(page.body)).toContain('Arrêter l’affectation')
  })

  it('finds nothing any more once it was ended', async () => {
    expect((await open.keeper.post(`${open.place}/runs/1/ending`)).statusCode).toBe(303)
    await open.work()
    const page = await open.keeper.get(`${open.place}/runs/1`)
    expect([page.headers.refresh, pageWords(page.body)]).toEqual([
      undefined,
      expect.stringContaining('arrêtée avant d’avoir trouvé'),
    ])
  })

  it('goes on when somebody leaves meanwhile; it is marked, and they are not published', async () => {
    await open.wish('limoges', ['icheon', 'busan'])
    await open.wish('marseille', ['icheon'])
    const asked = await open.keeper.post(`${open.place}/runs`)
    const page = String(asked.headers.location)
    await open.work()
    await open.keeper.post(`${await open.pageOf('marseille')}/departure`)
    const words = pageWords((await open.keeper.get(page)).body)
    expect(words).toContain('faite avant ces changements')
    expect(words).toContain('Marseille : s’est retiré')
    const before = (await readMailbox(open.testApp)).length
    await open.keeper.post(`${page}/publication`)
    const told = (await readMailbox(open.testApp)).slice(before)
    expect(told.length).toBeGreaterThan(0)
    for (const { text } of told) expect(text).not.toContain('Marseille')
  })

  it('needs somebody on each side', async () => {
    for (const slug of ['icheon', 'busan']) await open.keeper.post(`${await open.pageOf(slug)}/departure`)
    const refused = await answer(`${open.place}/runs`, {})
    expect([refused.statusCode, refused.words]).toEqual([
      422,
      expect.stringContaining('au moins un participant de chaque côté'),
    ])
    for (const slug of ['icheon', 'busan']) await open.keeper.post(`${await open.pageOf(slug)}/return`)
  })
})

describe('who sees the bilateral meetings', () => {
  it('are those who take part in the network: to others they do not exist', async () => {
    const reader = await signIn(open.testApp, { role: 'reader', networkId: open.networkId })
    expect((await reader.get(open.place)).statusCode).toBe(404)
    expect((await browserOf(open.testApp).get(open.place)).statusCode).toBe(404)
    const member = await open.memberOf('tours')
    const page = pageWords((await member.get(open.place)).body)
    expect(page).toContain('Limoges')
    expect(page).not.toContain('Affecter les rencontres')
    for (const path of ['/setup', '/rules', '/participants/new', '/runs/1'])
      expect((await member.get(open.place + path)).statusCode, path).toBe(404)
    expect((await member.get(`${open.place}.xlsx`)).statusCode).toBe(404)
  })

  it('lets a member take part for their own authority, and no other', async () => {
    const member = await open.memberOf('tours')
    const join = (id: string) => member.post(`${open.place}/participants`, { organisation: id })
    expect((await join(await open.organisationId('nantes-metropole'))).statusCode).toBe(404)
    expect((await join(await open.organisationId('tours'))).statusCode).toBe(303)
    expect((await member.get(await open.pageOf('tours'))).statusCode).toBe(200)
    // Wishes are closed for members, not for organisers of the event.
    await open.keeper.post(`${open.place}/setup`, { ...usualSetup, takesRequests: '' })
    expect(await open.wish('tours', ['busan'], [], member)).toBe(410)
    expect(await open.wish('tours', ['busan'])).toBe(303)
  })

  it('asks the database as often for many participants as for few', async () => {
    const few = await openMeetings(['limoges', 'icheon'])
    await few.wish('limoges', ['icheon'])
    const counts = async (fixture: OpenMeetings) => {
      const run = await fixture.run()
      await fixture.keeper.post(`${run}/publication`)
      const found: number[] = []
      for (const path of [fixture.place, run, await fixture.pageOf('limoges'), `${fixture.place}/rules`])
        found.push(await fixture.testApp.countQueries(() => fixture.keeper.get(path)))
      return found
    }
    expect(await counts(open)).toEqual(await counts(few))
    await few.testApp.close()
  })
})

it('takes no wishes that arrive as they are closed', async () => {
  const setUp = (takesRequests: string) =>
    open.keeper.post(`${open.place}/setup`, { ...usualSetup, tables: '1', takesRequests })
  const icheon = await open.memberOf('icheon')
  const wish = (name: string) => open.wish('icheon', [name], [], icheon)
  const wished = () =>
    open.testApp.context.database
      .selectFrom('partners_session_wish')
      .select(['participant_id', 'other_id'])
      .execute()
  await setUp('yes')
  expect(await wish('limoges')).toBe(303)
  const before = await wished()
  const late = await meanwhile(
    open.testApp,
    () => setUp(''),
    () => wish('marseille'),
  )
  expect(late).toBe(410)
  expect(await wished()).toEqual(before)
})
