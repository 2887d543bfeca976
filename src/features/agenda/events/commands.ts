import { describeActor } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { takeFreeSlug } from '../../../platform/database/free-slug.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { differingEntries } from '../../../platform/records/difference.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import { refreshOccurrences } from '../recurrence/rows.commands.ts'
import type { EventKind, EventState, Firmness } from './codes.ts'
import { reservedSlugs } from './paths.ts'
import type { EventEntry } from './schema.ts'
import { refreshSearch } from './search.commands.ts'
import { linkTies, unlinkTies } from './ties/commands.ts'

export interface NewEvent {
  /** Its id where it had one before: an event that is brought back. */
  id?: string
  slug: string
  kind: EventKind
  title: LocalizedText
  /** EDTF, or null when the source gives no date. */
  when: string | null
  /** The date in the words of the source, where it is vague. */
  words?: LocalizedText
  /** Instants, where hours are known, with the zone in which they were given. */
  hours?: { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null; zone: string } | null
  state: EventState
  /** How firm a plan is; null for what is past. */
  firmness?: Firmness | null
  /** Countries that are guests of a third country's event rather than its subject. */
  guestCountries?: string[]
  placeId?: string | null
  /** The fair, programme or crossed year that it is part of. */
  frame?: LocalizedText
  organisations: { organisationId: string; role: string }[]
  cooperationIds: string[]
  knownOn: string
}

/** Writes an event, past or planned, as part of the command that records it; returns its id. */
export async function writeEvent(context: Context, networkId: string, event: NewEvent): Promise<string> {
  const eventId = event.id ?? newId()
  const now = context.clock.now().toString()
  await context.database
    .insertInto('agenda_event')
    .values({
      event_id: eventId,
      network_id: networkId,
      slug: event.slug,
      ...columnsOf(event),
      ...hourColumns(event),
      published_at: now,
      published_by: describeActor(context.actor),
      created_at: now,
      updated_at: now,
    })
    .execute()
  await linkTies(context, eventId, event.cooperationIds)
  await writeOrganisations(context, eventId, event.organisations)
  await refreshSearch(context, [eventId])
  return eventId
}

/** Writes the events of a tie, where they differ. One that several ties share changes for all of them. */
export async function replaceEvents(
  context: Context,
  cooperation: { id: string; networkId: string },
  before: EventEntry[],
  after: EventEntry[],
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  for (const id of removed) await unlinkEvent(context, cooperation.id, id)
  const stored = await listStored(context, cooperation.networkId, added)
  for (const { entry } of added) {
    if (stored.has(entry.id)) {
      await linkTies(context, entry.id, [cooperation.id])
      continue
    }
    await writeEvent(context, cooperation.networkId, {
      ...entry,
      slug: await findFreeSlug(context, cooperation.networkId, entry.slug),
      organisations: membersOf(entry),
      cooperationIds: [cooperation.id],
    })
  }
  for (const { entry } of changed) {
    const was = before.find(({ id }) => id === entry.id)
    if (isSame(was, entry)) continue
    await context.database
      .updateTable('agenda_event')
      .set((columns) => ({
        ...columnsOf(entry),
        ...(was?.when === entry.when ? {} : { starts_at: null, ends_at: null, zone: null }),
        ...(was?.state === entry.state ? {} : sayCancelled(context, entry.state)),
        ...(isTold(was, entry) ? { sequence: columns('sequence', '+', 1) } : {}),
        updated_at: context.clock.now().toString(),
      }))
      .where('network_id', '=', cooperation.networkId)
      .where('event_id', '=', entry.id)
      .execute()
    if (!isSame(was?.organisations, entry.organisations))
      await replaceOrganisations(context, entry.id, membersOf(entry))
    if (was?.when !== entry.when) await refreshOccurrences(context, [entry.id])
    await refreshSearch(context, [entry.id])
  }
}

