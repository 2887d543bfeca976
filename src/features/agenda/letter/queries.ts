import { type RawBuilder, sql } from 'kysely'
import { lastDay } from '../../../platform/dates/index.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { LetterContext } from '../../../platform/letters/letter-source.ts'
import { type LetterSpan, spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { selectCommitmentsOpen } from '../commitments/queries.ts'
import { missionKinds } from '../missions/codes.ts'
import { selectGiven, selectSeatsOpen } from '../missions/state.queries.ts'
import type { EventSelection } from './told.queries.ts'

/**
 * Events that begin within the months ahead, and those moved or cancelled since the previous letter: these first, then new ones, then the
 * soonest.
 */
export function selectComingUp(letterContext: LetterContext): EventSelection {
  const { today } = letterContext.context
  const span = spanOfLetter(letterContext)
  const next = selectNext(today)
  const isAhead = selectAhead(today)
  // What has a date but no day, « en 2017 », may still begin.
  const isVague = sql`(e.words <> '{}' or e.happens !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?$')`
  const begins = sql`(${isAhead} and ${next} <= ${span.until}::date and (${next} >= ${today}::date or ${isVague}))`
  const isToldUndated = sql`(e.starts_on is null and ${selectNew(span)})`
  // PostgreSQL orders by no constant: before the first letter nothing is new.
  const isNew = span.isFirst ? sql`` : sql`${selectNew(span)} desc, `
  return {
    condition: sql`not ${selectProposed(span, today)} and (
      (e.state = 'planned' and (${begins} or ${isToldUndated} or (${isAhead} and ${selectChanged(span)})))
      or (e.state = 'cancelled' and ${selectChanged(span)}
        and (e.recurrence is not null or coalesce(e.ends_on >= ${span.from}::date, true))))`,
    order: sql`${selectChanged(span)} desc, ${isNew}${next} nulls last, e.ends_on, e.event_id`,
  }
}

/** Missions that others may still join, the first to close in front. */
export function selectWithSeats(letterContext: LetterContext): EventSelection {
  const { today } = letterContext.context
  return {
    condition: selectSeatsOpen(today),
    order: sql`(select min(offer.until) from agenda_mission_seats offer
      where offer.event_id = e.event_id and offer.until >= ${today}::date), e.starts_on nulls last, e.event_id`,
  }
}

/** Events to which authorities may still commit themselves, the first to be decided in front. */
export function selectCommittable(letterContext: LetterContext): EventSelection {
  return {
    condition: selectCommitmentsOpen(letterContext.context.today),
    order: sql`(select mass.until from agenda_critical_mass mass where mass.event_id = e.event_id), e.event_id`,
  }
}

/** Events that took place and ended since the previous letter, or became known or were debriefed since; the latest in front. */
export function selectBackFrom(letterContext: LetterContext): EventSelection {
  const over = selectOver(letterContext)
  return {
    // A plan counts as having taken place only once its state or the debrief of a mission says so.
    condition: sql`(e.state = 'past' or ${selectPlanned()} and ${selectDebriefed()}) and ${over}`,
    order: sql`${endedOn} desc, e.starts_on desc, e.event_id`,
  }
}

/** Plans whose days are over and whose outcome is unknown. */
export function selectUnconfirmed(letterContext: LetterContext): Pick<EventSelection, 'condition'> {
  return { condition: sql`${selectPlanned()} and not ${selectDebriefed()} and ${selectOver(letterContext)}` }
}

// « En 2017 », written in July about a past event, was over in July.
const endedOn = sql`(case when e.state = 'past' and e.known_on >= e.starts_on then least(e.ends_on, e.known_on) else e.ends_on end)`

// The event `e` is over, since the letter before or as far as is known since.
function selectOver(letterContext: LetterContext): RawBuilder<boolean> {
  const { today } = letterContext.context
  const span = spanOfLetter(letterContext)
  const isRecent = sql`(${selectNew(span)} and ${endedOn} >= ${span.from}::date - 92)`
  const isAccounted = sql`(${!span.isFirst}::boolean and ${selectDebriefed(span.since)})`
  return sql<boolean>`(e.recurrence is null and e.ends_on < ${lastDay}::date and ${endedOn} < ${today}::date
    and (${endedOn} >= ${span.from}::date or ${isRecent} or ${isAccounted}))`
}

// The event `e` was meant to take place, and was more than an idea.
function selectPlanned(): RawBuilder<boolean> {
  return sql<boolean>`(e.state = 'planned' and coalesce(e.firmness, 'planned') = 'planned')`
}

// The debrief of the mission `e` is written, since an instant where one is given.
function selectDebriefed(since: string | null = null): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from agenda_mission m where m.event_id = e.event_id
    and m.debriefed_at > coalesce(${since}::timestamptz, '-infinity') and e.kind = any(${[...missionKinds]}::text[]))`
}

/** What other bodies proposed and was published since the letter before, the soonest in front. */
export function selectProposals(letterContext: LetterContext): EventSelection {
  const { today } = letterContext.context
  return {
    condition: selectProposed(spanOfLetter(letterContext), today),
    order: sql`${selectNext(today)} nulls last, e.ends_on, e.event_id`,
  }
}

// The event `e` was proposed by a visitor, and this letter presents it so.
function selectProposed({ since }: LetterSpan, today: string): RawBuilder<boolean> {
  return sql<boolean>`(e.credit <> '{}' and e.published_at > ${since} and e.state = 'planned' and ${selectAhead(today)})`
}

// The event `e` is not over, or an occurrence of it is still to come; one without a date is ahead.
function selectAhead(today: string): RawBuilder<boolean> {
  return sql<boolean>`(case when e.recurrence is null then coalesce(e.ends_on >= ${today}::date, true)
    else ${selectNext(today)} is not null end)`
}

// The day on which the event `e` begins next, for a series by its occurrences.
function selectNext(today: string): RawBuilder<string> {
  return sql<string>`(case when e.recurrence is null then e.starts_on else (select min(o.starts_on) from agenda_occurrence o
    where o.event_id = e.event_id and o.starts_on >= ${today}::date and coalesce(o.state, e.state) = 'planned') end)`
}

// The event `e` was called off or moved since the letter before.
function selectChanged({ since }: LetterSpan): RawBuilder<boolean> {
  return sql<boolean>`(case e.state when 'cancelled' then coalesce(e.cancelled_at > ${since}, false)
    else coalesce(e.moved_at > ${since}, false) end)`
}

// The event `e` became known since the previous letter.
function selectNew({ isFirst, since, from }: LetterSpan): RawBuilder<boolean> {
  return isFirst
    ? sql<boolean>`false`
    : sql<boolean>`(e.known_on > ${from}::date or (e.known_on = ${from}::date and e.created_at > ${since}))`
}

/** Seats of a mission that others may still ask for. */
export interface SeatsTold {
  eventId: string
  left: number
  /** ISO day. */
  until: string
  /** Where others join, in words and by its name; both empty for the whole journey. */
  place: LocalizedText | null
  name: LocalizedName | null
  shortName: LocalizedName | null
}

/** The open seats of some missions, by their ids, in the order of their sheets. */
export async function findOpenSeats(
  letterContext: LetterContext,
  ids: readonly string[],
): Promise<Map<string, SeatsTold[]>> {
  const { database, today } = letterContext.context
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SeatsTold>`
    select offer.event_id as "eventId", offer.count - ${selectGiven()} as left, offer.until, stop.place,
      town.name, town.short_name as "shortName"
    from agenda_mission_seats offer
    left join agenda_mission_stop stop on stop.stop_id = offer.stop_id
    left join directory_organisation town on town.organisation_id = stop.place_id
    where offer.event_id = any(${[...ids]}::uuid[]) and offer.until >= ${today}::date
      and offer.count > ${selectGiven()}
    order by offer.event_id, offer.position
  `.execute(database)
  return Map.groupBy(rows, ({ eventId }) => eventId)
}
