import type { Context } from '../../../platform/context/context.ts'
import type { FoundTerm } from '../find-terms.ts'
import { listSuggestions, type Suggestion } from '../memory/queries.ts'
import { findParity, type LanguageParity } from '../parity.queries.ts'
import { listTermsIn } from '../terms/group-terms.queries.ts'
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

/** Gathers the help for writing one language of a text; an original has no help. */
export async function findEditorData(
  context: Context,
  networkId: string,
  text: EditedText,
): Promise<EditorData> {
  const { original, originalLanguage, language } = text
  const isOriginal = language === originalLanguage
  const [parities, neighbours, suggestions, terms] = await Promise.all([
    findParity(context, networkId),
    findNeighbours(context, networkId, text),
    isOriginal
      ? []
      : listSuggestions(context, { networkId, text: original, from: originalLanguage, to: language }),
    isOriginal ? [] : listTermsIn(context, networkId, original, originalLanguage),
  ])
  return {
    text,
    parity: parities.find((each) => each.language === language) ?? null,
    neighbours,
    // Words that the text contains already are no help.
    suggestions: suggestions.filter(({ target }) => !text.text.includes(target)),
    // A group may have no word for it in the language that is written.
    terms: terms.filter(({ term: { words } }) => words[language]),
  }
}

/** The form to draw: the typed or the stored text. */
export interface EditorForm {
  typed: string
  reviewed: boolean
  /** `proposalOf` the machine’s words with which the form was filled; '' if none was asked. */
  proposal: string
  madeFrom: string
}
