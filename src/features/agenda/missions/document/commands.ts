import { describeActor } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { columnsOf } from '../../../../platform/records/fields/columns.ts'
import { isSame } from '../../../../platform/records/record-document.ts'
import { immersionFields } from '../immersion.ts'
import { hasSheet, isDebriefed, type MissionDocument, type MissionStop } from './schema.ts'

/** Writes the sheet of an event where it differs, and who wrote the debrief and when. An empty sheet is not stored. */
export async function writeMission(
  context: Context,
  eventId: string,
  before: MissionDocument,
  after: MissionDocument,
): Promise<void> {
  if (isSame(before, after)) return
  const { database } = context
  if (!hasSheet(after)) {
    await database.deleteFrom('agenda_mission').where('event_id', '=', eventId).execute()
    return
  }
  const columns = { ...sheetColumns(after), ...debriefedBy(context, before, after) }
  await database
    .insertInto('agenda_mission')
    .values({ event_id: eventId, ...columns })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet(columns))
    .execute()
  await replaceMembers(context, eventId, after)
  // Seats refer to stops: they are deleted first and inserted last.
  await database.deleteFrom('agenda_mission_seats').where('event_id', '=', eventId).execute()
  await replaceStops(context, eventId, after)
  await writeSeats(context, eventId, after)
}

function sheetColumns({ head, debrief, immersion }: MissionDocument) {
  return {
    head_name: head.name,
    head_post: JSON.stringify(head.post),
    head_organisation_id: head.organisationId,
    head_organisation_words: head.organisationWords,
    account: JSON.stringify(debrief.account),
    outcome: JSON.stringify(debrief.outcome),
    next_steps: JSON.stringify(debrief.nextSteps),
    ...columnsOf(immersionFields, immersion),
  }
}

// Who wrote it first: mending a word later does not make it late.
function debriefedBy({ actor, clock }: Context, before: MissionDocument, after: MissionDocument) {
  if (isDebriefed(before) === isDebriefed(after)) return {}
  return isDebriefed(after)
    ? { debriefed_at: clock.now().toString(), debriefed_by: describeActor(actor) }
    : { debriefed_at: null, debriefed_by: null }
}

async function replaceMembers(
  { database }: Context,
  eventId: string,
  { members }: MissionDocument,
): Promise<void> {
  await database.deleteFrom('agenda_mission_member').where('event_id', '=', eventId).execute()
  if (members.length === 0) return
  await database
    .insertInto('agenda_mission_member')
    .values(
      members.map((member, position) => ({
        member_id: member.id,
        event_id: eventId,
        position,
        kind: member.kind,
        count: member.count,
        names: member.names,
        organisation_id: member.organisationId,
        organisation_words: member.organisationWords,
      })),
    )
    .execute()
}

async function replaceStops(
  { database }: Context,
  eventId: string,
  { stops }: MissionDocument,
): Promise<void> {
  await database.deleteFrom('agenda_mission_stop').where('event_id', '=', eventId).execute()
  if (stops.length === 0) return
  await database
    .insertInto('agenda_mission_stop')
    .values(
      stops.map((stop, position) => ({
        stop_id: stop.id,
        event_id: eventId,
        position,
        place_id: stop.placeId,
        place: JSON.stringify(stop.place),
        happens: stop.when,
        words: JSON.stringify(stop.words),
        starts_at: stop.startsAt,
        ends_at: stop.endsAt,
        zone: stop.zone,
      })),
    )
    .execute()
  const counterparts = stops.flatMap(counterpartRows)
  if (counterparts.length > 0)
    await database.insertInto('agenda_mission_counterpart').values(counterparts).execute()
  const items = stops.flatMap(itemRows)
  if (items.length > 0) await database.insertInto('agenda_mission_item').values(items).execute()
}

function counterpartRows({ id, counterparts }: MissionStop) {
  return counterparts.map((each, position) => ({
    counterpart_id: each.id,
    stop_id: id,
    position,
    organisation_id: each.organisationId,
    words: each.organisationWords,
  }))
}

function itemRows({ id, programme }: MissionStop) {
  return programme.map((item, position) => ({
    item_id: item.id,
    stop_id: id,
    position,
    day: item.day,
    starts: item.start,
    ends: item.end,
    title: JSON.stringify(item.title),
    language: item.language,
  }))
}

async function writeSeats(
  { database }: Context,
  eventId: string,
  { seats, stops }: MissionDocument,
): Promise<void> {
  if (seats.length === 0) return
  // Seats at a stop that another member removed meanwhile have no stop left.
  const isStop = (id: string | null) => stops.some((stop) => stop.id === id)
  await database
    .insertInto('agenda_mission_seats')
    .values(
      seats.map((offer, position) => ({
        seats_id: offer.id,
        event_id: eventId,
        position,
        stop_id: isStop(offer.stopId) ? offer.stopId : null,
        count: offer.count,
        for_whom: JSON.stringify(offer.forWhom),
        until: offer.until,
      })),
    )
    .execute()
}
