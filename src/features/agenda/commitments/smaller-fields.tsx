import { z } from 'zod'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import type { FieldError, FormValues } from '../../../platform/input/form.ts'
import { localizedText } from '../../../platform/input/text-input.ts'
import type { Shown } from '../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { dateToType } from '../../../ui/text/date-words.ts'
import { choiceErrors, chosenId, readChoices } from '../../directory/index.ts'
import { listOrganisationRefs, OrganisationChoice, valuesOfChoice } from '../../directory/picking/index.ts'
import { attendances, eventKinds } from '../events/codes.ts'
import { longestSummary } from '../events/forms/about-form.tsx'
import type { EventCall } from '../events/forms/event-part.tsx'
import { longestVenue, typedAttendance } from '../events/forms/place-form.tsx'
import { renderWhenCheck, WhenFields } from '../events/forms/when-fields.tsx'
import { hoursToType, readWhen, type TypedWhen } from '../events/forms/when-reading.ts'
import { type SmallerForm, sameForm } from './document/schema.ts'

/** What the fields of the smaller form send, but for its date. */
export function typedSmaller(call: EventCall) {
  const smaller = smallerOf(call)
  return {
    kind: z
      .union([z.enum(eventKinds), z.literal('')])
      .default('')
      .transform((kind) => (kind === '' ? null : kind)),
    attendance: typedAttendance,
    words: localizedText({ max: longestSummary, previous: smaller.words }),
    venue: localizedText({ max: longestVenue, previous: smaller.venue }),
  }
}

type TypedSmaller = z.output<z.ZodObject<ReturnType<typeof typedSmaller>>> & TypedWhen

/** The call as the fields of dates read it: of an event that is on the date of the smaller form. */
export function dateCall(call: EventCall): EventCall {
  const { when, dateWords: words, startsAt, endsAt, zone } = smallerOf(call)
  return { ...call, document: { ...call.document, when, words, startsAt, endsAt, zone } }
}

/** The smaller form as it was typed, or what is wrong with it. */
export async function readSmaller(
  call: EventCall,
  typed: TypedSmaller,
  values: FormValues,
): Promise<SmallerForm | FieldError[]> {
  const places = await readChoices(call.context, values, ['place'])
  const errors = choiceErrors(places, true)
  if (errors.length > 0) return errors
  const read = readWhen(dateCall(call), typed)
  if (Array.isArray(read)) return read
  const { when, words: dateWords, startsAt, endsAt, zone } = read
  const { kind, attendance, words, venue } = typed
  const placeId = chosenId(places, 'place')
  return { kind, attendance, words, when, dateWords, startsAt, endsAt, zone, placeId, venue }
}

/** What the fields of the smaller form show. */
export async function valuesOfSmaller(call: EventCall): Promise<FormValues> {
  const { reader, context } = call
  const { kind, attendance, when, dateWords, placeId, ...hours } = smallerOf(call)
  const refs = await listOrganisationRefs(context, placeId === null ? [] : [placeId])
  return {
    kind: kind ?? '',
    attendance: attendance ?? '',
    when: when === null ? '' : dateToType(reader, when, dateWords[reader.interfaceLanguage]?.text ?? null),
    ...hoursToType(hours),
    ...valuesOfChoice(reader, 'place', placeId === null ? undefined : refs.get(placeId)),
  }
}

/** The form in which the event is held with fewer commitments: what is left empty stays as planned. */
export async function SmallerFields({ call, shown }: { call: EventCall; shown: Shown }) {
  const { reader, context, network } = call
  const { t } = reader
  const smaller = smallerOf(call)
  const text = (name: 'words' | 'venue', max: number, rows: number) => (
    <LocalizedField
      name={name}
      label={t(name === 'words' ? 'agenda.commitments.smallerWords' : 'agenda.text.venue')}
      hint={t(name === 'words' ? 'agenda.commitments.smallerWordsHint' : 'agenda.form.venueHint')}
      languages={network.languages}
      text={smaller[name]}
      max={max}
      rows={rows}
    />
  )
  const unchanged = { value: '', label: t('agenda.commitments.unchanged') }
  return (
    <>
      <h2>{t('agenda.commitments.smaller')}</h2>
      <p>{t('agenda.commitments.smallerLead')}</p>
      <ChoiceField
        name="kind"
        label={t('agenda.filter.kind')}
        options={[
          unchanged,
          ...eventKinds.map((kind) => ({
            value: kind,
            label: capitalized(t(`agenda.eventKind.${kind}`), reader.interfaceLanguage),
          })),
        ]}
        isFolded
      />
      <ChoiceField
        name="attendance"
        label={t('agenda.event.attendance')}
        options={[
          unchanged,
          ...attendances.map((each) => ({ value: each, label: t(`agenda.attendance.${each}`) })),
        ]}
      />
      {text('words', longestSummary, 3)}
      <WhenFields call={dateCall(call)} shown={shown} />
      {await renderWhenCheck(dateCall(call), shown.values)}
      <OrganisationChoice
        call={call}
        choices={await readChoices(context, shown.values, ['place'])}
        name="place"
        label={t('agenda.form.town')}
        hint={t('agenda.form.townHint')}
      />
      {text('venue', longestVenue, 1)}
    </>
  )
}

function smallerOf({ document }: EventCall): SmallerForm {
  return document.criticalMass?.smaller ?? sameForm
}
