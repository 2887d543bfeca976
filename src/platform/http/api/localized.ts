import { z } from 'zod'
import { type LocalizedText, textStates } from '../../i18n/localized-text.ts'

/** A name or a text in several languages. */
export const inLanguages = z.record(z.string(), z.string()).describe('BCP 47 language tag → text')

/** How far the texts of a record can be relied on, by the place where they stand in it. */
export const statesOfTexts = z
  .record(z.string(), z.record(z.string(), z.enum(textStates)))
  .describe('Place in the record (as in agreements/0/title) → language → original, reviewed, machine-made or stale')

/** A text as the API says it: language → text. */
export function plain(text: LocalizedText): Record<string, string> {
  return Object.fromEntries(Object.entries(text).map(([language, passage]) => [language, passage.text]))
}

/** The states of the texts of a record; empty texts are left out. */
export function textStatesOf(texts: Record<string, LocalizedText>): z.infer<typeof statesOfTexts> {
  const stated = Object.entries(texts).filter(([, text]) => Object.keys(text).length > 0)
  return Object.fromEntries(
    stated.map(([place, text]) => [
      place,
      Object.fromEntries(Object.entries(text).map(([language, passage]) => [language, passage.state])),
    ]),
  )
}
