import { z } from 'zod'
import { zonesFor } from '../../../../platform/dates/index.ts'
import { dayInput } from '../../../../platform/input/date-input.ts'
import { type FieldError, type FormValues, fieldError, says } from '../../../../platform/input/form.ts'
import { chosenAmong } from '../../../../platform/input/text-input.ts'
import type { EventRequest } from '../request.ts'
import { newTroubles, troublesOf } from '../rules/trouble.ts'
import {
  dayAfter,
  mostSlots,
  overlapping,
  present,
  type SessionFacts,
  type SessionPlan,
  slotsOf,
} from '../session.ts'
import { proposers } from '../solving/problem.ts'

export const mostTables = 500
export const mostInterpreters = 200
const mostHours = 14

const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])\s?[:hH.]\s?[0-5]\d$/, { error: says('partners.assignment.error.time') })
  .transform((text) => text.replaceAll(/\s/g, '').replace(/[hH.]/, ':').padStart(5, '0'))

const count = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, { error: says('partners.assignment.error.count') })
    .transform(Number)
    .refine((number) => number >= least && number <= most, { error: says('partners.assignment.error.count') })

interface Choosable {
  zones: readonly string[]
  languages: readonly string[]
  countries: readonly string[]
}

const day = dayInput(says('partners.assignment.error.day'))
const typedHours = z
  // Without a choice, hours end on the day on which they begin.
  .object({ day, from: time, to: time, ends: z.enum(['', 'nextDay']).default('') })
  .refine(({ from, to, ends }) => ends === 'nextDay' || from < to, {
    error: says('partners.assignment.error.reversed'),
    path: ['to'],
  })
  .refine(({ from, to, ends }) => ends === '' || to <= from, {
    error: says('partners.assignment.error.overADay'),
    path: ['to'],
  })

/** What an organiser sets of a session, as the form sends it. */
export function setupForm({ zones, languages, countries }: Choosable) {
  const [zone = 'UTC', ...otherZones] = zones
  const [language = 'en', ...otherLanguages] = languages
  const [country = '', ...otherCountries] = countries
  return z.object({
    zone: z.enum([zone, ...otherZones]),
    hours: z
      .array(typedHours)
      .max(mostHours, { error: says('partners.assignment.error.tooManyHours') })
      .default([]),
    slotMinutes: count(5, 240),
    breakMinutes: count(0, 240),
    tables: z.union([z.literal('').transform(() => null), count(1, mostTables)]).default(null),
    usualQuota: count(1, mostSlots),
    counted: z.enum(['no', 'yes']),
    interpreters: z
      .array(
        z
          .object({
            one: z.enum([language, ...otherLanguages]),
            other: z.enum([language, ...otherLanguages]),
            count: count(0, mostInterpreters),
          })
          .refine(({ one, other }) => one !== other, {
            error: says('partners.assignment.error.sameLanguage'),
            path: ['other'],
          }),
      )
      .default([]),
    firstSide: chosenAmong([country, ...otherCountries]).refine(
      (chosen) => chosen.length > 0 && chosen.length < Math.max(2, countries.length),
      { error: says('partners.assignment.error.sides') },
    ),
    proposing: z.enum(proposers),
    takesRequests: z.string().default('').transform(Boolean),
  })
}

export type TypedSetup = z.output<ReturnType<typeof setupForm>>

/** The typed settings, as a session keeps them. */
export function planOf({ counted, interpreters, hours, ...typed }: TypedSetup): SessionPlan {
  return {
    ...typed,
    hours: hours.map(({ ends, ...each }) => ({
      ...each,
      endsOn: ends === '' ? each.day : dayAfter(each.day),
    })),
    interpreters:
      counted === 'no'
        ? null
        : interpreters.map(({ one, other, count: number }) => ({ languages: [one, other], count: number })),
  }
}

