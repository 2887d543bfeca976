import { inTransaction } from '../../../platform/database/transaction.ts'
import { notFound } from '../../../platform/refusal.ts'
import {
  addRegistration,
  type ChangeOutcome,
  changeRegistration,
  givePlaces,
  lockPlaces,
  queueConfirmed,
  withdrawRegistration,
} from './commands.ts'
import { type EventNotification, notifyEach, notifyRegistrant } from './mails.ts'
import { findRegistration, lookUpOwnRegistration, lookUpTerms } from './queries.ts'
import type { Entry, Registration } from './registration.ts'
import type { Terms } from './terms.ts'

/** Queues a person with a known address, gives out places and notifies those concerned; returns their id, also an earlier one. */
export async function register(
  notifying: EventNotification,
  { eventId }: Pick<Terms, 'eventId'>,
  entry: Entry,
  addedBy: string | null = null,
): Promise<{ id: string | null; isNew: boolean }> {
  return locked(notifying, eventId, async (inside, terms) => {
    const stored = await lookUpOwnRegistration(inside.writing, eventId, entry)
    if (stored) return { id: stored.id, isNew: false }
    const id = await addRegistration(inside.writing, inside.event, entry, addedBy)
    if (id !== null) await settle(inside, terms, id)
    return { id, isNew: id !== null }
  })
}

/** Registers a person who has just confirmed their address; returns the id of the valid registration. */
export async function confirmRegistration(
  notifying: EventNotification,
  { eventId }: Pick<Terms, 'eventId'>,
  registration: Registration,
): Promise<string> {
  return locked(notifying, eventId, async (inside, terms) => {
    // A person who sent the form twice, and confirms both, is registered once.
    const { address } = registration
    const stored = await lookUpOwnRegistration(inside.writing, eventId, { address, personId: null })
    if (stored) return stored.id
    await queueConfirmed(inside.writing, inside.event, registration.id)
    await settle(inside, terms, registration.id)
    return registration.id
  })
}

/** Changes the entry of a registrant; a country with places left may let others in. */
export async function changeEntry(
  notifying: EventNotification,
  { eventId }: Pick<Terms, 'eventId'>,
  { id }: Pick<Registration, 'id'>,
  entry: Omit<Entry, 'personId'>,
): Promise<ChangeOutcome> {
  return locked(notifying, eventId, async (inside, terms) => {
    const before = await findRegistration(inside.writing, eventId, id)
    const outcome = await changeRegistration(inside.writing, inside.event, terms, before, entry)
    if (outcome === 'done') await promote(inside, terms)
    return outcome
  })
}

/** Takes a registrant off the list and gives their place to the next; false when they had gone already. */
export async function withdraw(
  notifying: EventNotification,
  { eventId }: Pick<Terms, 'eventId'>,
  registration: Registration,
  word: { text: string; language: string } | null = null,
): Promise<boolean> {
  return locked(notifying, eventId, async (inside, terms) => {
    const isGone = await withdrawRegistration(inside.writing, inside.event, registration.id, word?.text)
    if (!isGone) return false
    await notifyRegistrant(inside, registration, word === null ? 'withdrawn' : 'removed', word)
    await promote(inside, terms)
    return true
  })
}

/** Gives free places to people who wait, and writes to them; returns how many got one. */
export function promoteWaiting(
  notifying: EventNotification,
  { eventId }: Pick<Terms, 'eventId'>,
): Promise<number> {
  return locked(notifying, eventId, promote)
}

async function promote(notifying: EventNotification, terms: Terms): Promise<number> {
  const placed = await givePlaces(notifying.writing, terms)
  await notifyEach(notifying, placed, 'promoted')
  return placed.length
}

async function settle(notifying: EventNotification, terms: Terms, id: string): Promise<void> {
  const placed = await givePlaces(notifying.writing, terms)
  const others = placed.filter((each) => each !== id)
  await notifyEach(notifying, [id], others.length < placed.length ? 'placed' : 'waiting')
  await notifyEach(notifying, others, 'promoted')
}

// With the terms under the lock: the holders of the event may have changed the number of places since the page was loaded.
function locked<T>(
  notifying: EventNotification,
  eventId: string,
  work: (inside: EventNotification, terms: Terms) => Promise<T>,
): Promise<T> {
  return inTransaction(notifying.writing, async (writing) => {
    await lockPlaces(writing, eventId)
    const terms = (await lookUpTerms(writing, eventId)) ?? notFound(eventId)
    return work({ ...notifying, writing }, terms)
  })
}
