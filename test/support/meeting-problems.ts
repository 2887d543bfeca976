import fc from 'fast-check'
import type {
  Pair,
  Problem,
  ProblemParticipant,
} from '../../src/features/partners/assignment/solving/problem.ts'

interface Sizes {
  /** How many there are on a side. */
  least?: number
  most?: number
  slots?: number
}

/** Problems of any shape that an organiser could set: with and without absences, tables, interpreters, fixed and forbidden pairs. */
export function randomProblem({
  least = 1,
  most = 5,
  slots: mostSlots = 5,
}: Sizes = {}): fc.Arbitrary<Problem> {
  const sizes = fc.record({
    first: fc.integer({ min: least, max: most }),
    second: fc.integer({ min: least, max: most }),
    slots: fc.integer({ min: 1, max: mostSlots }),
  })
  return sizes.chain(({ first, second, slots }) => {
    const count = first + second
    const others = (one: number) =>
      Array.from({ length: count }, (_, other) => other).filter((other) => one < first !== other < first)
    const participant = (one: number): fc.Arbitrary<ProblemParticipant> =>
      fc.record({
        side: fc.constant(one < first ? (0 as const) : (1 as const)),
        quota: fc.integer({ min: 1, max: slots }),
        absent: fc.oneof(
          { weight: 3, arbitrary: fc.constant<number[]>([]) },
          { weight: 1, arbitrary: fc.subarray([...Array(slots).keys()]) },
        ),
        languages: fc.constantFrom<string[][]>(
          ...[['fr'], ['ko'], ['fr', 'en'], ['ko', 'en'], []].map((each) => each),
        ),
        wishes: fc.shuffledSubarray(others(one)),
        refusals: fc.oneof(
          { weight: 3, arbitrary: fc.constant<number[]>([]) },
          { weight: 1, arbitrary: fc.subarray(others(one), { maxLength: Math.min(1, others(one).length) }) },
        ),
      })
    const pairs = Array.from({ length: first }, (_, a) =>
      Array.from({ length: second }, (__, b): Pair => [a, first + b]),
    ).flat()
    const atOnce = (max: number) =>
      fc.integer({ min: 0, max }).map((each) => Array.from({ length: slots }, () => each))
    return fc
      .record({
        participants: fc.tuple(...Array.from({ length: count }, (_, one) => participant(one))),
        rules: fc.subarray(pairs, { maxLength: Math.min(3, pairs.length) }),
        kinds: fc.array(fc.constantFrom('forbidden', 'fixed', 'kept'), { minLength: 3, maxLength: 3 }),
        at: fc.array(fc.option(fc.nat({ max: slots - 1 })), { minLength: 3, maxLength: 3 }),
        tables: fc.option(
          fc.integer({ min: 1, max: 3 }).map((each) => Array.from({ length: slots }, () => each)),
        ),
        interpreters: fc.option(
          fc.tuple(atOnce(2), atOnce(1)).map(([korean, english]) => [
            { languages: ['fr', 'ko'] as const, atOnce: korean },
            { languages: ['en', 'ko'] as const, atOnce: english },
          ]),
        ),
      })
      .map(({ participants, rules, kinds, at, tables, interpreters }): Problem => {
        const fixed = rules.flatMap((pair, rule) => {
          const origin = kinds[rule]
          if (origin !== 'fixed' && origin !== 'kept') return []
          return [
            { pair, slot: origin === 'kept' ? (at[rule] ?? 0) : (at[rule] ?? null), origin, table: null },
          ] as const
        })
        return {
          slots,
          // Participants with fixed meetings accept at least as many, as the form requires.
          participants: participants.map((each, one) => ({
            ...each,
            quota: Math.max(
              each.quota,
              Math.min(slots, fixed.filter(({ pair }) => pair.includes(one)).length),
            ),
          })),
          forbidden: rules.filter((_, rule) => kinds[rule] === 'forbidden'),
          fixed,
          tables,
          interpreters,
        }
      })
  })
}
