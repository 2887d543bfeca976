import type { Context } from '../../../platform/context/context.ts'
import { type FoundTerm, findTerms } from '../find-terms.ts'
import { listSuggestions, type Suggestion } from '../memory/queries.ts'
import { findParity, type LanguageParity } from '../parity.queries.ts'
import { type EditedText, findNeighbours, type Neighbours } from './queries.ts'

export interface EditorData {
  text: EditedText
  /** Of the language that is written. */
  parity: LanguageParity | null
  neighbours: Neighbours
  suggestions: Suggestion[]
  /** The terms of the original. */
  terms: FoundTerm[]
}

/** Gathers what helps to write one language of a text; an original is written without help. */
export async function findEditorData(
  context: Context,
  networkId: string,
  text: EditedText,
): Promise<EditorData> {
  const { original, originalLanguage, language } = text
  const isOriginal = language === originalLanguage
  const [parities, neighbours, suggestions] = await Promise.all([
    findParity(context, networkId),
    findNeighbours(context, networkId, text),
    isOriginal
      ? []
      : listSuggestions(context, { networkId, text: original, from: originalLanguage, to: language }),
  ])
  return {
    text,
    parity: parities.find((each) => each.language === language) ?? null,
    neighbours,
    // What the text says already is no help.
    suggestions: suggestions.filter(({ target }) => !text.text.includes(target)),
    terms: isOriginal ? [] : findTerms(original, originalLanguage),
  }
}

/** The form as it is drawn: what was typed, or what is stored. */
export interface EditorForm {
  typed: string
  reviewed: boolean
  /** `proposalOf` the words of a machine that the form was filled with; '' when none was asked. */
  proposal: string
  madeFrom: string
}
