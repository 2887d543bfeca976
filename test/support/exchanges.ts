import { sql } from 'kysely'
import type { NewEvent } from '../../src/features/agenda/events/commands.ts'
import type { OrganisationRef } from '../../src/features/directory/organisation.ts'
import type { NewNetwork } from '../../src/features/networks/commands.ts'
import { followExchanges } from '../../src/features/outcomes/asking/commands.ts'
import { buildContact } from './build-contact.ts'
import { buildCooperation } from './build-cooperation.ts'
import { buildEvent } from './build-event.ts'
import { buildNetwork } from './build-network.ts'
import { type ReadMail, readMailbox } from './mailbox.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export interface Exchanges {
  testApp: TestApp
  network: { id: string; slug: string }
  /** A French holder with an account. */
  france: OrganisationRef
  /** A Korean holder with a post that has an address. */
  korea: OrganisationRef
  member: SignedIn
  coordinator: SignedIn
  /** Where the Korean post reads its mails. */
  office: string
  /** Adds an exchange of both on 2 November 2026, unless said otherwise; returns its id and slug. */
  add(given?: Partial<NewEvent>): Promise<{ id: string; slug: string; page: string }>
  /** What a night does. */
  night(): Promise<void>
  mails(): Promise<ReadMail[]>
  /** The path of the link in the last mail to the office. */
  link(): Promise<string>
  /** Puts the clock to nine in the morning of a day. */
  on(day: string): void
}

let built = 0
const start = '2026-12-02T09:00:00Z'

/** A group with a tie between two authorities: one with an account, one with a post alone. A new one for each test. */
export async function openExchanges(testApp: TestApp, given: Partial<NewNetwork> = {}): Promise<Exchanges> {
  const { context } = testApp
  testApp.clock.moveTo(start)
  const network = await buildNetwork(context, given)
  const tie = await buildCooperation(context, network.id, { knownOn: '2026-09-01' })
  const [france, korea] = tie.parties
  if (!france || !korea) throw new Error('A tie has two parties')
  const member = await signIn(testApp, {
    role: 'member',
    networkId: network.id,
    organisationIds: [france.id],
  })
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  const office = `office-${++built}@city.example`
  await buildContact(context, network, korea.id, { email: office, languages: ['ko'], residence: 'KR' })
  const mails = async () => (await readMailbox(testApp)).filter(({ to }) => to === office)
  return {
    testApp,
    network,
    france,
    korea,
    member,
    coordinator,
    office,
    add: async (given = {}) => {
      const id = await buildEvent(testApp, network, 'Forum des villes', {
        when: '2026-11-02',
        organisations: [
          { organisationId: france.id, role: 'host' },
          { organisationId: korea.id, role: 'participant' },
        ],
        cooperationIds: [tie.id],
        ...given,
      })
      const { rows } = await sql<{
        slug: string
      }>`select slug from agenda_event where event_id = ${id}`.execute(context.database)
      const slug = rows[0]?.slug ?? ''
      return { id, slug, page: `/fr/${network.slug}/agenda/${slug}` }
    },
    night: () => followExchanges(testApp.application),
    mails,
    link: async () => new URL((await mails()).at(-1)?.links[0] ?? '').pathname,
    on: (day) => testApp.clock.moveTo(`${day}T09:00:00Z`),
  }
}

/** The whole application, without directory, on the day on which an exchange of 2 November 2026 is asked about. */
export const openExchangeApp = () => openTestApp({ directory: 'none', now: start })
