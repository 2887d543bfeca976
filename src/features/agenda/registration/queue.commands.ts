import { inTransaction } from '../../../platform/database/transaction.ts'
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
import { lookUpOwnRegistration } from './queries.ts'
import type { Entry, Registration } from './registration.ts'
import type { Terms } from './terms.ts'

/** Queues a person with a known address, gives out places and notifies those concerned; returns their id, also an earlier one. */
export async function register(
  notifying: EventNotification,
  terms: Terms,
  entry: Entry,
  addedBy: string | null = null,
): Promise<{ id: string | null; isNew: boolean }> {
  return locked(notifying, terms, async (inside) => {
    const stored = await lookUpOwnRegistration(inside.writing, terms.eventId, entry)
    if (stored) return { id: stored.id, isNew: false }
    const id = await addRegistration(inside.writing, inside.event, entry, addedBy)
    if (id !== null) await settle(inside, terms, id)
    return { id, isNew: id !== null }
  })
}

/** Registers a person who has just confirmed their address; returns the id of the valid registration. */
export async function confirmRegistration(
  notifying: EventNotification,
  terms: Terms,
  registration: Registration,
): Promise<string> {
  return locked(notifying, terms, async (inside) => {
    // A person who sent the form twice, and confirms both, is registered once.
    const { address } = registration
    const stored = await lookUpOwnRegistration(inside.writing, terms.eventId, { address, personId: null })
    if (stored) return stored.id
    await queueConfirmed(inside.writing, inside.event, registration.id)
    await settle(inside, terms, registration.id)
    return registration.id
  })
}

/** Changes the entry of a registrant; a country with places left may let others in. */
export async function changeEntry(
  notifying: EventNotification,
  terms: Terms,
  before: Registration,
  entry: Omit<Entry, 'personId'>,
): Promise<ChangeOutcome> {
  return locked(notifying, terms, async (inside) => {
    const outcome = await changeRegistration(inside.writing, inside.event, terms, before, entry)
    if (outcome === 'done') await promote(inside, terms)
    return outcome
  })
}

/** Takes a registrant off the list and gives their place to the next; false when they had gone already. */
export async function withdraw(
  notifying: EventNotification,
  terms: Terms,
  registration: Registration,
  word: { text: string; language: string } | null = null,
): Promise<boolean> {
  return locked(notifying, terms, async (inside) => {
    const isGone = await withdrawRegistration(inside.writing, inside.event, registration.id, word?.text)
    if (!isGone) return false
    await notifyRegistrant(inside, registration, word === null ? 'withdrawn' : 'removed', word)
    await promote(inside, terms)
    return true
  })
}

/** Gives free places to people who wait, and writes to them; returns how many got one. */
export function promoteWaiting(notifying: EventNotification, terms: Terms): Promise<number> {
  return locked(notifying, terms, (inside) => promote(inside, terms))
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

function locked<T>(
  notifying: EventNotification,
  terms: Terms,
  work: (inside: EventNotification) => Promise<T>,
): Promise<T> {
  return inTransaction(notifying.writing, async (writing) => {
    await lockPlaces(writing, terms.eventId)
    return work({ ...notifying, writing })
  })
}
