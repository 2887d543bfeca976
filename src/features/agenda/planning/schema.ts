import { z } from 'zod'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import { asKnownOn, knownDay } from '../holidays/schema.ts'
import { readZonedTime, type ZonedTimeProblem, zonedYears } from '../zoned-time.ts'
import { grades } from './planned-date.ts'

const faults: Readonly<Record<ZonedTimeProblem, string>> = {
  malformed: 'a time with its zone, such as 2017-07-07T10:00[Europe/Paris]',
  noSuchDay: 'a day and an hour that exist, such as 2017-07-07T10:00[Europe/Paris]',
  noSuchZone: 'a zone of the zone database, such as Europe/Paris or Asia/Seoul',
  outOfRange: `a time of the years ${zonedYears.from} to ${zonedYears.to}`,
}

/** A time with its zone; errors are reported. */
export function zonedTime() {
  return z.string().transform((text, check) => {
    const read = readZonedTime(text)
    if (!('problem' in read)) return read
    check.issues.push({ code: 'custom', message: faults[read.problem], input: text })
    return z.NEVER
  })
}

/** Countries, the first one first: `FR,KR`. */
export function countries() {
  const error = 'one to six countries in two capital letters each, as in FR,KR'
  return z
    .string()
    .regex(/^[A-Z]{2}(?:,[A-Z]{2}){0,5}$/, { error })
    .transform((text) => [...new Set(text.split(','))])
}

export const planningParameters = z.object({
  countries: countries().default(['FR', 'KR']).describe('Whose calendars count, as in FR,KR'),
  from: knownDay().optional().describe('First of the planned days; without hours'),
  to: knownDay().optional().describe('Last of the planned days; the first one when left out'),
  start: zonedTime()
    .optional()
    .describe('Instead of days: when it begins, as in 2017-10-10T18:00[Europe/Paris]'),
  end: zonedTime().optional().describe('When it ends'),
  place: z
    .array(slug())
    .max(20, { error: 'at most 20 places' })
    .optional()
    .describe('Slugs of authorities of the directory that take part, for the days of their places'),
  network: slug().optional().describe('A country group whose added days count too'),
  ...asKnownOn,
})

const span = z.object({ from: z.iso.date(), to: z.iso.date() })

export const plannedDate = named(
  'PlannedDate',
  z.object({
    grade: z.enum(grades).describe('How far the date is from good, the best first'),
    sides: z.array(
      z.object({
        country: z.string(),
        grade: z.enum(grades),
        days: z.array(z.iso.date()).describe('The planned days on the clock of this side'),
        remarks: z.array(
          z.object({
            kind: z.enum(['holiday', 'election', 'feast', 'elsewhere', 'weekend', 'bridge', 'quiet']),
            date: z.iso.date(),
            name: inLanguages.nullable(),
          }),
        ),
        closed: span.nullable().describe('The days on end on which offices are closed'),
        last_working_day_before: z.iso.date().nullable(),
        first_working_day_after: z.iso.date().nullable(),
        words: inLanguages,
      }),
    ),
    last_common_working_day_before: z.iso.date().nullable(),
    first_common_working_day_after: z.iso.date().nullable(),
    words: inLanguages,
  }),
)
