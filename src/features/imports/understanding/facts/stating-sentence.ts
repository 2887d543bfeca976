import type { Mentions } from '../names/find-mentions.ts'
import type { Sentence } from '../outline.ts'
import type { Quotation, ReadAgreement } from '../reading.ts'
import { isSameParty, type StatedTie } from '../ties/tie.ts'
import { quoteOf } from './clauses.ts'

/**
 * Beneath a title that states a tie, the sentence that states it too: one that names all its sides, preferably of an agreement; else
 * one about its agreement or its beginning. Null if a sentence states the tie already, or no other does.
 */
export function statingSentence(
  { parties, stated, told }: StatedTie,
  { authorities }: Mentions,
  facts: readonly (Pick<ReadAgreement, 'quote'> & Partial<Pick<ReadAgreement, 'kind'>>)[],
): Quotation | null {
  if (stated.unit.passage.kind !== 'title') return null
  const beneath = told.filter(({ unit }) => unit.passage.kind !== 'title')
  const isOfFact = ({ unit, start }: Sentence) =>
    facts.some(({ kind, quote }) => kind !== 'none' && quote.passage === unit.index && quote.start === start)
  const naming = beneath.filter(({ unit, start, end }) => {
    const named = (authorities.get(unit) ?? []).filter((each) => each.start >= start && each.end <= end)
    return parties.every((party) => named.some((each) => isSameParty(party, each)))
  })
  const found = naming.find(isOfFact) ?? naming[0] ?? beneath.find(isOfFact)
  return found ? quoteOf(found) : null
}