/** Errors of a plan that no single field shows: no slots, too many, or fewer than were promised. */
export function setupErrors(plan: SessionPlan, facts: SessionFacts | null): FieldError[] {
  if (plan.hours.length === 0) return [fieldError('hours', 'partners.assignment.error.noHours')]
  const clash = overlapping(plan.hours, plan.zone)
  if (clash !== null) return [fieldError(`hours.${clash}.from`, 'partners.assignment.error.overlap')]
  const slots = slotsOf(plan).length
  const last = `hours.${plan.hours.length - 1}.to`
  const without = plan.hours.flatMap((hours, index) =>
    slotsOf({ ...plan, hours: [hours] }).length === 0
      ? [fieldError(`hours.${index}.to`, 'partners.assignment.error.noSlots')]
      : [],
  )
  if (without.length > 0) return without
  if (slots > mostSlots) return [fieldError(last, 'partners.assignment.error.tooManySlots')]
  if (plan.usualQuota > slots) return [fieldError('usualQuota', 'partners.assignment.error.quotaOverSlots')]
  const quotas = present(facts?.participants ?? []).map(({ quota }) => quota)
  if (Math.max(0, ...quotas) > slots) return [fieldError(last, 'partners.assignment.error.slotsUnderQuotas')]
  const pairs = plan.interpreters?.map(({ languages }) => [...languages].sort().join()) ?? []
  if (plan.interpreters?.length === 0)
    return [fieldError('interpreters', 'partners.assignment.error.noInterpreters')]
  const twice = pairs.findIndex((pair, at) => pairs.indexOf(pair) < at)
  if (twice >= 0)
    return [fieldError(`interpreters.${twice}.other`, 'partners.assignment.error.languagesTwice')]
  return facts === null ? [] : ruleErrors(plan, facts)
}

// A fixed meeting still needs its slot, its table and its interpreter.
function ruleErrors(plan: SessionPlan, facts: SessionFacts): FieldError[] {
  const starts = new Set(slotsOf(plan).map(({ startsAt }) => startsAt.getTime()))
  const slots = facts.session.slots.filter(({ startsAt }) => starts.has(startsAt.getTime()))
  const last = `hours.${plan.hours.length - 1}.to`
  const gone = facts.rules.some(({ slotId }) => slotId !== null && !slots.some(({ id }) => id === slotId))
  if (gone) return [fieldError(last, 'partners.assignment.error.slotOfFixedGone')]
  const added = [...starts]
    .filter((start) => !slots.some(({ startsAt }) => startsAt.getTime() === start))
    .map((start) => ({ id: `new ${start}`, startsAt: new Date(start), endsAt: new Date(start) }))
  const session = { ...facts.session, ...plan, slots: [...slots, ...added] }
  const kinds = new Set(
    newTroubles(troublesOf(facts), troublesOf({ ...facts, session })).map(({ kind }) => kind),
  )
  const count = plan.interpreters?.length ?? 0
  return [
    ...(kinds.has('tables') ? [fieldError('tables', 'partners.assignment.error.tablesUnderFixed')] : []),
    ...(kinds.has('interpreters')
      ? [
          fieldError(
            count === 0 ? 'counted' : `interpreters.${count - 1}.count`,
            'partners.assignment.error.interpretersUnderFixed',
          ),
        ]
      : []),
    ...(kinds.has('absence') ? [fieldError(last, 'partners.assignment.error.slotsUnderFixed')] : []),
  ]
}

/** The values of the form of a session when it is opened: the session as it is, or what the event suggests. */
export function setupValues({ facts, network, event }: EventRequest): FormValues {
  if (facts === null) {
    const day = event.startsOn ?? ''
    return {
      zone: event.zone ?? zonesFor(network.countries)[0] ?? 'UTC',
      'hours.0.day': day,
      'hours.0.from': '14:00',
      'hours.0.to': '17:00',
      slotMinutes: '20',
      breakMinutes: '5',
      tables: '',
      usualQuota: '5',
      counted: 'no',
      firstSide: network.countries.slice(0, 1),
      proposing: 'fairer',
      takesRequests: 'yes',
    }
  }
  const { session } = facts
  return {
    zone: session.zone,
    ...Object.fromEntries(
      session.hours.flatMap(({ day, from, endsOn, to }, index) => [
        [`hours.${index}.day`, day],
        [`hours.${index}.from`, from],
        [`hours.${index}.to`, to],
        [`hours.${index}.ends`, endsOn === day ? '' : 'nextDay'],
      ]),
    ),
    slotMinutes: String(session.slotMinutes),
    breakMinutes: String(session.breakMinutes),
    tables: session.tables === null ? '' : String(session.tables),
    usualQuota: String(session.usualQuota),
    counted: session.interpreters === null ? 'no' : 'yes',
    ...Object.fromEntries(
      (session.interpreters ?? []).flatMap(({ languages: [one, other], count }, index) => [
        [`interpreters.${index}.one`, one],
        [`interpreters.${index}.other`, other],
        [`interpreters.${index}.count`, String(count)],
      ]),
    ),
    firstSide: session.firstSide,
    proposing: session.proposing,
    takesRequests: session.takesRequests ? 'yes' : '',
  }
}
