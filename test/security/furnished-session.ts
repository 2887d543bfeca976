import { addParticipants } from '../../src/features/partners/assignment/participants/commands.ts'
import { lookUpSessionFacts } from '../../src/features/partners/assignment/queries.ts'
import { startRun } from '../../src/features/partners/assignment/runs/commands.ts'
import { saveSession } from '../../src/features/partners/assignment/setup/commands.ts'
import { findReference } from '../support/build-organisation.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

/** Bilateral meetings at an event, between Limoges and Icheon, with an assignment that no worker takes. */
export async function furnishSession(
  { testApp, networkId }: Pick<FurnishedNetwork, 'testApp' | 'networkId'>,
  slug: string,
): Promise<{ slug: string; id: string; number: string }> {
  const { context, application } = testApp
  const { event_id: id } = await context.database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const held = { id, networkId, holders: [] }
  await saveSession(context, held, {
    zone: 'Europe/Paris',
    hours: [{ day: '2017-12-04', from: '14:00', endsOn: '2017-12-04', to: '16:00' }],
    slotMinutes: 20,
    breakMinutes: 5,
    tables: null,
    interpreters: null,
    firstSide: ['FR'],
    usualQuota: 3,
    proposing: 'fairer',
    takesRequests: true,
  })
  const session = (await lookUpSessionFacts(context, id))?.session
  if (!session) throw new Error('No session')
  const parties = [await findReference(context, 'limoges'), await findReference(context, 'icheon')]
  const participants = await addParticipants(
    context,
    held,
    session,
    parties.map((organisation) => ({
      organisation,
      personName: '',
      address: null,
      language: 'fr',
      languages: [],
    })),
  )
  const { number } = await startRun(application, context, held, session, { keepsPublished: false })
  return { slug, id: participants[0] ?? '', number: String(number) }
}
