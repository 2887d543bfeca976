import { z } from 'zod'
import { outcomes } from './sending.ts'

const counted = z.object({
  language: z.string(),
  country: z.string(),
  frequency: z.string(),
  outcome: z.enum(outcomes),
  count: z.number(),
})

/** The outcome of a sending, in numbers. */
export const sendingReport = z.object({
  counts: z.array(counted),
  domains: z.array(z.object({ domain: z.string(), outcome: z.enum(outcomes), count: z.number() })),
  /** Instants of the first and the last letter that left, ISO. */
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  /** Readers of this sending who left within a week of their letter. */
  leftAfter: z.number(),
})

export type SendingReport = z.output<typeof sendingReport>
export type Counted = z.output<typeof counted>

/** Counts the readers with one of these outcomes. */
export function countOf({ counts }: Pick<SendingReport, 'counts'>, ...wanted: Counted['outcome'][]): number {
  return counts.reduce((all, { outcome, count }) => all + (wanted.includes(outcome) ? count : 0), 0)
}

/** Groups counts by a key. */
export function sumBy(
  counts: readonly Counted[],
  key: (counted: Counted) => string,
): { key: string; counts: Counted[] }[] {
  return [...Map.groupBy(counts, key)].map(([name, group]) => ({ key: name, counts: group }))
}
