import type { z } from 'zod'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { mergeLocalizedText } from '../../../platform/i18n/merge-localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type FormValues, typedValue } from '../../../platform/input/form.ts'
import { countParts } from '../../../platform/input/list-action.ts'
import { type Choices, chosenId, type OrganisationRef } from '../../directory/index.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingFacts } from './new-meeting.ts'
import type { meetingForm } from './schema.ts'

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
