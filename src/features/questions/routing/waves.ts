import { zoneOf } from '../../../platform/dates/index.ts'
import { dayAfter, isWorkingDay, nextMorning, type Side, sideOf } from '../../agenda/planning/index.ts'
import { type AreTied, compareStandings, examine, type Standing } from './order.ts'
import type { NotAsked, RoutedPeer, RoutedQuestion } from './peer.ts'

/** Common working days until the next wave, and until the coordinator is asked. */
export const [patience, longest] = [5, 10]
const mostAsked = 3
const fromAbroad = 2
/** How many mails of questions leave a network a day. */
export const mostADay = 30

/** What routing knows besides the people: the days of countries, who is tied to whom, and how many mails leave on an ISO day. */
export interface Surroundings {
  sides: ReadonlyMap<string, Side>
  areTied: AreTied
  leavingOn(day: string): number
}

export interface PlannedMail {
  peer: RoutedPeer
  standing: Standing
  leavesAt: Temporal.Instant
  /** ISO, on the reader’s calendar. */
  day: string
}

export interface Wave {
  mails: readonly PlannedMail[]
  notAsked: readonly { id: string; why: NotAsked }[]
}

/**
 * The next wave of a question: at most three people of three authorities, the two best of other countries than the asker’s first. Each
 * mail leaves at nine of its reader’s next working day at or after an instant. Those of `before` had their turn.
 */
export function planWave(
  question: RoutedQuestion,
  peers: readonly RoutedPeer[],
  around: Surroundings,
  from: After,
  before: ReadonlySet<string> = new Set(),
): Wave {
  const mornings = new Map<string, Morning>()
  const morningOf = (country: string) => {
    const known = mornings.get(country) ?? morning(country, around, from)
    mornings.set(country, known)
    return known
  }
  const seen = peers
    .filter(({ id }) => !before.has(id))
    .map((peer) => {
      const at = morningOf(peer.organisation.country)
      return { peer, at, found: examine(question, peer, { ...at, areTied: around.areTied }) }
    })
  const able = seen
    .flatMap(({ peer, at, found }) => (typeof found === 'string' ? [] : [{ peer, at, standing: found }]))
    .toSorted((a, b) => compareStandings([a.standing, a.peer.id], [b.standing, b.peer.id]))
  const chosen: typeof able = []
  const take = (most: number, isMeant: (peer: RoutedPeer) => boolean) => {
    for (const each of able) {
      if (chosen.length >= most) return
      const isSameAuthority = chosen.some(({ peer }) => peer.organisation.id === each.peer.organisation.id)
      if (!isSameAuthority && isMeant(each.peer)) chosen.push(each)
    }
  }
  take(fromAbroad, ({ organisation }) => organisation.country !== question.by.country)
  take(mostAsked, () => true)
  const ids = new Set(chosen.map(({ peer }) => peer.id))
  return {
    mails: chosen.map(({ peer, at, standing }) => ({ peer, standing, leavesAt: at.leavesAt, day: at.day })),
    notAsked: seen.flatMap(({ peer: { id }, found }) =>
      ids.has(id) ? [] : [{ id, why: typeof found === 'string' ? found : ('later' as const) }],
    ),
  }
}

/** An instant, or the end of an ISO day on each reader’s calendar, and never before `now`. */
export type After = Temporal.Instant | { afterDay: string; now?: Temporal.Instant }

interface Morning {
  leavesAt: Temporal.Instant
  day: string
  /** The five working days before it. */
  lately: readonly string[]
}

