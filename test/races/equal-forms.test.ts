import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce, countRows, times } from '../support/at-once.ts'
import { buildMeeting } from '../support/build-meeting.ts'
import { original } from '../support/build-texts.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { readMailbox } from '../support/mailbox.ts'
import { limogesWish, openWishing, type WishingFixture } from '../support/wishes.ts'

const group = '/fr/france-coree'
let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())
const count = (rows: RawBuilder<unknown>) => countRows(fixture.testApp, rows)

/** The values of a form that adds something. */
const added: {
  name: string
  place: string
  typed: Record<string, string | string[]>
  table: RawBuilder<unknown>
}[] = [
  {
    name: 'event',
    place: `${group}/agenda/new`,
    typed: {
      kind: 'forum',
      'title.fr.text': 'Forum pressé',
      when: '2017-12-04',
      'participants.0.part': '',
      'participants.0.role': 'host',
      'participants.0.name': 'Limoges',
      visibility: 'public',
    },
    table: sql`agenda_event`,
  },
  {
    name: 'wish',
    place: `${group}/partners/new`,
    typed: limogesWish,
    table: sql`partners_wish`,
  },
  {
    name: 'cooperation',
    place: `${group}/cooperations/new`,
    typed: { 'parties.0.name': 'Limoges', 'parties.1.name': '무주', status: 'in_talks' },
    table: sql`registry_cooperation`,
  },
  {
    name: 'organisation',
    place: `${group}/organisations/new`,
    typed: { kind: 'association', country: 'FR', 'name.fr': 'Amis de Séoul' },
    table: sql`directory_organisation`,
  },
]

describe.each(added)('six equal forms of a new $name', ({ place, typed, table }) => {
  const draw = async () => ({
    ...(await fieldsOf(fixture.member, place)),
    ...typed,
    reason: 'Essai',
    action: 'anyway',
  })

  test('are one, when one form is pressed six times, and each press leads to it', async () => {
    const form = await draw()
    const before = await count(table)
    const answers = await Promise.all(times(6, () => fixture.member.post(place, form)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(times(6, () => 303))
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect((await fixture.member.post(place, form)).headers.location).toBe(answers[0]?.headers.location)
    expect((await count(table)) - before).toBe(1)
  })

  test('are six, when six windows send them at once, each under an address of its own', async () => {
    const forms = await Promise.all(times(6, draw))
    const before = await count(table)
    const answers = await Promise.all(forms.map((form) => fixture.member.post(place, form)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(times(6, () => 303))
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(6)
    expect((await count(table)) - before).toBe(6)
  })
})

describe('six equal invitations at once', () => {
  const people = `${group}/people`
  const invite = async (address: string, fields = fieldsOf(fixture.coordinator, people)) => ({
    ...(await fields),
    address,
    name: 'Noa Exemple',
    role: 'reader',
    language: 'fr',
    words: '',
  })
  const kept = async (address: string) => ({
    rows: await count(sql`people_invitation where address = ${address}`),
    mails: (await readMailbox(fixture.testApp)).filter(({ to }) => to === address).length,
  })

  test('from one form are one invitation and one mail', async () => {
    const form = await invite('one@form.example')
    const presses = times(6, () => () => fixture.coordinator.post(`${people}/invitations`, form))
    expect(await atOnce(presses)).toEqual({ 303: 6 })
    expect(await kept('one@form.example')).toEqual({ rows: 1, mails: 1 })
  })

  test('from six forms are one too, and five are told of it', async () => {
    const forms = await Promise.all(times(6, () => invite('six@forms.example')))
    const presses = forms.map((form) => () => fixture.coordinator.post(`${people}/invitations`, form))
    expect(await atOnce(presses)).toEqual({ 303: 1, 422: 5 })
    expect(await kept('six@forms.example')).toEqual({ rows: 1, mails: 1 })
  })

  test('one that has expired gives way to another', async () => {
    const send = async () =>
      fixture.coordinator.post(`${people}/invitations`, await invite('late@form.example'))
    expect((await send()).statusCode).toBe(303)
    expect((await send()).statusCode).toBe(422)
    await sql`update people_invitation set expires_at = made_at where address = 'late@form.example'`.execute(
      fixture.testApp.context.database,
    )
    expect((await send()).statusCode).toBe(303)
    expect(await kept('late@form.example')).toEqual({ rows: 2, mails: 2 })
  })
})

test('six meetings of one day and title, with a decision each, have an address of their own each', async () => {
  const decision = {
    text: original('Se revoir'),
    saidBy: {},
    state: 'decided',
    horizon: null,
    knownOn: '2017-07-08',
  } as const
  const made = await Promise.all(
    times(6, () =>
      buildMeeting(
        fixture.testApp.context,
        { id: fixture.networkId, slug: 'france-coree' },
        {
          title: original('Réunion pressée'),
          decisions: [decision],
        },
      ),
    ),
  )
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(6)
  expect(await count(sql`minutes_decision where slug like 'se-revoir%'`)).toBe(6)
})
