import { beforeAll, describe, expect, test } from 'vitest'
import { buildEvent } from '../../../test/support/build-event.ts'
import { buildMeeting } from '../../../test/support/build-meeting.ts'
import { type BuiltNetwork, buildNetwork } from '../../../test/support/build-network.ts'
import { findReference } from '../../../test/support/build-organisation.ts'
import { original } from '../../../test/support/build-texts.ts'
import { gatherFrom, letterFixture, readItem } from '../../../test/support/letter-fixture.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import type { NewDecision } from './decisions/decision.ts'

const since = '2026-10-01T09:00:00Z'

let testApp: TestApp
let limoges: string
beforeAll(async () => {
  testApp = await openTestApp()
  limoges = (await findReference(testApp.context, 'limoges')).id
  return testApp.close
})

const gather = (network: BuiltNetwork, given: Parameters<typeof letterFixture>[2] = { since }) =>
  gatherFrom(testApp, 'minutes.decisions', letterFixture(testApp, network, given))

const decision = (text: string, given: Partial<NewDecision> = {}): NewDecision => ({
  text: original(text),
  saidBy: original('Le groupe'),
  state: 'decided',
  horizon: null,
  knownOn: '2026-10-08',
  ...given,
})

/** Holds a meeting; its minutes are final at the given instant unless told otherwise. */
async function hold(
  network: BuiltNetwork,
  heldOn: string,
  decisions: NewDecision[],
  finalAt: string | null = '2026-10-15T09:00:00Z',
) {
  const meeting = await buildMeeting(testApp.context, network, {
    title: original(`Réunion du ${heldOn}`),
    heldOn,
    place: original('Hôtel de ville'),
    placeId: limoges,
    isHeld: true,
    knownOn: heldOn,
    decisions,
  })
  if (finalAt !== null)
    await testApp.context.database
      .updateTable('minutes_meeting')
      .set({ final_at: finalAt, final_number: '1', final_sha256: 'a', final_text: '{}' })
      .where('meeting_id', '=', meeting.id)
      .execute()
  return meeting
}

describe('what came of the last meeting', () => {
  test('is told beneath the meeting on both clocks: decisions with who is to do what by when, then wishes', async () => {
    const network = await buildNetwork(testApp.context)
    const meeting = await hold(network, '2026-10-08', [
      decision('Créer un club', { state: 'wished' }),
      decision('Organiser un séminaire', {
        horizon: '2027-04',
        actions: [
          {
            text: original('Réserver la salle'),
            organisationId: limoges,
            person: 'Claire Martin',
            due: '2026-12-01',
            dueWords: {},
            knownOn: '2026-10-08',
          },
        ],
      }),
    ])
    const items = await gather(network)
    expect(items.map((item) => readItem(item))).toEqual([
      'Réunion du 2026-10-08 | jeu. 8 oct. 2026, 10:00–12:00 Paris | jeu. 8 oct. 2026, 17:00–19:00 Séoul | Hôtel de ville, Limoges',
      'Organiser un séminaire | Décidé · Le groupe · échéance : avril 2027 | → Réserver la salle · Limoges · échéance : 1er décembre 2026',
      'Créer un club | Souhaité · Le groupe',
    ])
    expect(items[1]).toMatchObject({ path: `/meetings/${meeting.slug}`, organisationIds: [limoges] })
    expect(JSON.stringify(items)).not.toContain('Claire Martin')
  })

  test('says which event of the agenda it is, and of no other one of that day', async () => {
    const network = await buildNetwork(testApp.context)
    const meeting = await hold(network, '2026-10-08', [decision('Créer un club')])
    const onTheDay: Parameters<typeof buildEvent>[3] = { kind: 'meeting', when: '2026-10-08', state: 'past' }
    const named = await buildEvent(testApp, network, 'réunion du 2026-10-08', onTheDay)
    const placed = await buildEvent(testApp, network, 'Groupe-pays', onTheDay, {
      starts_at: '2026-10-08T08:00:00Z',
      place_id: limoges,
    })
    const title = 'Réunion du 2026-10-08'
    await buildEvent(testApp, network, 'Réunion de deux villes', onTheDay)
    await buildEvent(testApp, network, title, { ...onTheDay, kind: 'festival' })
    await buildEvent(testApp, network, title, { ...onTheDay, when: '2026-10-09' })
    await buildEvent(testApp, network, title, { ...onTheDay, state: 'cancelled' })
    await buildEvent(testApp, network, title, onTheDay, { starts_at: '2026-10-08T13:00:00Z' })
    await buildEvent(testApp, await buildNetwork(testApp.context), title, onTheDay)
    const [item] = await gather(network)
    expect(item?.key).toBe(`meeting:${meeting.id}`)
    expect(item?.tells?.toSorted()).toEqual([named, placed].map((id) => `event:${id}`).toSorted())
  })

  test('is told once: of the last meeting alone, or of an earlier one when its minutes come out', async () => {
    const network = await buildNetwork(testApp.context)
    await hold(network, '2026-09-10', [decision('Avant')], '2026-09-20T09:00:00Z')
    expect(await gather(network)).toEqual([])
    const late = await hold(network, '2026-09-20', [decision('Publié tard')])
    expect((await gather(network))[0]?.key).toBe(`meeting:${late.id}`)
    await hold(network, '2026-10-08', [decision('Dernière')])
    expect((await gather(network)).map(({ title }) => title.fr?.text)).toEqual([
      'Réunion du 2026-10-08',
      'Dernière',
    ])
    expect(await gather(network, { since: '2026-10-20T09:00:00Z' })).toEqual([])
  })

  test('stays untold while the minutes are not public, of another network, and before it is known', async () => {
    const network = await buildNetwork(testApp.context)
    await hold(network, '2026-10-08', [decision('Pas encore publié')], null)
    expect(await gather(network, { since, actor: { kind: 'operator' } })).toEqual([])
    const other = await buildNetwork(testApp.context)
    await hold(other, '2026-10-08', [decision('Ailleurs')])
    expect(await gather(network)).toEqual([])
    await hold(network, '2026-10-09', [decision('Su'), decision('Pas su', { knownOn: '2026-11-03' })])
    expect((await gather(network)).map(({ title }) => title.fr?.text)).toEqual([
      'Réunion du 2026-10-09',
      'Su',
    ])
  })

  test('takes as many statements for three decisions as for one', async () => {
    const count = async (decisions: NewDecision[]) => {
      const network = await buildNetwork(testApp.context)
      await hold(network, '2026-10-08', decisions)
      return testApp.countQueries(async () =>
        expect((await gather(network)).length).toBe(decisions.length + 1),
      )
    }
    const one = await count([decision('Un')])
    expect(await count([decision('Un'), decision('Deux'), decision('Trois')])).toBe(one)
    expect(one).toBeLessThanOrEqual(4)
  })
})
