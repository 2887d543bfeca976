import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import type { EventDetails, Participant, Rule, Session, SessionFacts, Slot, Wish } from './session.ts'

const storedHours = z.array(
  z
    .object({ day: z.string(), from: z.string(), endsOn: z.string().optional(), to: z.string() })
    // Hours set before they could go past midnight end on their day.
    .transform(({ endsOn, ...hours }) => ({ ...hours, endsOn: endsOn ?? hours.day })),
)
const storedInterpreters = z.array(z.object({ languages: z.tuple([z.string(), z.string()]), count: z.int() }))

interface Row
  extends Omit<Session, 'slots' | 'hours' | 'interpreters' | 'wentBy' | 'eventTime' | 'told' | 'details'>,
    EventDetails {
  hours: unknown
  interpreters: unknown
  toldTitle: EventDetails['title'] | null
  toldVenue: EventDetails['venue'] | null
  toldPlace: EventDetails['place']
  beganOn: string | null
  beganAt: Date | null
  beganZone: string | null
  startsOn: string | null
  startsAt: Date | null
  eventZone: string | null
}

/** The session of an event with all the input of an assignment; null where none was opened. */
export async function lookUpSessionFacts(context: Context, eventId: string): Promise<SessionFacts | null> {
  const session = await lookUpSession(context, eventId)
  if (session === null) return null
  const [participants, wishes, rules] = await Promise.all([
    listParticipants(context, session.id),
    listWishes(context, session.id),
    listRules(context, session.id),
  ])
  return { session, participants, wishes, rules }
}

async function lookUpSession({ database }: Context, eventId: string): Promise<Session | null> {
  const { rows } = await sql<Row>`
    select s.session_id as id, s.event_id as "eventId", s.network_id as "networkId", s.zone, s.hours, s.slot_minutes as "slotMinutes",
      s.break_minutes as "breakMinutes", s.tables, s.interpreters, s.first_side as "firstSide", s.usual_quota as "usualQuota",
      s.proposing, s.takes_requests as "takesRequests", s.changed_at as "changedAt", s.published_at as "publishedAt",
      s.event_starts_on as "beganOn", s.event_starts_at as "beganAt", s.event_zone as "beganZone",
      case when ${hasCertainDay} then e.starts_on end as "startsOn", e.starts_at as "startsAt", e.zone as "eventZone",
      s.told_title as "toldTitle", s.told_venue as "toldVenue", ${selectPlace(sql`s.told_place_id`)} as "toldPlace",
      e.title, e.venue, ${selectPlace(sql`e.place_id`)} as place,
      e.state = 'cancelled' as "isEventCancelled", e.published_at is null as "isEventHidden"
    from partners_session s join agenda_event e on e.event_id = s.event_id
    where s.event_id = ${eventId}
  `.execute(database)
  const [found] = rows
  if (!found) return null
  const { beganOn, beganAt, beganZone, startsOn, startsAt, eventZone, ...named } = found
  const { toldTitle, toldVenue, toldPlace, title, venue, place, ...row } = named
  const { rows: slots } = await sql<Slot>`
    select l.slot_id as id, l.starts_at as "startsAt", l.ends_at as "endsAt"
    from partners_session_slot l where l.session_id = ${row.id} order by l.starts_at
  `.execute(database)
  return {
    ...row,
    hours: storedHours.parse(row.hours),
    interpreters: row.interpreters === null ? null : storedInterpreters.parse(row.interpreters),
    slots,
    wentBy: { startsOn: beganOn, startsAt: beganAt, zone: beganZone },
    eventTime: { startsOn, startsAt, zone: eventZone },
    told: toldTitle && toldVenue ? { title: toldTitle, venue: toldVenue, place: toldPlace } : null,
    details: { title, venue, place },
  }
}

function selectPlace(id: RawBuilder<unknown>): RawBuilder<EventDetails['place']> {
  return sql`(select json_build_object('id', o.organisation_id, 'name', o.name, 'shortName', o.short_name)
    from directory_organisation o where o.organisation_id = ${id})`
}

/** SQL: the day on which the event `e` begins is certain. */
export const hasCertainDay: RawBuilder<boolean> = sql<boolean>`e.happens like '____-__-__%'`

/** The participants of a session, those that have left among them: by side, then by name of their country and as they were added. */
export async function listParticipants({ database }: Context, sessionId: string): Promise<Participant[]> {
  const { rows } = await sql<Participant>`
    select p.participant_id as id, p.side, p.quota, p.languages, p.person_name as "personName", p.address, p.language,
      p.left_at as "leftAt",
      json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind, 'name', o.name,
        'shortName', o.short_name, 'codes', o.codes) as organisation,
      array(select a.slot_id from partners_session_absence a where a.participant_id = p.participant_id order by a.slot_id)::text[] as absences
    from partners_session_participant p
    join directory_organisation o on o.organisation_id = p.organisation_id
    where p.session_id = ${sessionId}
    order by p.side, o.country, p.added_at, p.participant_id
  `.execute(database)
  return rows
}

async function listWishes({ database }: Context, sessionId: string): Promise<Wish[]> {
  const { rows } = await sql<Wish>`
    select w.participant_id as "participantId", w.other_id as "otherId", w.position
    from partners_session_wish w
    join partners_session_participant p on p.participant_id = w.participant_id
    where p.session_id = ${sessionId}
    order by w.participant_id, w.position nulls last, w.other_id
  `.execute(database)
  return rows
}

async function listRules({ database }: Context, sessionId: string): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select r.first_id as "firstId", r.second_id as "secondId", r.kind, r.slot_id as "slotId"
    from partners_session_rule r where r.session_id = ${sessionId} order by r.made_at, r.first_id, r.second_id
  `.execute(database)
  return rows
}

/** Whether the bilateral meetings of an event were opened. */
export async function hasSession({ database }: Context, eventId: string): Promise<boolean> {
  const row = await database
    .selectFrom('partners_session')
    .select('session_id')
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row !== undefined
}
