import type { Context } from '../../../../platform/context/context.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { programRecord } from '../../../../platform/records/api/program-record.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import { findSlugs } from '../../../directory/picking/index.ts'
import { serializeCriticalMass } from '../../commitments/api/serialize-mass.ts'
import { serializeMission } from '../../missions/api/serialize-mission.ts'
import { hasSheet, organisationIdsOf } from '../../missions/document/schema.ts'
import { serializeRecurrence } from '../../recurrence/api/serialize-recurrence.ts'
import { eventRoles } from '../codes.ts'
import { type EventDocument, eventDocument } from '../document/schema.ts'
import { mayReadInside } from '../policy.ts'
import { listTiesWith } from '../ties/queries.ts'
import { parseEvent } from './parse-event.ts'
import { type EventInput, eventExample, eventInput } from './schema.ts'
import { wallClockOf } from './wall-clock.ts'

/** Events as programs read and write them. */
export const eventProgram = programRecord({
  scope: 'write:events',
  segment: 'events',
  schema: eventInput,
  example: eventExample,
  parse: (document) => eventDocument.parse(document),
  show: showEvent,
  read: parseEvent,
})

async function showEvent(
  context: Context,
  network: RecordNetwork,
  document: EventDocument,
): Promise<EventInput> {
  const { placeId, organisations, zone } = document
  const slugOf = await findSlugs(context, [
    ...organisations.map(({ id }) => id),
    ...[placeId, document.criticalMass?.smaller.placeId ?? null].filter((each) => each !== null),
    ...organisationIdsOf(document.mission),
  ])
  const tieIds = document.cooperations.map(({ id }) => id)
  const ties = tieIds.length === 0 ? [] : await listTiesWith(context, network.id, [], tieIds)
  return {
    kind: document.kind,
    title: document.title,
    summary: document.summary,
    when: document.when,
    starts: wallClockOf(document.startsAt, zone),
    ends: wallClockOf(document.endsAt, zone),
    previously: document.previously?.when ?? null,
    state: document.state,
    firmness: document.firmness,
    place: placeId === null ? null : slugOf(placeId),
    venue: document.venue,
    attendance: document.attendance,
    conference_url: mayReadInside(context.actor, network.id) ? document.conferenceUrl : null,
    frame: document.frame,
    organisers: document.organisers,
    credit: document.credit,
    link: document.link,
    resources: document.resources,
    guest_countries: document.guestCountries,
    themes: document.themes,
    languages: document.languages,
    interpretation: document.interpretation,
    organisations: organisations.map(({ id, role }) => ({
      slug: slugOf(id),
      role: isCode(eventRoles, role) ? role : 'participant',
    })),
    cooperations: ties.filter(({ id }) => tieIds.includes(id)).map(({ slug }) => slug),
    delegation: hasSheet(document.mission) ? serializeMission(document.mission, slugOf) : null,
    recurrence: document.recurrence && serializeRecurrence(document.recurrence),
    critical_mass: document.criticalMass && serializeCriticalMass(document.criticalMass, slugOf),
    visibility: document.visibility,
  }
}
