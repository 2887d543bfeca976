import { z } from 'zod'

const text = z.string().nullable().optional()

const party = z.looseObject({
  name: z.string(),
  code: text,
  as_written: text,
  variants: z.array(z.string()).default([]),
})

const dated = z.looseObject({ date: text })

/** What a careful reader found in a text: see test/readings/README.md. */
export const readingKey = z.looseObject({
  meeting: z.looseObject({ date: text, chair: text, place: text }).nullable().default(null),
  persons: z
    .array(
      z.looseObject({ name: z.string(), variants: z.array(z.string()).default([]), presence: z.string() }),
    )
    .default([]),
  cooperations: z
    .array(
      z.looseObject({
        a: party,
        b: party,
        agreements: z.array(z.looseObject({ kind: z.string(), state: text, date: text })).default([]),
        start: dated.nullable().default(null),
        status: text,
        themes: z.array(z.string()).default([]),
        third_parties: z.array(z.string()).default([]),
        events: z.array(dated).default([]),
        planned: z.array(dated).default([]),
      }),
    )
    .default([]),
  interested_authorities: z.array(z.looseObject({ authority: party })).default([]),
  decisions: z.array(z.looseObject({ what: z.string(), quote: text })).default([]),
  resources: z
    .looseObject({ items: z.array(z.looseObject({ label: z.string() })) })
    .nullable()
    .optional(),
})

export type ReadingKey = z.output<typeof readingKey>
export type KeyParty = z.output<typeof party>
