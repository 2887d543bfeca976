import { z } from 'zod'
import {
  chooseText,
  type LocalizedText,
  mergeLocalizedText,
} from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { MoreFields } from '../../../../ui/form/more-fields.tsx'
import { dateToType } from '../../../../ui/text/date-words.ts'
import { eventKinds } from '../../events/codes.ts'
import {
  aboutForm,
  KindAndTitle,
  LanguagesField,
  LinkField,
  longestTitle,
  typedLanguages,
  typedLink,
} from '../../events/forms/about-form.tsx'
import { type EventCall, EventTextField, eventPart } from '../../events/forms/event-part.tsx'
import { longestCredit, longestOrganisers, peopleForm } from '../../events/forms/people-form.tsx'
import { AttendanceField, longestVenue, placeForm, typedAttendance } from '../../events/forms/place-form.tsx'
import { redrawForCheck, renderWhenCheck, WhenFields } from '../../events/forms/when-fields.tsx'
import { hoursToType, readWhen, typedWhen } from '../../events/forms/when-reading.ts'
import { isOver } from '../proposal.ts'
import { joinParts } from './joined-parts.tsx'

// Longer than an event allows: a text full of links is held rather than refused, and a moderator shortens the rest.
const longestProposed = 6000

/** The outline of a proposed event. */
const outlineForm = eventPart({
  key: 'outline',
  title: 'agenda.proposal.what',
  lead: 'agenda.form.aboutLead',
  values: ({ document }) => ({
    kind: document.title && Object.keys(document.title).length > 0 ? document.kind : '',
  }),
  schema: ({ document }) =>
    z.object({
      kind: z.enum(eventKinds),
      title: localizedText({ max: longestTitle, isRequired: true, previous: document.title }),
      summary: localizedText({ max: longestProposed, previous: document.summary }),
    }),
  write: ({ document }, typed) => ({ ...document, ...typed }),
  form: (call) => (
    <>
      <KindAndTitle call={call} />
      <EventTextField call={call} name="summary" max={longestProposed} rows={4} />
    </>
  ),
})

const lines = { venue: longestVenue, organisers: longestOrganisers, credit: longestCredit } as const

const lineWords = {
  venue: { label: 'agenda.event.where', hint: 'agenda.proposal.venueHint' },
  organisers: { label: 'agenda.form.organisers', hint: 'agenda.proposal.organisersHint' },
  credit: { label: 'agenda.proposal.credit', hint: 'agenda.proposal.creditHint' },
} as const

/** Where it is, who organises it, in which languages, and its credit. */
const settingForm = eventPart({
  key: 'setting',
  title: 'agenda.proposal.setting',
  lead: 'agenda.form.placeLead',
  values: ({ reader, document }) => ({
    venue: lineOf(reader, document.venue),
    organisers: lineOf(reader, document.organisers),
    credit: lineOf(reader, document.credit),
    attendance: document.attendance ?? '',
    link: document.link ?? '',
    languages: document.languages,
  }),
  schema: (call) =>
    z.object({
      venue: z.string().trim().max(lines.venue).default(''),
      organisers: z.string().trim().max(lines.organisers).default(''),
      credit: z.string().trim().max(lines.credit).default(''),
      attendance: typedAttendance,
      link: typedLink,
      languages: typedLanguages(call),
    }),
  write: ({ reader, document }, { venue, organisers, credit, ...typed }) => ({
    ...document,
    ...typed,
    languages: inFormerOrder(document.languages, typed.languages),
    venue: withLine(reader, document.venue, venue),
    organisers: withLine(reader, document.organisers, organisers),
    credit: withLine(reader, document.credit, credit),
  }),
  form: (call) => (
    <>
      <LineField call={call} name="venue" />
      <AttendanceField call={call} />
      <LinkField call={call} />
      <MoreFields names={['organisers', 'languages', 'credit']} label={call.reader.t('agenda.proposal.more')}>
        <LineField call={call} name="organisers" />
        <LanguagesField call={call} name="languages" />
        <LineField call={call} name="credit" />
      </MoreFields>
    </>
  ),
})

/** When a proposed event is to take place. A past date is refused. */
const dateForm = eventPart({
  key: 'date',
  title: 'agenda.form.when',
  lead: 'agenda.form.whenLead',
  values: ({ reader, document }) => ({
    when:
      document.when === null
        ? ''
        : dateToType(reader, document.when, document.words[reader.interfaceLanguage]?.text ?? null),
    ...hoursToType(document),
  }),
  redraw: redrawForCheck,
  schema: (call) => z.object(typedWhen(call)),
  write: (call, typed) => {
    const when = readWhen(call, typed)
    if (Array.isArray(when)) return when
    if (when.when !== call.document.when && isOver(when, call.context.today))
      return [fieldError('when', 'agenda.error.over')]
    return { ...call.document, ...when }
  },
  form: async (call, shown) => (
    <>
      <WhenFields call={call} shown={shown} />
      {await renderWhenCheck(call, shown.values)}
    </>
  ),
})

/** The form of a proposer. */
export const proposerForm = joinParts([outlineForm, dateForm, settingForm])

/** What a moderator amends: the forms of events, on one page. */
export const amendmentForm = joinParts([aboutForm, dateForm, placeForm, peopleForm], ['organisations'])

type Line = keyof typeof lines

// A helpful visitor needs to fill in one language only: coordinators add the others.
function LineField({ call: { reader }, name }: { call: EventCall; name: Line }) {
  return <Field name={name} label={reader.t(lineWords[name].label)} hint={reader.t(lineWords[name].hint)} />
}

/** A text in several languages as one line of a form shows it: in the reader’s language, or what there is. */
function lineOf({ interfaceLanguage }: Reader, text: LocalizedText): string {
  return text[interfaceLanguage]?.text ?? chooseText(text, interfaceLanguage)?.text ?? ''
}

/** The text with that line as typed in the reader’s language; unchanged if the line was left alone. */
function withLine(reader: Reader, before: LocalizedText, typed: string): LocalizedText {
  if (typed === lineOf(reader, before)) return before
  if (typed === '') return {}
  const language = reader.interfaceLanguage
  return mergeLocalizedText(before, { texts: { [language]: typed }, reviewed: [], original: language })
}