function morning(country: string, { sides, leavingOn }: Surroundings, from: After): Morning {
  const side = sides.get(country) ?? sideOf(country, null)
  const holidays = [...side.holidays.values()].flat()
  const timeZone = zoneOf(country)
  const startOf = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).toInstant()
  const start = 'afterDay' in from ? startOf(dayAfter(from.afterDay, 1)) : from
  const now = 'afterDay' in from ? (from.now ?? start) : start
  let leavesAt = nextMorning(country, Temporal.Instant.compare(start, now) < 0 ? now : start, holidays)
  const dayOf = () => leavesAt.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  while (leavingOn(dayOf()) >= mostADay)
    leavesAt = nextMorning(country, startOf(dayAfter(dayOf(), 1)), holidays)
  const lately: string[] = []
  // A country without working days would never end: two months hold five of any.
  for (let day = dayAfter(dayOf(), -1), left = 60; lately.length < patience && left > 0; left--) {
    if (isWorkingDay(side, day)) lately.push(day)
    day = dayAfter(day, -1)
  }
  return { leavesAt, day: dayOf(), lately }
}

/** The day on which so many working days that all sides have in common are over, the first day not counted. */
export function afterCommonDays(sides: readonly Side[], from: string, count: number): string {
  let day = from
  for (let left = count, furthest = 400; left > 0 && furthest > 0; furthest--) {
    day = dayAfter(day, 1)
    if (sides.every((side) => isWorkingDay(side, day))) left--
  }
  return day
}

type Waves = readonly (readonly { day: string; peer: { organisation: { country: string } } }[])[]

/** The sides that a question concerns: the asker’s country and those of all who were asked. */
export function sidesOf(
  { by }: RoutedQuestion,
  waves: Waves,
  { sides }: Pick<Surroundings, 'sides'>,
): readonly Side[] {
  const countries = waves.flat().map(({ peer }) => peer.organisation.country)
  return [...new Set([by.country, ...countries])].map((each) => sides.get(each) ?? sideOf(each, null))
}

/** Until when a question waits, in ISO days that its sides have in common, counted from when the last mail of a wave arrived. */
export function waitingDays(sides: readonly Side[], waves: Waves) {
  const arrived = (wave: Waves[number] = []) =>
    wave
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? ''
  const [first, latest] = [arrived(waves[0]), arrived(waves.at(-1))]
  const last = afterCommonDays(sides, first, longest + 1)
  const idle = afterCommonDays(sides, latest, patience + 1)
  return {
    /** After it the next wave may leave, on the first working morning of each reader. */
    nextAfter: afterCommonDays(sides, latest, patience),
    /** From then on no wave leaves by itself. */
    last,
    /** Without an answer it goes to the coordinator, if no other wave leaves before. */
    escalatesOn: [idle, last].toSorted()[0] ?? last,
  }
}

/** How a question would go on if nobody answered: its waves, who is never asked and why, and when the coordinator is. */
export function followWaves(
  question: RoutedQuestion,
  peers: readonly RoutedPeer[],
  around: Surroundings,
  at: Temporal.Instant,
): { waves: (readonly PlannedMail[])[]; notAsked: Wave['notAsked']; escalatesOn: string } {
  const waves: (readonly PlannedMail[])[] = []
  let from: After = at
  let last = '9999-12-31'
  let escalatesOn = at.toZonedDateTimeISO(zoneOf(question.by.country)).toPlainDate().toString()
  for (;;) {
    const before = new Set(waves.flat().map(({ peer }) => peer.id))
    const { mails, notAsked } = planWave(question, peers, around, from, before)
    const inTime = mails.filter(({ day }) => day < last)
    const late = mails.map(({ peer }) => ({ id: peer.id, why: 'later' as const }))
    if (inTime.length === 0) return { waves, notAsked: [...notAsked, ...late], escalatesOn }
    waves.push(inTime)
    const waited = waitingDays(sidesOf(question, waves, around), waves)
    ;({ last, escalatesOn } = waited)
    from = { afterDay: waited.nextAfter }
  }
}

/** The waves of a question by who was asked, those by hand apart; one of which everybody fell away left no trace. */
export function groupWaves<
  A extends { wave: number; contactId: string; day: string; organisation: { country: string } },
>(asked: readonly A[]) {
  return [...Map.groupBy(asked, ({ wave }) => wave)]
    .filter(([wave]) => wave > 0)
    .toSorted(([one], [other]) => one - other)
    .map(([, mails]) =>
      mails.map(({ day, contactId, organisation }) => ({ day, peer: { id: contactId, organisation } })),
    )
}
