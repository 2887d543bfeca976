import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FormValues } from '../../../../platform/input/form.ts'
import { valuesOfChoice } from '../../../directory/picking/index.ts'
import type { Said } from './queries.ts'

/** The form of a new wish as it is filled in with what a source says: words in each of their languages, themes, countries. */
export function draftOf(reader: Reader, { countries }: { countries: string[] }, said: Said): FormValues {
  const { organisation, seeks, themes, id } = said
  return {
    kind: 'search',
    interest: id,
    ...valuesOfChoice(reader, 'authority', organisation),
    ...textValues('text', seeks),
    themes,
    forms: [],
    horizon: '',
    countries: countries.filter((country) => country !== organisation.country),
    visibility: 'public',
  }
}

/** A text as its field sends it, in each language in which there is one. */
export function textValues(name: string, text: LocalizedText): FormValues {
  const original = Object.entries(text).find(([, { state }]) => state === 'original')?.[0]
  return {
    ...Object.fromEntries(
      Object.entries(text).map(([language, passage]) => [`${name}.${language}.text`, passage.text]),
    ),
    ...(original === undefined ? {} : { [`${name}.original`]: original }),
  }
}
