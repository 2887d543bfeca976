import type { ComponentChildren } from 'preact'
import { capitalized } from '../../platform/i18n/capitalized.ts'
import { directionOf } from '../../platform/i18n/languages.ts'
import type { LocalizedText, TextState } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'
import { typedValue } from '../../platform/input/form.ts'
import { useReader } from '../reader.tsx'
import { languageInWords } from '../text/language-in-words.ts'
import { Choice } from './choice-field.tsx'
import { Field, type FieldControl } from './field.tsx'
import { FieldGroup } from './field-group.tsx'
import { useForm } from './filled.tsx'
import { CountedTextArea } from './text-area-field.tsx'

interface LocalizedFieldProps {
  /** Of the whole; the inputs are `title.fr.text`, `title.fr.reviewed` and `title.original`. */
  name: string
  label: ComponentChildren
  /** BCP 47 tags of the network's languages. */
  languages: readonly string[]
  /** The present text. */
  text: LocalizedText
  max: number
  /** Lines of each box; 1 for a title. */
  rows?: number
  hint?: ComponentChildren
  required?: boolean
}

/** One text in several languages side by side, the reader’s own first, each with its state. */
export function LocalizedField({ languages, ...props }: LocalizedFieldProps) {
  const reader = useReader()
  const { name, label, hint, required } = props
  const ordered = languages.toSorted((a, b) => nearness(reader, b) - nearness(reader, a))
  return (
    <FieldGroup name={name} label={label} hint={hint} required={required ?? false} class="localized">
      <div class="localized-columns">
        {ordered.map((language) => (
          <Column key={language} {...props} language={language} />
        ))}
      </div>
    </FieldGroup>
  )
}

interface ColumnProps extends Omit<LocalizedFieldProps, 'languages'> {
  language: string
}

function Column({ name, language, text, max, rows = 3 }: ColumnProps) {
  const form = useForm()
  // The present text, until the form comes back with typed values.
  const values = Object.keys(form.values).some((each) => each.startsWith(`${name}.`))
    ? form.values
    : undefined
  const reader = useReader()
  const { t } = reader
  const inputName = `${name}.${language}.text`
  const state = text[language]?.state ?? 'missing'
  const stored = text[language]?.text ?? ''
  const value = values === undefined ? stored : typedValue(values, inputName)
  const original = values === undefined ? null : typedValue(values, `${name}.original`)
  // A one-line input would lose the line breaks of a text that has some.
  const isLine = rows === 1 && !value.includes('\n')
  const isOriginal = original === null ? state === 'original' : original === language
  const languageName = capitalized(languageInWords(reader, language), reader.interfaceLanguage)
  return (
    <Field
      name={inputName}
      ownName={languageName}
      isPart
      label={
        <>
          {languageName} <span class="tag">{t(stateKeys[state])}</span>
        </>
      }
    >
      {(control: FieldControl) => (
        <>
          {isLine ? (
            <input
              {...control}
              type="text"
              value={value}
              lang={language}
              dir={directionOf(language)}
              autocomplete="off"
            />
          ) : (
            <CountedTextArea
              control={control}
              value={value}
              max={max}
              rows={Math.max(rows, 2)}
              lang={language}
              dir={directionOf(language)}
            />
          )}
          <Choice
            name={`${name}.original`}
            option={{ value: language, label: t('ui.localized.isOriginal') }}
            type="radio"
            isChosen={isOriginal}
          />
          {state === 'machine' || state === 'stale' ? (
            <Choice
              name={`${name}.${language}.reviewed`}
              option={{ value: 'on', label: t('ui.localized.isReviewed') }}
              type="checkbox"
              isChosen={values !== undefined && typedValue(values, `${name}.${language}.reviewed`) !== ''}
            />
          ) : null}
        </>
      )}
    </Field>
  )
}

const stateKeys: Record<TextState | 'missing', PlainMessageKey> = {
  original: 'ui.text.original',
  reviewed: 'ui.text.reviewed',
  machine: 'ui.text.machine',
  stale: 'ui.text.stale',
  missing: 'ui.text.missing',
}

function nearness(reader: Reader, language: string): number {
  return language === reader.language ? 2 : language === reader.interfaceLanguage ? 1 : 0
}
