import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { chosenAmong } from '../../../../platform/input/choice-input.ts'
import { typedValue, typedValues } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { errorOf, errorsOf, type Shown, typedTexts } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { themeGroups, themes } from '../../../networks/index.ts'
import { eventKinds } from '../codes.ts'
import { type EventCall, eventPart } from './event-part.ts'

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
  }),
  schema: ({ document, network }) => {
    const [first = 'fr', ...others] = [
      ...new Set([...network.languages, ...document.languages, ...document.interpretation]),
    ]
    return z.object({
      kind: z.enum(eventKinds),
      title: localizedText({ max: longestTitle, isRequired: true, previous: document.title }),
      summary: localizedText({ max: longestSummary, previous: document.summary }),
      frame: localizedText({ max: longestFrame, previous: document.frame }),
      themes: chosenAmong(themes),
      languages: chosenAmong([first, ...others]),
      interpretation: chosenAmong([first, ...others]),
    })
  },
  write: ({ document }, typed) => ({
    ...document,
    ...typed,
    themes: inFormerOrder(document.themes, typed.themes),
    languages: inFormerOrder(document.languages, typed.languages),
    interpretation: inFormerOrder(document.interpretation, typed.interpretation),
  }),
  form: (call, shown) => {
    const { reader, document } = call
    return (
      <>
        <KindAndTitle call={call} shown={shown} />
        <TextField call={call} shown={shown} name="summary" max={longestSummary} rows={4} />
        <TextField call={call} shown={shown} name="frame" max={longestFrame} rows={1} />
        <ThemePicker
          reader={reader}
          name="themes"
          label={reader.t('agenda.event.themes')}
          groups={themeGroups(reader)}
          chosen={typedValues(shown.values, 'themes')}
        />
        {(['languages', 'interpretation'] as const).map((name) => (
          <ChoiceField
            key={name}
            reader={reader}
            name={name}
            label={reader.t(languageLabels[name])}
            options={[...new Set([...call.network.languages, ...document[name]])].map((language) => ({
              value: language,
              label: capitalized(languageInWords(reader, language), reader.interfaceLanguage),
            }))}
            chosen={typedValues(shown.values, name)}
            error={errorOf(reader, shown, name)}
            multiple
          />
        ))}
      </>
    )
  },
})

/** The two fields that every event has. */
export function KindAndTitle({ call, shown }: { call: EventCall; shown: Shown }) {
  const { reader } = call
  return (
    <>
      <ChoiceField
        reader={reader}
        name="kind"
        label={reader.t('agenda.filter.kind')}
        options={eventKinds.map((kind) => ({
          value: kind,
          label: capitalized(reader.t(`agenda.eventKind.${kind}`), reader.interfaceLanguage),
        }))}
        chosen={[typedValue(shown.values, 'kind')]}
        error={errorOf(reader, shown, 'kind')}
        required
      />
      <TextField call={call} shown={shown} name="title" max={longestTitle} rows={1} required />
    </>
  )
}

const languageLabels = {
  languages: 'agenda.event.languages',
  interpretation: 'agenda.event.interpretation',
} as const

const textKeys = {
  title: { label: 'agenda.text.title', hint: 'agenda.form.titleHint' },
  summary: { label: 'agenda.text.summary', hint: 'agenda.form.summaryHint' },
  frame: { label: 'agenda.text.frame', hint: 'agenda.form.frameHint' },
} as const

interface TextFieldProps {
  call: EventCall
  shown: Shown
  name: 'title' | 'summary' | 'frame'
  max: number
  rows: number
  required?: boolean
}

function TextField({ call, shown, name, ...field }: TextFieldProps) {
  const { reader, network, document } = call
  return (
    <LocalizedField
      reader={reader}
      name={name}
      label={reader.t(textKeys[name].label)}
      hint={reader.t(textKeys[name].hint)}
      languages={network.languages}
      text={document[name]}
      values={typedTexts(shown, name)}
      errors={errorsOf(reader, shown)}
      {...field}
    />
  )
}
