import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildMeeting } from '../support/build-meeting.ts'
import { original } from '../support/build-texts.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { readMailbox } from '../support/mailbox.ts'
import { embassysEvent } from '../support/propose-event.ts'
import { addEvent, openRegistration, usualEntry } from '../support/register-for-event.ts'
import { browserOf, type SignedIn } from '../support/sign-in.ts'
import { addWish, limogesWish, openWishing, type WishingGround } from '../support/wishes.ts'

const group = '/fr/france-coree'
type Press = () => ReturnType<SignedIn['post']>

let ground: WishingGround
beforeAll(async () => {
  ground = await openWishing()
})
afterAll(() => ground.close())

/** Everybody presses before anybody is answered; how often each answer came, by its status. */
async function atOnce(presses: readonly Press[]): Promise<Record<string, number>> {
  const answers = await Promise.all(presses.map((press) => press()))
  const statuses = Map.groupBy(answers, ({ statusCode }) => String(statusCode))
  return Object.fromEntries([...statuses].map(([status, same]) => [status, same.length]))
}

async function count(rows: RawBuilder<unknown>): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from ${rows}`.execute(
    ground.house.context.database,
  )
  return found.rows[0]?.count ?? 0
}

const times = <T>(number: number, make: (index: number) => T): T[] =>
  Array.from({ length: number }, (_, index) => make(index))

/** The presses of a form that anybody sends, drawn half a minute before. */
async function anybody(address: string, typed: Record<string, string | string[]>, number: number) {
  const fields = await fieldsOf(browserOf(ground.house), address)
  ground.house.clock.advance({ seconds: 30 })
  return times(number, () => () => browserOf(ground.house).post(address, { ...fields, ...typed }))
}

interface Limited {
  name: string
  presses(): Promise<Press[]>
  kept: RawBuilder<unknown>
  most: number
}

describe('more than a limit lets through, all at once', () => {
  const limited: Limited[] = [
    {
      name: 'links to sign in for one address',
      presses: async () =>
        times(
          11,
          () => () => browserOf(ground.house).post('/fr/sign-in', { address: 'eleven@mairie.example' }),
        ),
      kept: sql`people_attempt where kind = 'link-to'`,
      most: 5,
    },
    {
      name: 'new addresses of an account',
      presses: async () =>
        times(
          8,
          (index) => () => ground.other.post('/fr/account/address', { address: `new${index}@ville.example` }),
        ),
      kept: sql`people_link where confirms is not null`,
      most: 5,
    },
    {
      name: 'tokens of a person',
      presses: async () =>
        times(
          24,
          (index) => () =>
            ground.icheon.post('/fr/account/tokens', {
              tokenName: `Programme ${index}`,
              network: 'france-coree',
              scopes: ['read'],
              days: '30',
            }),
        ),
      kept: sql`people_token`,
      most: 20,
    },
    {
      name: 'secret addresses of one’s calendar',
      presses: async () =>
        times(23, () => () => ground.icheon.post(`${group}/agenda/feeds`, { parameters: '' })),
      kept: sql`agenda_feed`,
      most: 20,
    },
    {
      name: 'proposals from one address in a day',
      presses: async () => anybody(`${group}/agenda/propose`, embassysEvent, 12),
      kept: sql`agenda_proposal`,
      most: 10,
    },
    {
      name: 'corrections from one address in a day',
      presses: async () => {
        const typed = {
          words: 'La convention date de 2016.',
          source: 'Archives',
          name: 'Lou',
          address: 'lou@lecteur.example',
        }
        return anybody(`${group}/cooperations/limoges-icheon/correction`, typed, 8)
      },
      kept: sql`contributions_suggestion where is_from_reader`,
      most: 5,
    },
    {
      name: 'words of interest from one address in a day',
      presses: async () => {
        const wish = await addWish(ground.member)
        const typed = {
          'authority.name': 'Icheon',
          text: 'Nous sommes intéressés.',
          language: 'fr',
          sender: 'Kim',
          address: 'kim@icheon.example',
        }
        return anybody(`${wish}/interest`, typed, 12)
      },
      kept: sql`partners_introduction where sender_address is not null`,
      most: 10,
    },
    {
      name: 'registrations from one address in a day',
      presses: async () => {
        const event = await addEvent(ground.member, 'Forum des inscriptions')
        await openRegistration(ground.member, event)
        return anybody(`${event}/registration`, usualEntry, 8)
      },
      kept: sql`agenda_registration`,
      most: 5,
    },
  ]
  test.each(limited)('keeps as many $name as it says', async ({ presses, kept, most }) => {
    const before = await count(kept)
    const pressed = await presses()
    expect(await atOnce(pressed)).not.toHaveProperty('500')
    expect(pressed.length).toBeGreaterThan(most)
    expect((await count(kept)) - before).toBe(most)
  })
})

/** What a form that adds something is sent with. */
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
    ...(await fieldsOf(ground.member, place)),
    ...typed,
    reason: 'Essai',
    action: 'anyway',
  })

  test('are one, when one form is pressed six times, and each press leads to it', async () => {
    const form = await draw()
    const before = await count(table)
    const answers = await Promise.all(times(6, () => ground.member.post(place, form)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(times(6, () => 303))
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect((await ground.member.post(place, form)).headers.location).toBe(answers[0]?.headers.location)
    expect((await count(table)) - before).toBe(1)
  })

  test('are six, when six windows send them at once, each under an address of its own', async () => {
    const forms = await Promise.all(times(6, draw))
    const before = await count(table)
    const answers = await Promise.all(forms.map((form) => ground.member.post(place, form)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(times(6, () => 303))
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(6)
    expect((await count(table)) - before).toBe(6)
  })
})

describe('six equal invitations at once', () => {
  const people = `${group}/people`
  const invite = async (address: string, fields = fieldsOf(ground.coordinator, people)) => ({
    ...(await fields),
    address,
    name: 'Noa Exemple',
    role: 'reader',
    language: 'fr',
    words: '',
  })
  const kept = async (address: string) => ({
    rows: await count(sql`people_invitation where address = ${address}`),
    mails: (await readMailbox(ground.house)).filter(({ to }) => to === address).length,
  })

  test('from one form are one invitation and one mail', async () => {
    const form = await invite('one@form.example')
    const presses = times(6, () => () => ground.coordinator.post(`${people}/invitations`, form))
    expect(await atOnce(presses)).toEqual({ 303: 6 })
    expect(await kept('one@form.example')).toEqual({ rows: 1, mails: 1 })
  })

  test('from six forms are one too, and five are told of it', async () => {
    const forms = await Promise.all(times(6, () => invite('six@forms.example')))
    const presses = forms.map((form) => () => ground.coordinator.post(`${people}/invitations`, form))
    expect(await atOnce(presses)).toEqual({ 303: 1, 422: 5 })
    expect(await kept('six@forms.example')).toEqual({ rows: 1, mails: 1 })
  })

  test('one that has expired gives way to another', async () => {
    const send = async () =>
      ground.coordinator.post(`${people}/invitations`, await invite('late@form.example'))
    expect((await send()).statusCode).toBe(303)
    expect((await send()).statusCode).toBe(422)
    await sql`update people_invitation set expires_at = made_at where address = 'late@form.example'`.execute(
      ground.house.context.database,
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
        ground.house.context,
        { id: ground.networkId, slug: 'france-coree' },
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
