import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { chosenAmong, localizedText } from '../../../../platform/input/text-input.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { languageOptions } from '../../../../ui/form/language-options.ts'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { themeGroups, themes } from '../../../networks/index.ts'
import { eventKinds } from '../codes.ts'
import { type EventCall, EventTextField, eventPart } from './event-part.tsx'

export const longestTitle = 300
export const longestSummary = 2000
export const longestFrame = 300

/** What an event is called, of what kind it is and what it is about. */
export const aboutForm = eventPart({
  key: 'about',
  title: 'agenda.form.about',
  lead: 'agenda.form.aboutLead',
  words: ({ reader, document }) => chooseText(document.title, reader.language)?.text ?? '',
  values: ({ document }) => ({
    kind: document.kind,
    themes: document.themes,
    languages: document.languages,
    interpretation: document.interpretation,
    link: document.link ?? '',
  }),
  schema: (call) => {
    const { document } = call
    return z.object({
      kind: z.enum(eventKinds),
      title: localizedText({ max: longestTitle, isRequired: true, previous: document.title }),
      summary: localizedText({ max: longestSummary, previous: document.summary }),
      frame: localizedText({ max: longestFrame, previous: document.frame }),
      themes: chosenAmong(themes),
      languages: typedLanguages(call),
      interpretation: typedLanguages(call),
      link: typedLink,
    })
  },
  write: ({ document }, typed) => ({
    ...document,
    ...typed,
    themes: inFormerOrder(document.themes, typed.themes),
    languages: inFormerOrder(document.languages, typed.languages),
    interpretation: inFormerOrder(document.interpretation, typed.interpretation),
  }),
  form: (call) => {
    const { reader } = call
    return (
      <>
        <KindAndTitle call={call} />
        <EventTextField call={call} name="summary" max={longestSummary} rows={4} />
        <EventTextField call={call} name="frame" max={longestFrame} rows={1} />
        <LinkField call={call} />
        <ThemePicker name="themes" label={reader.t('agenda.event.themes')} groups={themeGroups(reader)} />
        <LanguagesField call={call} name="languages" />
        <LanguagesField call={call} name="interpretation" />
      </>
    )
  },
})

/** The two fields that every event has. */
export function KindAndTitle({ call }: { call: EventCall }) {
  const { reader } = call
  return (
    <>
      <ChoiceField
        name="kind"
        label={reader.t('agenda.filter.kind')}
        options={eventKinds.map((kind) => ({
          value: kind,
          label: capitalized(reader.t(`agenda.eventKind.${kind}`), reader.interfaceLanguage),
        }))}
        required
      />
      <EventTextField call={call} name="title" max={longestTitle} rows={1} required />
    </>
  )
}

/** The languages that a form offers: those of the network, and those that the event has. */
export function typedLanguages({ document, network }: EventCall) {
  const [first = 'fr', ...others] = [
    ...new Set([...network.languages, ...document.languages, ...document.interpretation]),
  ]
  return chosenAmong([first, ...others])
}

/** The languages in which one works, or into which one interprets. */
export function LanguagesField({ call, name }: { call: EventCall; name: 'languages' | 'interpretation' }) {
  const { reader, network, document } = call
  return (
    <ChoiceField
      name={name}
      label={reader.t(languageLabels[name])}
      options={languageOptions(reader, [...new Set([...network.languages, ...document[name]])])}
      multiple
    />
  )
}

const languageLabels = {
  languages: 'agenda.event.languages',
  interpretation: 'agenda.event.interpretation',
} as const

/** What the field of a page elsewhere sends. */
export const typedLink = z
  .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)])
  .default('')
  .transform((link) => (link === '' ? null : link))

/** The page of an event elsewhere. */
export function LinkField({ call: { reader } }: { call: EventCall }) {
  return (
    <Field
      name="link"
      type="url"
      label={reader.t('agenda.event.link')}
      hint={reader.t('agenda.form.linkHint')}
    />
  )
}
