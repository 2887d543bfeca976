import type { ComponentChildren } from 'preact'
import { capitalized } from '../../platform/i18n/capitalized.ts'
import { directionOf } from '../../platform/i18n/languages.ts'
import type { LocalizedText, TextState } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'
import { type FormValues, typedValue } from '../../platform/input/form.ts'
import { useReader } from '../reader.tsx'
import { languageInWords } from '../text/language-in-words.ts'
import { Choice } from './choice-field.tsx'
import { Field, type FieldControl } from './field.tsx'
import { NamedPart, useOwnName } from './field-names.tsx'
import { useFieldIds, useFilled, useForm } from './filled.tsx'
import { CountedTextArea } from './text-area-field.tsx'

interface LocalizedFieldProps {
  /** Of the whole; the inputs are `title.fr.text`, `title.fr.reviewed`, `title.original` and `title.written`. */
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
  /** The boxes of its translations are not folded. */
  opensAll?: boolean
}

/**
 * A text in the language in which it is written: the original’s, else the reader’s. It says which one, and lets them choose another.
 * Its translations are folded beneath, each with its state.
 */
export function LocalizedField({ languages, ...props }: LocalizedFieldProps) {
  const reader = useReader()
  const { name, label, hint, required, text } = props
  const values = useTyped(name)
  const ordered = languages.toSorted((a, b) => nearness(reader, b) - nearness(reader, a))
  const main = mainLanguage(reader, languages, text, values && typedValue(values, `${name}.written`))
  const ofWhole = useFilled(name)
  const ofMain = useFilled(boxName(name, main))
  const id = useFieldIds()(name)
  useOwnName(id, label)
  return (
    <div class="localized" id={id} tabindex={-1}>
      <Field
        name={boxName(name, main)}
        label={label}
        hint={hint}
        error={ofMain.error ?? ofWhole.error}
        required={required ?? false}
      >
        {(control: FieldControl) => <Box {...props} control={control} language={main} values={values} />}
      </Field>
      {languages.length > 1 ? (
        <>
          <input type="hidden" name={`${name}.written`} value={main} />
          <WrittenIn name={name} languages={languages} main={main} values={values} text={text} />
          <NamedPart name={label}>
            <Translations {...props} languages={ordered.filter((each) => each !== main)} values={values} />
          </NamedPart>
        </>
      ) : null}
    </div>
  )
}

interface PartProps extends LocalizedFieldProps {
  /** What was typed before the form came back. */
  values: FormValues | undefined
}

/** The language of the box, and what the text is said to be written in: the one choice that a writer of two languages has to correct. */
function WrittenIn({
  name,
  languages,
  main,
  values,
  text,
}: Pick<PartProps, 'name' | 'languages' | 'values' | 'text'> & { main: string }) {
  const reader = useReader()
  const { t } = reader
  // Of texts that nobody wrote first, such as translations of a name, none becomes the original unasked.
  const usual = originalOf(text) ?? (Object.keys(text).length === 0 ? main : '')
  const said = values === undefined ? usual : typedValue(values, `${name}.original`)
  const id = useFieldIds()(`${name}.original`)
  const words = (language: string) =>
    t('ui.localized.writtenIn', { language: languageInWords(reader, language) })
  return (
    <details class="written-in" data-part="written-in">
      <summary>
        <span data-language="">{words(said || main)}</span>{' '}
        <span class="written-in-change">{t('ui.localized.change')}</span>
      </summary>
      <label for={id}>{t('ui.localized.language')}</label>
      <select id={id} name={`${name}.original`}>
        {usual === '' ? <option value="">{t('ui.localized.noOriginal')}</option> : null}
        {languages.map((language) => (
          <option key={language} value={language} selected={language === said} data-words={words(language)}>
            {capitalized(languageInWords(reader, language), reader.interfaceLanguage)}
          </option>
        ))}
      </select>
    </details>
  )
}

function Translations({ languages, values, opensAll = false, ...props }: PartProps) {
  const reader = useReader()
  const { t } = reader
  const { name, text } = props
  const form = useForm()
  const isTyped = languages.some(
    (language) => values && typedValue(values, boxName(name, language)) !== (text[language]?.text ?? ''),
  )
  const isWrong = languages.some((language) =>
    form.errors.some(({ field }) => field === boxName(name, language)),
  )
  const states = languages.map((language) => {
    const state = text[language]?.state
    const words = languageInWords(reader, language)
    return state ? t('ui.localized.state', { language: words, state: t(stateKeys[state]) }) : words
  })
  return (
    <details class="translations" open={opensAll || isTyped || isWrong}>
      <summary>
        {t('ui.localized.translations')} <span class="translations-states">{states.join(' · ')}</span>
      </summary>
      <div class="localized-columns">
        {languages.map((language) => (
          <Translation key={language} {...props} language={language} values={values} />
        ))}
      </div>
    </details>
  )
}

function Translation({ language, ...props }: Omit<PartProps, 'languages'> & { language: string }) {
  const reader = useReader()
  const { t } = reader
  const { name, text, values } = props
  const state = text[language]?.state ?? 'missing'
  const languageName = capitalized(languageInWords(reader, language), reader.interfaceLanguage)
  return (
    <Field
      name={boxName(name, language)}
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
          <Box {...props} control={control} language={language} />
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

interface BoxProps extends Omit<PartProps, 'languages'> {
  control: FieldControl
  language: string
}

function Box({ control, name, language, text, max, rows = 3, values }: BoxProps) {
  const stored = text[language]?.text ?? ''
  const value = values === undefined ? stored : typedValue(values, boxName(name, language))
  const attributes = { lang: language, dir: directionOf(language) }
  // A one-line input would lose the line breaks of a text that has some.
  return rows === 1 && !value.includes('\n') ? (
    <input {...control} {...attributes} type="text" value={value} autocomplete="off" />
  ) : (
    <CountedTextArea control={control} value={value} max={max} rows={Math.max(rows, 2)} {...attributes} />
  )
}

function boxName(name: string, language: string): string {
  return `${name}.${language}.text`
}

/** The typed values of the form around it, if they hold this text; else the present text is shown. */
function useTyped(name: string): FormValues | undefined {
  const { values } = useForm()
  return Object.keys(values).some((each) => each.startsWith(`${name}.`)) ? values : undefined
}

function originalOf(text: LocalizedText): string | undefined {
  return Object.keys(text).find((language) => text[language]?.state === 'original')
}

/** The language of the first box: as typed, that of the original, the reader’s among those there are, any of these, the reader’s, the group’s first. */
function mainLanguage(
  reader: Reader,
  languages: readonly string[],
  text: LocalizedText,
  written: string | undefined,
): string {
  const own = [reader.language, reader.interfaceLanguage]
  const there = Object.keys(text)
  const wanted = [written, originalOf(text), ...own.filter((each) => there.includes(each)), ...there, ...own]
  return wanted.find((each) => each !== undefined && languages.includes(each)) ?? languages[0] ?? 'und'
}

function nearness(reader: Reader, language: string): number {
  return language === reader.language ? 2 : language === reader.interfaceLanguage ? 1 : 0
}

const stateKeys: Record<TextState | 'missing', PlainMessageKey> = {
  original: 'ui.text.original',
  reviewed: 'ui.text.reviewed',
  machine: 'ui.text.machine',
  stale: 'ui.text.stale',
  missing: 'ui.text.missing',
}
