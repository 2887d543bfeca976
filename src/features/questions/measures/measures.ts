import { zoneOf } from '../../../platform/dates/index.ts'
import { dayAfter, isWorkingDay, type Side, sideOf } from '../../agenda/planning/index.ts'
import type { CountedQuestion } from './queries.ts'

/** How far a question came, in order. */
export const steps = ['asked', 'answered', 'accepted', 'sheet', 'used'] as const
export type Step = (typeof steps)[number]

/** What is told of the questions of a period. A figure of a side is left out where it could tell of single authorities. */
export interface Measures {
  counts: Record<Step, number>
  /** Common working days within which half of the first answers came; null below five answers. */
  days: number | null
  /** By country of the asker. */
  sides: { country: string; counts: Partial<Record<Step, number>>; days: number | null }[]
  /** Answered questions, by country of the asker and of those who answered. */
  directions: { from: string; to: string; count: number }[]
}

/** Nobody is to be seen as slow or fast: figures of a side begin here. */
export const fewest = 5

type Sides = ReadonlyMap<string, Side>

/** Counts the questions of a period; `sides` are the calendars of all countries concerned. */
export function measure(questions: readonly CountedQuestion[], sides: Sides): Measures {
  const bySide = [...Map.groupBy(questions, ({ country }) => country)]
    .map(([country, theirs]) => ({ country, theirs, counts: countSteps(theirs) }))
    .toSorted((one, other) => (one.country < other.country ? -1 : 1))
  const isToldBySide = (step: Step) => isTold(bySide.map(({ counts }) => counts[step]))
  const toldSteps = steps.filter(isToldBySide)
  const directions = directionsOf(questions)
  return {
    counts: countSteps(questions),
    days: halfWithin(questions, sides),
    sides: bySide.map(({ country, theirs, counts }) => ({
      country,
      counts: Object.fromEntries(toldSteps.map((step) => [step, counts[step]])),
      days: halfWithin(theirs, sides),
    })),
    directions: isTold(directions.map(({ count }) => count)) ? directions : [],
  }
}

// One small figure keeps back all of its kind: taken off the sum, the others would tell it.
const isTold = (figures: readonly number[]) => figures.every((figure) => figure === 0 || figure >= fewest)

function countSteps(questions: readonly CountedQuestion[]): Record<Step, number> {
  const count = (reached: (question: CountedQuestion) => boolean) => questions.filter(reached).length
  return {
    asked: questions.length,
    answered: count(({ answers }) => answers.length > 0),
    accepted: count(({ answers }) => answers.some(({ isAccepted }) => isAccepted)),
    sheet: count(({ hasSheet }) => hasSheet),
    used: count(({ isUsed }) => isUsed),
  }
}

function directionsOf(questions: readonly CountedQuestion[]): Measures['directions'] {
  const pairs = questions.flatMap(({ country, answers }) =>
    [...new Set(answers.map((answer) => answer.country))].map((to) => ({ from: country, to })),
  )
  return [...Map.groupBy(pairs, ({ from, to }) => `${from} ${to}`)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [pair, ...others]]) => (pair ? [{ ...pair, count: 1 + others.length }] : []))
}

/** The lower median: within so many days at least half of the first answers came. */
function halfWithin(questions: readonly CountedQuestion[], sides: Sides): number | null {
  const waited = questions.flatMap((question) => daysToAnswer(question, sides) ?? [])
  if (waited.length < fewest) return null
  return waited.toSorted((one, other) => one - other)[Math.ceil(waited.length / 2) - 1] ?? null
}

/**
 * The working days from the day on which a question was asked, not counted, to that of its first answer, on the asker’s calendar: those that
 * the countries of the asker, of who was asked and of who answered have in common. Null without an answer.
 */
export function daysToAnswer(
  { country, askedAt, asked, answers: [first] }: CountedQuestion,
  sides: Sides,
): number | null {
  if (first === undefined) return null
  const countries = new Set([country, first.country, ...asked.map((each) => each.country)])
  const concerned = [...countries].map((each) => sides.get(each) ?? sideOf(each, null))
  const localDay = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(zoneOf(country))
      .toPlainDate()
      .toString()
  const last = localDay(new Date(first.at))
  let count = 0
  for (let day = dayAfter(localDay(askedAt), 1); day <= last; day = dayAfter(day, 1))
    if (concerned.every((side) => isWorkingDay(side, day))) count++
  return count
}
