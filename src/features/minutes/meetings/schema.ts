import { z } from 'zod'
import { chosenAmong } from '../../../platform/input/choice-input.ts'
import { dayInput } from '../../../platform/input/day-input.ts'
import { says } from '../../../platform/input/form.ts'
import { plainHour } from '../../../platform/input/hour-input.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { saidStates } from './commands.ts'
import { endDay, meetingKinds } from './meeting.ts'

export const longestTitle = 200
export const longestWords = 300
export const longestInvitation = 4000

const time = z
  .string()
  .trim()
  .regex(/^$|^([01]?\d|2[0-3])\s?[:hH.]\s?[0-5]\d$/, { error: says('minutes.error.time') })
  .default('')
  .transform((text) =>
    text === '' ? null : text.replaceAll(/\s/g, '').replace(/[hH.]/, ':').padStart(5, '0'),
  )

/** The facts of a meeting; organisations are picked beside. */
export function meetingForm({
  zones,
  languages,
}: {
  zones: readonly string[]
  languages: readonly string[]
}) {
  const [firstZone = 'UTC', ...otherZones] = zones
  const [firstLanguage = 'fr', ...otherLanguages] = languages
  return z
    .object({
      title: typedText({ max: longestTitle, isRequired: true }),
      kind: z.enum(meetingKinds),
      heldOn: dayInput(says('minutes.error.day')),
      start: time,
      end: time,
      zone: z.enum([firstZone, ...otherZones]),
      place: typedText({ max: longestWords }),
      chair: typedText({ max: longestWords }),
      languages: chosenAmong([firstLanguage, ...otherLanguages]),
      invitation: typedText({ max: longestInvitation }),
      seen: z.string().default(''),
    })
    .refine(({ start, end }) => end === null || start !== null, {
      path: ['start'],
      error: says('minutes.error.startMissing'),
    })
    .superRefine(plainHour('start', ({ heldOn, start, zone }) => ({ day: heldOn, time: start, zone })))
    .superRefine(plainHour('end', (typed) => ({ day: endDay(typed), time: typed.end, zone: typed.zone })))
    .refine(({ start, end }) => end === null || start !== end, {
      path: ['end'],
      error: says('minutes.error.endSame'),
    })
}

/** A state that is set or taken back. */
export const stateForm = z.object({
  is: z.enum(saidStates).optional(),
  not: z.enum(saidStates).optional(),
})
