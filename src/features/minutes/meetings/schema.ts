import { z } from 'zod'
import { chooseName, mergeLocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { dayInput, plainHour } from '../../../platform/input/date-input.ts'
import { type FormValues, says, typedValue } from '../../../platform/input/form.ts'
import { countParts } from '../../../platform/input/list-action.ts'
import { chosenAmong, typedText } from '../../../platform/input/text-input.ts'
import { type Choices, chosenId, type OrganisationRef } from '../../directory/index.ts'
import { saidStates } from './commands.ts'
import { endDay, type Meeting, meetingKinds } from './meeting.ts'
import type { MeetingFacts } from './new-meeting.ts'

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

/** The form values of a meeting before anybody types. */
export function meetingValues(reader: Reader, meeting: Meeting): FormValues {
  const onClock = (at: Date | null) =>
    at
      ? Temporal.Instant.fromEpochMilliseconds(at.getTime())
          .toZonedDateTimeISO(meeting.zone)
          .toPlainTime()
          .toString({ smallestUnit: 'minute' })
      : ''
  return {
    kind: meeting.kind,
    heldOn: meeting.heldOn,
    start: onClock(meeting.startsAt),
    end: onClock(meeting.endsAt),
    zone: meeting.zone,
    languages: meeting.languages,
    seen: meeting.updatedAt.toISOString(),
    ...pickedValues(reader, 'placeOrganisation', meeting.placeOrganisation),
    ...pickedValues(reader, 'chairOrganisation', meeting.chairOrganisation),
    ...Object.assign(
      {},
      ...meeting.conveners.map((each, index) => pickedValues(reader, `conveners.${index}`, each)),
    ),
  }
}

/** The values of a picker for the organisation of a record. */
export function pickedValues(
  reader: Reader,
  name: string,
  organisation: Pick<OrganisationRef, 'id' | 'name'> | null,
): FormValues {
  if (!organisation) return {}
  const { text } = chooseName(organisation.name, reader.language)
  return { [`${name}.name`]: text, [`${name}.id`]: organisation.id, [`${name}.for`]: text }
}

/** The names of the pickers that were filled in. */
export function typedPickers(values: FormValues): string[] {
  const conveners = Array.from(
    { length: countParts(values, 'conveners') },
    (_, index) => `conveners.${index}`,
  )
  return ['placeOrganisation', 'chairOrganisation', ...conveners].filter(
    (name) => typedValue(values, `${name}.name`).trim() !== '',
  )
}

type Typed = z.output<ReturnType<typeof meetingForm>>

/** The typed facts, merged with the existing texts. */
export function factsOf(typed: Typed, choices: Choices, before: Meeting | null): MeetingFacts {
  const { seen: _, title, place, chair, invitation, ...plain } = typed
  return {
    ...plain,
    title: mergeLocalizedText(before?.title ?? {}, title),
    place: mergeLocalizedText(before?.place ?? {}, place),
    chair: mergeLocalizedText(before?.chair ?? {}, chair),
    invitation: mergeLocalizedText(before?.invitation ?? {}, invitation),
    placeId: chosenId(choices, 'placeOrganisation'),
    chairId: chosenId(choices, 'chairOrganisation'),
    convenerIds: [...choices.keys()]
      .filter((name) => name.startsWith('conveners.'))
      .flatMap((name) => chosenId(choices, name) ?? []),
  }
}
