import { z } from 'zod'
import { day, edtf } from '../../../platform/records/api/program-fields.ts'
import { programText } from '../../../platform/records/api/program-text.ts'
import { wallClock } from '../events/api/wall-clock.ts'
import { longestTitle } from '../events/forms/about-form.tsx'
import { longestVenue } from '../events/forms/place-form.tsx'
import { mostChanges, mostDays, mostInterval, mostTimes, placings, units } from './codes.ts'
import { longestNote } from './forms/dates-form.tsx'

const days = z.array(day).max(mostDays).default([])

/** How an event repeats, as programs write it. */
export const recurrenceInput = z.strictObject({
  unit: z.enum(units),
  interval: z.int().min(1).max(mostInterval).default(1),
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .default([])
    .describe('ISO, Monday is 1; of series by weeks, that of the first day is among them anyhow'),
  placing: z
    .enum(placings)
    .default('day')
    .describe(
      'How a month or a year finds its day again, from the first one; a week is the one with that Thursday',
    ),
  until: day.nullable().default(null).describe('Last possible day; null for no end'),
  count: z
    .int()
    .min(2)
    .max(mostTimes)
    .nullable()
    .default(null)
    .describe('How many there are, the first one too'),
  left_out: days,
  added: days,
  changes: z
    .array(
      z.strictObject({
        day: day.describe('On which it begins by the rule'),
        cancelled: z.boolean().default(false),
        when: edtf.describe('EDTF; null where it is when the rule says'),
        starts: wallClock,
        ends: wallClock,
        title: programText(longestTitle).default({}),
        venue: programText(longestVenue).default({}),
        note: programText(longestNote).default({}),
      }),
    )
    .max(mostChanges)
    .default([])
    .describe('What occurrences have of their own; those of days that the rule does not have are refused'),
})

export type RecurrenceInput = z.output<typeof recurrenceInput>
