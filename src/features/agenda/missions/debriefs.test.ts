import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Missions, ofParis, openMissions, trip } from '../../../../test/support/open-missions.ts'

const group = '/fr/france-coree'
const events = '/api/v1/networks/france-coree/events'

let missions: Missions
beforeAll(async () => {
  missions = await openMissions()
  await missions.addSeoul(trip, '12 septembre 2017')
})
afterAll(() => missions.close())

describe('the debrief', () => {
  test('is due 30 days after the end, and is overdue on the page, in the list and for the coordinator', async () => {
    expect(await missions.seen(trip)).toContain('Le bilan est attendu pour le 30 octobre 2017')
    expect(await missions.seen(`${trip}?now=2017-10-30`)).not.toContain('en retard')
    const late = 'now=2017-10-31'
    expect(await missions.seen(`${trip}?${late}`)).toContain(
      'était attendu pour le 30 octobre 2017 : il est en retard',
    )
    expect(await missions.seen(`/ko/france-coree/agenda?when=past&${late}`)).toContain('결과 보고 지연')
    expect(await missions.seen(`/en/france-coree/agenda?when=past&${late}`)).toContain('debrief overdue')
    expect(await missions.seen(`${group}/group?${late}`, missions.coordinator)).toContain('bilan en retard')
    expect(await missions.seen(`${group}/group?${late}`)).not.toContain('bilan en retard')
    expect(await missions.told(ofParis, `?${late}`)).toMatchObject({
      debrief_due_on: '2017-10-30',
      debrief_overdue: true,
      delegation: { debrief: { due_on: '2017-10-30', overdue: true, written_at: null } },
    })
    const received = (await missions.testApp.get(`${events}?kind=delegation_received`)).json().items
    expect(received.length).toBeGreaterThan(0)
    expect(received.every((each: { debrief_due_on: null }) => each.debrief_due_on === null)).toBe(true)
  })

  test('is written in languages with what came of it, by whom and when, and is overdue no longer', async () => {
    await missions.edit(trip, 'when', { when: '12 juin 2017', change: 'correction' })
    expect(await missions.seen(trip, missions.paris)).toContain('Écrire le bilan')
    const written = await missions.edit(
      trip,
      'debrief',
      {
        'account.fr.text': 'Trois réunions.',
        'outcome.fr.text': 'Une convention.',
        'nextSteps.fr.text': 'Avril.',
      },
      missions.paris,
    )
    expect(written.headers.location).toContain('/edit')
    const page = await missions.seen(trip, missions.paris)
    for (const text of ['Trois réunions.', 'Une convention.', 'Avril.', 'Bilan écrit le', 'Paris Membre'])
      expect(page, text).toContain(text)
    expect(await missions.seen(trip)).not.toContain('Paris Membre')
    expect(await missions.seen(`${trip}?now=2017-08-01`)).not.toContain('en retard')
    expect(await missions.seen(`${group}?now=2017-08-01`, missions.coordinator)).not.toContain(
      'bilan en retard',
    )
    expect((await missions.told(ofParis)).delegation.debrief).toMatchObject({
      overdue: false,
      written_at: expect.any(String),
      outcome: { fr: 'Une convention.' },
    })
  })

  test('is translated like every text', async () => {
    const [text] = await missions.testApp.context.database
      .selectFrom('translations_text')
      .select(['path', 'record_kind'])
      .where('path', '=', 'mission.debrief.account')
      .execute()
    expect(text).toEqual({ path: 'mission.debrief.account', record_kind: 'activity' })
  })

  test('goes with the event out of sight', async () => {
    expect((await missions.edit(trip, 'visibility', { visibility: 'hosts' })).statusCode).toBe(303)
    expect((await missions.testApp.get(`${events}/${ofParis}`)).statusCode).toBe(404)
    expect((await missions.testApp.get(trip)).statusCode).toBe(404)
    expect(await missions.seen(trip, missions.paris)).toContain('Trois réunions.')
  })
})
