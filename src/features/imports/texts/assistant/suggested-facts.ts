import { fold } from '../../../../platform/search/index.ts'
import type { TieFactValue } from '../../parts/part-values.ts'
import type { Quotation } from '../../understanding/reading.ts'
import type { Fact, FactParty, TieValue } from '../facts/fact.ts'
import type { ReadFact } from '../reading/facts-of-reading.ts'
import type { StoredPassage } from '../sources/queries.ts'
import type { Suggestion } from './schema.ts'

/** A suggestion as a fact: of a tie that the text is known to state, or of one that the assistant states itself. */
export interface SuggestedFact extends ReadFact {
  knownTie: Fact | null
}

/**
 * Suggestions as facts, each with its sentence. A suggestion without a sentence of the passages that were sent is dropped and
 * counted: the text does not say it.
 */
export function suggestedFacts(
  suggestions: readonly Suggestion[],
  passages: readonly StoredPassage[],
  ties: readonly Fact[],
): { facts: SuggestedFact[]; dropped: number } {
  const facts: SuggestedFact[] = []
  let dropped = 0
  for (const suggestion of suggestions) {
    const quote = findQuote(passages, suggestion.quote)
    if (!quote) {
      dropped++
      continue
    }
    const knownTie =
      ties.find(({ value }) => value.part === 'tie' && isBetween(value, suggestion.parties)) ?? null
    const fact = { quote, question: null, knownTie }
    if (knownTie) {
      const value = valueFrom(suggestion)
      if (value) facts.push({ ...fact, value, tie: null })
      continue
    }
    const stated = facts.findIndex(
      ({ value }) => value.part === 'tie' && isBetween(value, suggestion.parties),
    )
    if (stated === -1) facts.push({ ...fact, value: tieOf(suggestion.parties), tie: null })
    const value = valueFrom(suggestion)
    if (value) facts.push({ ...fact, value, tie: stated === -1 ? facts.length - 1 : stated })
  }
  return { facts, dropped }
}

function isBetween({ parties }: TieValue, names: readonly string[]): boolean {
  const isCalled = ({ name, asWritten }: FactParty, other: string) =>
    [name, asWritten].some((own) => fold(own) === fold(other))
  return (
    parties.length === names.length && parties.every((party) => names.some((name) => isCalled(party, name)))
  )
}

function tieOf(names: readonly string[]): TieValue {
  const party = (name: string): FactParty => ({
    name,
    asWritten: name,
    country: null,
    kind: null,
    code: null,
    organisationId: null,
    candidates: [],
  })
  return { part: 'tie', parties: names.map(party), isBeside: true }
}

function valueFrom(suggestion: Suggestion): TieFactValue | null {
  switch (suggestion.part) {
    case 'tie':
      return null
    case 'agreement': {
      const { kind, state = null, date, label } = suggestion
      return { part: 'agreement', kind, state, date, label: label || kind.replaceAll('_', ' ') }
    }
    case 'activity': {
      const { title, kind, date, state } = suggestion
      return { part: 'activity', title, kind, date, state }
    }
    case 'theme':
      return { part: 'theme', theme: suggestion.theme, isWished: false }
    case 'actor':
      return { part: 'actor', name: suggestion.name, organisationId: null }
  }
}

const shortestQuote = 12

/** The place of an exact quotation in some passages, ignoring the width of spaces and the shape of apostrophes; null if there is none. */
function findQuote(passages: readonly StoredPassage[], quote: string): Quotation | null {
  const words = quote.normalize('NFC').trim().split(/\s+/u)
  if (words.join(' ').length < shortestQuote) return null
  const pattern = new RegExp(words.map(patternOf).join('\\s+'), 'u')
  for (const { position, text } of passages) {
    const found = pattern.exec(text)
    if (found) return { passage: position, start: found.index, end: found.index + found[0].length }
  }
  return null
}

const patternOf = (word: string) =>
  word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/['’]/g, "['’]")
