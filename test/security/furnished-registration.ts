import {
  addEvent,
  openRegistration,
  registerByMail,
  registrationLink,
  sendRegistration,
} from '../support/register-for-event.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

export interface FurnishedRegistration {
  slug: string
  id: string
  /** The link of a registrant who comes, and the unused one of another. */
  path: string
  toConfirm: string
}

/** An event with registration: one person comes, one has not confirmed. `day` is ahead on the network’s own day. */
export async function furnishRegistration(
  { testApp, coordinator }: Pick<FurnishedNetwork, 'testApp' | 'coordinator'>,
  day: string,
): Promise<FurnishedRegistration> {
  const event = await addEvent(coordinator, 'Forum ouvert', { when: day })
  await openRegistration(coordinator, event, { untilDay: day, untilTime: '09:00' })
  const address = 'venue@ambassade.example'
  const path = await registerByMail(testApp, event, { address })
  await sendRegistration(testApp, event, { address: 'attente@ambassade.example', name: 'À confirmer' })
  const row = await testApp.context.database
    .selectFrom('agenda_registration')
    .select('registration_id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return {
    slug: event.split('/').at(-1) ?? '',
    id: row.registration_id,
    path,
    toConfirm: await registrationLink(testApp, 'attente@ambassade.example'),
  }
}