// An event that the agenda still has, hidden or without its tie, is no new one.
async function listStored(
  { database }: Context,
  networkId: string,
  added: readonly { entry: EventEntry }[],
): Promise<Set<string>> {
  if (added.length === 0) return new Set()
  const rows = await database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('network_id', '=', networkId)
    .where(
      'event_id',
      'in',
      added.map(({ entry }) => entry.id),
    )
    .execute()
  return new Set(rows.map(({ event_id }) => event_id))
}

/** An address that no event has, and no other page of the agenda. */
export function findFreeSlug(context: Context, networkId: string, wished: string): Promise<string> {
  return takeFreeSlug(context, 'agenda_event', { networkId, wished, reserved: reservedSlugs })
}

// An event that no other tie shares is removed with the last one, unless a member changed it in the agenda, or opened registration or
// bilateral meetings for it: it then has a life of its own.
async function unlinkEvent(context: Context, cooperationId: string, id: string): Promise<void> {
  await unlinkTies(context, id, [cooperationId])
  const { database } = context
  const shared = await database
    .selectFrom('agenda_event_cooperation')
    .select('cooperation_id')
    .where('event_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (shared) return
  const changed = await database
    .selectFrom('contributions_version')
    .select('number')
    .where('record_kind', '=', 'event')
    .where('record_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  const opened = await database
    .selectFrom('agenda_registration_terms')
    .select('event_id')
    .where('event_id', '=', id)
    .executeTakeFirst()
  const meets = await database
    .selectFrom('partners_session')
    .select('event_id')
    .where('event_id', '=', id)
    .executeTakeFirst()
  if (changed || opened || meets) return
  await database.deleteFrom('agenda_event_organisation').where('event_id', '=', id).execute()
  await database.deleteFrom('agenda_event').where('event_id', '=', id).execute()
}

/** Replaces the organisations that take part in an event. */
export async function replaceOrganisations(
  context: Context,
  eventId: string,
  organisations: NewEvent['organisations'],
): Promise<void> {
  await context.database.deleteFrom('agenda_event_organisation').where('event_id', '=', eventId).execute()
  await writeOrganisations(context, eventId, organisations)
}

async function writeOrganisations(
  { database }: Context,
  eventId: string,
  organisations: NewEvent['organisations'],
): Promise<void> {
  if (organisations.length === 0) return
  await database
    .insertInto('agenda_event_organisation')
    .values(
      organisations.map((each, position) => ({
        event_id: eventId,
        organisation_id: each.organisationId,
        role: each.role,
        position,
      })),
    )
    .execute()
}

// Whether a change affects the plans of participants.
function isTold(was: EventEntry | undefined, is: EventEntry): boolean {
  return was?.when !== is.when || was.state !== is.state || was.placeId !== is.placeId
}

/** Who cancelled an event and when, where that is its state. */
export function sayCancelled({ actor, clock }: Context, state: EventState) {
  return state === 'cancelled'
    ? { cancelled_at: clock.now().toString(), cancelled_by: describeActor(actor) }
    : { cancelled_at: null, cancelled_by: null }
}

const membersOf = ({ organisations }: EventEntry) =>
  organisations.map(({ id, role }) => ({ organisationId: id, role }))

function hourColumns({ hours }: NewEvent) {
  return hours
    ? { starts_at: hours.startsAt.toString(), ends_at: hours.endsAt?.toString() ?? null, zone: hours.zone }
    : {}
}

function columnsOf(event: Omit<NewEvent, 'organisations' | 'cooperationIds' | 'slug' | 'id' | 'hours'>) {
  const when = event.when ? readEdtf(event.when) : null
  return {
    kind: event.kind,
    title: JSON.stringify(event.title),
    happens: when?.edtf ?? null,
    starts_on: when?.from ?? null,
    ends_on: when?.to ?? null,
    words: JSON.stringify(event.words ?? {}),
    state: event.state,
    firmness: event.firmness ?? null,
    guest_countries: event.guestCountries ?? [],
    place_id: event.placeId ?? null,
    frame: JSON.stringify(event.frame ?? {}),
    known_on: event.knownOn,
  }
}
