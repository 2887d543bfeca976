import { instantOf } from '../../../platform/dates/index.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { Proposing } from './solving/problem.ts'

/** Hours between which one meets, on the clock of the session: of one day, or from an evening into the next morning. */
export interface SessionHours {
  /** ISO. */
  day: string
  /** `22:00` */
  from: string
  /** ISO: the day, or the one after. */
  endsOn: string
  to: string
}

/** How many interpreters there are between two languages. */
export interface InterpreterCount {
  languages: [string, string]
  count: number
}

/** What an organiser sets of a session. */
export interface SessionPlan {
  zone: string
  hours: SessionHours[]
  slotMinutes: number
  breakMinutes: number
  /** How many meet at once; null for any number. */
  tables: number | null
  /** Null where nobody counts them. */
  interpreters: InterpreterCount[] | null
  /** The countries of the first side; all others are the second. */
  firstSide: string[]
  usualQuota: number
  proposing: Proposing
  takesRequests: boolean
}

/** The bilateral meetings of an event. */
export interface Session extends SessionPlan {
  id: string
  eventId: string
  networkId: string
  changedAt: Date
  publishedAt: Date | null
  slots: Slot[]
  /** The time of the event that hours and meetings are based on. */
  wentBy: EventTime
  /** Its present time. */
  eventTime: EventTime
  /** The announced title and place of the event; null before anything was published. */
  told: EventDetails | null
  /** The current ones. */
  details: EventDetails
  isEventCancelled: boolean
  /** Only its organisers and the secretariat still see it. */
  isEventHidden: boolean
}

/** When an event begins; nulls where its day or hour is not certain. */
export interface EventTime {
  /** ISO. */
  startsOn: string | null
  startsAt: Date | null
  zone: string | null
}

/** What an event is called and where it is. */
export interface EventDetails {
  title: LocalizedText
  /** The building or room, in words. */
  venue: LocalizedText
  /** The town. */
  place: { id: string; name: LocalizedName; shortName: LocalizedName } | null
}

export interface Slot {
  id: string
  startsAt: Date
  endsAt: Date
}

export const sides = [1, 2] as const
export type Side = (typeof sides)[number]

/** An organisation that meets others, on one of the two sides. */
export interface Participant {
  id: string
  organisation: OrganisationRef
  side: Side
  quota: number
  languages: string[]
  /** The person who comes; '' where none is named. */
  personName: string
  /** Where its timetable is sent besides. */
  address: string | null
  language: string
  leftAt: Date | null
  /** The slots in which it is not there, by id. */
  absences: string[]
}

/** A counterpart that a participant wants to meet, from 1 on; null for one it would rather not. */
export interface Wish {
  participantId: string
  otherId: string
  position: number | null
}

export const ruleKinds = ['fixed', 'forbidden'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** A pair that the organiser sets, or rules out. */
export interface Rule {
  firstId: string
  secondId: string
  kind: RuleKind
  slotId: string | null
}

/** All the input of an assignment. */
export interface SessionFacts {
  session: Session
  /** By side, then as they were added. */
  participants: Participant[]
  wishes: Wish[]
  rules: Rule[]
}

/** The participants that have not left. */
export function present(participants: readonly Participant[]): Participant[] {
  return participants.filter(({ leftAt }) => leftAt === null)
}

/** The participants on the other side that still take part. */
export function oppositeOf(facts: Pick<SessionFacts, 'participants'>, one: Participant): Participant[] {
  return present(facts.participants).filter(({ side }) => side !== one.side)
}

/** The side of a country. */
export function sideOf({ firstSide }: Pick<SessionPlan, 'firstSide'>, country: string): Side {
  return firstSide.includes(country) ? 1 : 2
}

/** More than these are several sessions. */
export const mostSlots = 80

interface Span {
  startsAt: Date
  endsAt: Date
}

/** The slots that fit into the hours of a session, one after the other with a break between, in the order of time. */
export function slotsOf({
  hours,
  zone,
  slotMinutes,
  breakMinutes,
}: Pick<SessionPlan, 'hours' | 'zone' | 'slotMinutes' | 'breakMinutes'>): Span[] {
  const slot = slotMinutes * 60_000
  const step = slot + breakMinutes * 60_000
  return hours
    .flatMap((each) => {
      const [first, last] = millisecondsOf(each, zone)
      const slots: Span[] = []
      // By elapsed time: in a night in which the clocks change, an hour may occur twice on the wall, or not at all.
      for (let at = first; at + slot <= last && slots.length <= mostSlots; at += step)
        slots.push({ startsAt: new Date(at), endsAt: new Date(at + slot) })
      return slots
    })
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

/** When hours begin and end. */
export function spanOfHours(hours: SessionHours, zone: string): Span {
  const [first, last] = millisecondsOf(hours, zone)
  return { startsAt: new Date(first), endsAt: new Date(last) }
}

/** The place in the list of hours that begin before others have ended; null for none. */
export function overlapping(hours: readonly SessionHours[], zone: string): number | null {
  const spans = hours.map((each) => millisecondsOf(each, zone))
  const at = spans.findIndex(([from, to], index) =>
    spans.slice(0, index).some(([otherFrom, otherTo]) => from < otherTo && otherFrom < to),
  )
  return at < 0 ? null : at
}

/** The ISO day after one. */
export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** Whether hours end after they begin, and no later than a day after. */
export function isInOrder({ day, from, endsOn, to }: SessionHours): boolean {
  return endsOn === day ? from < to : endsOn === dayAfter(day) && to <= from
}

function millisecondsOf({ day, from, endsOn, to }: SessionHours, zone: string): [number, number] {
  return [instantOf(day, from, zone).epochMilliseconds, instantOf(endsOn, to, zone).epochMilliseconds]
}

/** The languages on offer at the meetings of a network: its own, and those of the site. */
export function spokenIn({ languages }: Pick<Network, 'languages'>): string[] {
  return [...new Set([...languages, ...interfaceLanguages])]
}
