import { z } from 'zod'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { country, day, slug, wholeNumber } from '../../../platform/http/api/parameters.ts'
import { saidDay } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'
import { holidayKinds, knownPeriod } from './holiday.ts'

/** A day for which holidays are known. */
export function knownDay() {
  const error = `a day from ${knownPeriod.from} to ${knownPeriod.to}`
  return day().refine((value) => value >= knownPeriod.from && value <= knownPeriod.to, { error })
}

/** The day as of which an answer holds. */
export const asKnownOn = {
  known_on: day()
    .refine((value) => value >= knownPeriod.from, { error: `a day from ${knownPeriod.from} on` })
    .optional()
    .describe('What became known later is not there; today when left out'),
}

export const holidayParameters = z.object({
  country: country().describe('ISO 3166-1 alpha-2'),
  from: knownDay().describe('First day'),
  to: knownDay().describe('Last day'),
  ...asKnownOn,
  network: slug().optional().describe('A country group whose added days belong there too'),
  ...sliceParameters,
  limit: wholeNumber(1, 100).default(100).describe('How many records to answer at most'),
})

export const holidayRecord = z.object({
  country: z.string(),
  date: z.iso.date(),
  name: inLanguages,
  kind: z.enum(holidayKinds).describe('“added” by the country group that was asked for'),
  day_off: z.boolean().describe('Public offices are closed; French elections close none'),
  regions: z
    .array(z.string())
    .nullable()
    .describe('Codes of the places that keep it; null for the whole country'),
  known_on: z.iso.date().nullable().describe('Since when one could know; null where that is not known'),
  source: z.string().describe('Law, decision or package'),
  source_url: z.string().nullable(),
  is_projected: z.boolean().describe('Follows from the rules in force, for a day after the last one checked'),
  is_checked: z.boolean().describe('Checked by hand; other countries come from a package as they are'),
})

export const holidayList = named('HolidayList', listOf(named('Holiday', holidayRecord)))

export const longestName = 120
const name = z.string().trim().max(longestName).default('')
const typedDay = saidDay(says('agenda.error.day')).refine(
  (value) => value >= knownPeriod.from && value <= knownPeriod.to,
  says('agenda.error.period'),
)

/** Days that a coordinator adds. */
export const addedDaysForm = z
  .object({
    country: z.string().regex(/^[A-Z]{2}$/),
    from: typedDay,
    to: z.union([z.literal(''), typedDay]).default(''),
    name: z.record(z.string().regex(/^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/), name).default({}),
    closesOffices: z.enum(['yes', 'no']),
    source: z.string().trim().min(1).max(300),
  })
  .transform(({ to, ...typed }) => ({ ...typed, to: to === '' ? typed.from : to }))
  .refine(({ name: names }) => Object.values(names).some(Boolean), {
    error: says('ui.form.missing'),
    path: ['name'],
  })
  .refine(({ from, to }) => from <= to, { error: says('agenda.error.reversed'), path: ['to'] })
  .refine(({ from, to }) => Temporal.PlainDate.from(from).until(to).days < mostAddedDays, {
    error: says('agenda.error.long'),
    path: ['to'],
  })

/** No office closes for longer. */
const mostAddedDays = 62
