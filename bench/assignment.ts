import { assignMeetings, seeded, shuffled } from '../src/features/partners/assignment/solving/assign.ts'
import type { Problem, ProblemParticipant } from '../src/features/partners/assignment/solving/problem.ts'
import { type Row, row } from './report/row.ts'

const participants = 300
const slots = 20
const mostSeconds = 10

/** Assigns the meetings of a large event: without limits, and with absences, few tables and few interpreters. */
export async function measureAssignment(): Promise<Row[]> {
  const free = problemOf({ absent: 0, tables: null, interpreters: null })
  const limited = problemOf({ absent: 4, tables: 60, interpreters: 25 })
  return [measure('without limits', free), measure('with absences, 60 tables, 25 interpreters', limited)]
}

function measure(which: string, problem: Problem): Row {
  const startedAt = performance.now()
  const { meetings, blocking, isCutShort } = assignMeetings(problem, {
    seed: 1,
    proposing: 'fairer',
    timeMs: 8_000,
    now: () => performance.now(),
  })
  const seconds = (performance.now() - startedAt) / 1000
  const count = (figure: number) => figure.toLocaleString('en-GB')
  return row({
    what: `assigning ${participants} participants to ${slots} slots, ${which}: ${count(meetings.length)} meetings, ${count(blocking.length)} left out with their cause${isCutShort ? ', the time being over' : ''}`,
    figure: `${seconds.toFixed(2)} s`,
    wanted: `< ${mostSeconds} s`,
    verdict: seconds < mostSeconds ? 'met' : 'SHORT',
  })
}

function problemOf(limits: { absent: number; tables: number | null; interpreters: number | null }): Problem {
  const random = seeded(7)
  const half = participants / 2
  const all = [...Array(slots).keys()]
  const participantAt = (one: number): ProblemParticipant => {
    const side: 0 | 1 = one < half ? 0 : 1
    const others = [...Array(half).keys()].map((other) => (side === 0 ? half + other : other))
    const languages = [side === 0 ? 'fr' : 'ko', ...(random() < 0.4 ? ['en'] : [])]
    return {
      side,
      quota: 8 + Math.floor(random() * (slots - 7)),
      absent: random() < 0.3 ? shuffled(all, random).slice(0, limits.absent) : [],
      languages,
      wishes: shuffled(others, random).slice(0, 30),
      refusals: random() < 0.1 ? shuffled(others, random).slice(0, 2) : [],
    }
  }
  const everySlot = (count: number) => all.map(() => count)
  return {
    slots,
    participants: Array.from({ length: participants }, (_, one) => participantAt(one)),
    forbidden: [],
    fixed: [],
    tables: limits.tables === null ? null : everySlot(limits.tables),
    interpreters:
      limits.interpreters === null
        ? null
        : [{ languages: ['fr', 'ko'], atOnce: everySlot(limits.interpreters) }],
  }
}
