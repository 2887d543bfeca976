import type { Context } from '../../../../platform/context/context.ts'
import { listOrganisationRefs } from '../../../registry/cooperations/index.ts'
import { presentSources } from '../../parts/part-words.ts'
import { type Compared, compareFacts, isOfTie } from '../comparison/compared.ts'
import { countFacts, type FactCounts, type FactView, listFacts } from '../facts/queries.ts'
import { type ImportedText, listOtherAccounts } from '../queries.ts'
import { organisationsIn } from '../reading/place-facts.ts'
import type { StoredPassage } from '../sources/queries.ts'
import type { Refs } from './fact-words.ts'
import {
  listOutline,
  listPassagesAround,
  listSourceNames,
  type NamedSource,
  type OutlineTitle,
} from './queries.ts'

export const factsAPage = 100

export interface ReviewData {
  text: ImportedText
  view: FactView
  page: number
  counts: FactCounts
  facts: Compared[]
  passages: StoredPassage[]
  outline: OutlineTitle[]
  refs: Refs
  /** Sources of what stands in the registry and is contradicted. */
  sources: ReadonlyMap<string, NamedSource>
  /** Other accounts of the same meeting. */
  accounts: ImportedText[]
}

/** A page of the facts of a text beside the registry as it stands, with the passages that they quote. */
export async function gatherReview(
  context: Context,
  text: ImportedText,
  { view, page }: { view: FactView; page: number },
): Promise<ReviewData> {
  const slice = { limit: factsAPage, offset: (page - 1) * factsAPage }
  const facts = await compareFacts(context, text, await listFacts(context, text.id, view, slice))
  const organisations = facts.flatMap(({ fact, tie, document }) => [
    ...[fact, ...(tie ? [tie] : [])].flatMap(({ value }) => organisationsIn(value)),
    ...(document?.parties.map(({ id }) => id) ?? []),
  ])
  const contradicted = facts.flatMap(({ outcome, fact, document, finding }) =>
    outcome === 'contradicts' && document && finding && isOfTie(fact.value)
      ? presentSources(fact.value, document, finding)
      : [],
  )
  return {
    text,
    view,
    page,
    counts: await countFacts(context, text.id),
    facts,
    passages: await listPassagesAround(
      context,
      text.id,
      facts.map(({ fact }) => fact.quote.passage),
    ),
    outline: await listOutline(context, text.id),
    refs: await listOrganisationRefs(context, [...new Set(organisations)]),
    sources: await listSourceNames(context, [...new Set(contradicted)]),
    accounts: await listOtherAccounts(context, text),
  }
}

/** The facts of a page in the order in which they are decided on: questions, contradictions, then the rest by ties. */
export function inOrder(facts: readonly Compared[]) {
  const isOpen = ({ fact }: Compared) => fact.decision === null
  const asks = (each: Compared) =>
    isOpen(each) && each.fact.question !== null && each.fact.question !== 'actor'
  const clashes = (each: Compared) => isOpen(each) && each.outcome === 'contradicts'
  return {
    asked: facts.filter(asks),
    contradicting: facts.filter((each) => !asks(each) && clashes(each)),
    rest: facts.filter((each) => !asks(each) && !clashes(each)),
  }
}
