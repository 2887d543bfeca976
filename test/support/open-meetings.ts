import { assignmentJobs } from '../../src/features/partners/assignment/jobs.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'
import { addEvent } from './register-for-event.ts'
import { type SignedIn, signIn } from './sign-in.ts'

type Fields = Record<string, string | string[]>

export const frenchSide = [
  'limoges',
  'marseille',
  'tours',
  'nantes-metropole',
  'issy-les-moulineaux',
  'evian-les-bains',
]
export const koreanSide = ['icheon', 'busan', 'sejong', 'suncheon', 'daegu']

/** The demonstration with an event of Limoges at which authorities of both countries meet. */
export interface OpenMeetings {
  testApp: TestApp
  networkId: string
  keeper: SignedIn
  /** Of the meetings, in French. */
  place: string
  event: string
  organisationId(slug: string): Promise<string>
  /** Of a participant, by the slug of its organisation. */
  idOf(slug: string): Promise<string>
  pageOf(slug: string): Promise<string>
  memberOf(slug: string, address?: string): Promise<SignedIn>
  /** Sets the wishes of a participant: those they want to meet, the most wanted first, and those they would rather not. */
  wish(
    slug: string,
    wanted: readonly string[],
    refused?: readonly string[],
    browser?: SignedIn,
  ): Promise<number>
  /** Starts an assignment and runs its job; returns the path of its page. */
  run(fields?: Fields): Promise<string>
  work(): Promise<void>
}

/** What the form of the settings sends, unless something else is given. */
export const usualSetup = {
  zone: 'Europe/Paris',
  'hours.0.part': '',
  'hours.0.day': '2017-12-04',
  'hours.0.from': '14:00',
  'hours.0.to': '16:00',
  slotMinutes: '20',
  breakMinutes: '5',
  tables: '',
  usualQuota: '3',
  counted: 'no',
  firstSide: 'FR',
  proposing: 'fairer',
  takesRequests: 'yes',
} satisfies Fields

/** Opens the meetings of an event with these participants, by the slugs of their organisations. */
export async function openMeetings(
  slugs: readonly string[] = [...frenchSide, ...koreanSide],
  given: Fields = {},
  settings: Record<string, string> = {},
): Promise<OpenMeetings> {
  const testApp = await openTestApp({ demonstration: true, settings })
  const { database } = testApp.context
  const { network_id: networkId } = await database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  const organisationId = async (slug: string) => {
    const row = await database
      .selectFrom('directory_organisation')
      .select('organisation_id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    return row.organisation_id
  }
  const keeper = await signIn(testApp, { role: 'coordinator', networkId })
  const event = await addEvent(keeper, 'Temps Corée')
  const place = `${event}/meetings`
  const answer = await keeper.post(`${place}/setup`, { ...usualSetup, ...given })
  if (answer.statusCode !== 303)
    throw new Error(`Not set up: ${answer.statusCode} ${answer.body.slice(0, 2000)}`)
  for (const slug of slugs) {
    const id = await organisationId(slug)
    const { name } = await database
      .selectFrom('directory_organisation')
      .select('name')
      .where('organisation_id', '=', id)
      .executeTakeFirstOrThrow()
    const typed = name.fr ?? Object.values(name)[0] ?? ''
    const added = await keeper.post(`${place}/participants/new`, {
      'organisation.name': typed,
      'organisation.for': typed,
      'organisation.id': id,
      action: 'add',
    })
    if (added.statusCode !== 303) throw new Error(`Not added: ${slug} ${added.statusCode}`)
  }
  const idOf = async (slug: string) => {
    const row = await database
      .selectFrom('partners_session_participant')
      .select('participant_id')
      .where('organisation_id', '=', await organisationId(slug))
      .executeTakeFirstOrThrow()
    return row.participant_id
  }
  const pageOf = async (slug: string) => `${place}/participants/${await idOf(slug)}`
  const work = async () => {
    const jobs = assignmentJobs(testApp.application)
    await jobs.find(({ name }) => name === 'partners.assignments')?.run({})
  }
  return {
    testApp,
    networkId,
    keeper,
    place,
    event,
    organisationId,
    idOf,
    pageOf,
    work,
    memberOf: async (slug, address) =>
      signIn(testApp, {
        role: 'member',
        networkId,
        organisationIds: [await organisationId(slug)],
        ...(address ? { address } : {}),
      }),
    wish: async (slug, wanted, refused = [], browser = keeper) => {
      const fields: Fields = {}
      for (const [at, other] of wanted.entries()) fields[`place.${await idOf(other)}`] = String(at + 1)
      for (const other of refused) fields[`not.${await idOf(other)}`] = 'yes'
      return (await browser.post(`${await pageOf(slug)}/wishes`, fields)).statusCode
    },
    run: async (fields = {}) => {
      const asked = await keeper.post(`${place}/runs`, fields)
      if (asked.statusCode !== 303) throw new Error(`Not run: ${asked.statusCode}`)
      await work()
      return String(asked.headers.location).split('?')[0] ?? ''
    },
  }
}
