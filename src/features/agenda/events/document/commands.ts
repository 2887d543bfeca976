import { describeActor } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { slugOf } from '../../../../platform/input/slug.ts'
import { isSame } from '../../../../platform/records/record-document.ts'
import { writeCriticalMass } from '../../commitments/document/commands.ts'
import { writeMission } from '../../missions/document/commands.ts'
import { refreshOccurrences } from '../../recurrence/rows.commands.ts'
import { findFreeSlug, replaceOrganisations, sayCancelled, writeEvent } from '../commands.ts'
import { refreshSearch } from '../search.commands.ts'
import { linkTies, unlinkTies } from '../ties/commands.ts'
import { columnsOf } from './event-columns.ts'
import { type EventDocument, emptyEvent } from './schema.ts'

interface Place {
  id: string
  networkId: string
}

/** Writes what differs between two states of an event, and who moved, cancelled, published or withdrew it. */
export async function writeEventDocument(
  context: Context,
  { id, networkId }: Place,
  before: EventDocument,
  after: EventDocument,
): Promise<void> {
  const now = context.clock.now().toString()
  const by = describeActor(context.actor)
  const isHere = ({ visibility }: EventDocument) => visibility !== 'withdrawn'
  await context.database
    .updateTable('agenda_event')
    .set((columns) => ({
      ...columnsOf(after),
      ...(isSame(before.previously, after.previously)
        ? {}
        : after.previously === null
          ? { moved_at: null, moved_by: null }
          : { moved_at: now, moved_by: by }),
      ...(before.state === after.state ? {} : sayCancelled(context, after.state)),
      ...(isHere(before) === isHere(after)
        ? {}
        : { published_at: isHere(after) ? now : null, published_by: by }),
      ...(mustBeToldOf(before, after) ? { sequence: columns('sequence', '+', 1) } : {}),
      updated_at: now,
    }))
    .where('network_id', '=', networkId)
    .where('event_id', '=', id)
    .execute()
  if (!isSame(before.organisations, after.organisations))
    await replaceOrganisations(
      context,
      id,
      after.organisations.map(({ id: organisationId, role }) => ({ organisationId, role })),
    )
  const ties = (document: EventDocument) => document.cooperations.map((tie) => tie.id)
  await unlinkTies(
    context,
    id,
    ties(before).filter((tie) => !ties(after).includes(tie)),
  )
  await linkTies(
    context,
    id,
    ties(after).filter((tie) => !ties(before).includes(tie)),
  )
  await writeMission(context, id, before.mission, after.mission)
  if (before.recurrence !== null || after.recurrence !== null) await refreshOccurrences(context, [id])
  await writeCriticalMass(context, id, before.criticalMass, after.criticalMass)
  await refreshSearch(context, [id])
}

/** Makes an event from its document; returns its id. Its address comes from its title. */
export async function insertEventDocument(
  context: Context,
  networkId: string,
  document: EventDocument,
): Promise<string> {
  const id = newId()
  const title =
    document.title.en?.text ?? document.title.fr?.text ?? chooseText(document.title, 'en')?.text ?? ''
  await writeEvent(context, networkId, {
    ...document,
    id,
    slug: await findFreeSlug(context, networkId, slugOf(title, document.kind.replaceAll('_', '-'))),
    organisations: document.organisations.map(({ id: organisationId, role }) => ({ organisationId, role })),
    cooperationIds: document.cooperations.map((tie) => tie.id),
  })
  const bare = { ...emptyEvent, organisations: document.organisations, cooperations: document.cooperations }
  await writeEventDocument(context, { id, networkId }, bare, document)
  await context.database.updateTable('agenda_event').set({ sequence: 0 }).where('event_id', '=', id).execute()
  return id
}

// Whether a change affects the plans of participants.
function mustBeToldOf(before: EventDocument, after: EventDocument): boolean {
  const told = [
    'when',
    'startsAt',
    'endsAt',
    'placeId',
    'venue',
    'attendance',
    'state',
    'recurrence',
  ] as const
  return told.some((field) => !isSame(before[field], after[field]))
}
