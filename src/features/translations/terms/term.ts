import type { z } from 'zod'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { documentOf, emptyOf } from '../../../platform/records/fields/field.ts'
import { code, isoDay } from '../../../platform/records/fields/kinds.ts'
import { publicText } from '../../../platform/records/fields/public-text.ts'
import type { Term } from '../find-terms.ts'

const states = ['used', 'withdrawn'] as const

/** The fields of a group's own term. */
export const termFields = {
  word: publicText({
    label: 'translations.term.word',
    hint: 'translations.term.wordHint',
    max: 100,
    rows: 1,
    isRequired: true,
    opensAll: true,
  }),
  note: publicText({ label: 'translations.term.note', hint: 'translations.term.noteHint', max: 400 }),
  confused: publicText({
    label: 'translations.term.confused',
    hint: 'translations.term.confusedHint',
    max: 200,
    rows: 2,
  }),
  state: code(states, {
    label: 'translations.term.state',
    words: (state) => `translations.term.state.${state}`,
  }),
  knownOn: isoDay({ label: null }),
}

export const termDocument = documentOf(termFields)
export type TermDocument = z.output<typeof termDocument>
export const emptyTerm: TermDocument = emptyOf(termFields)

/** A term that a group uses beside those of the field. */
export interface GroupTerm {
  id: string
  slug: string
  word: LocalizedText
  note: LocalizedText
  confused: LocalizedText
  state: (typeof states)[number]
}

/** A group's term as texts are read by it. A machine's word is nobody's choice, and one that its original left behind is none any more. */
export function asTerm({ id, word, note, confused }: Omit<GroupTerm, 'slug' | 'state'>): Term {
  const words = chosenWords(word)
  return {
    key: id,
    words,
    forms: {},
    notes: chosenWords(note),
    confused: chosenWords(confused),
  }
}

/** The languages in which people have chosen the words. */
export function chosenWords(text: LocalizedText): LocalizedName {
  return Object.fromEntries(
    Object.entries(text).flatMap(([language, passage]) =>
      passage.state === 'original' || passage.state === 'reviewed' ? [[language, passage.text]] : [],
    ),
  )
}
