import type { Context } from '../../../../platform/context/context.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { presentSources } from '../../parts/part-words.ts'
import { type Compared, compareFacts, isOfTie, listContradicting } from '../comparison/compared.ts'
import {
  countFacts,
  type FactCounts,
  type FactView,
  listFacts,
  listOutline,
  type OutlineTitle,
} from '../facts/queries.ts'
import { type ImportedText, listOtherAccounts } from '../queries.ts'
import { organisationsIn } from '../reading/facts-of-reading.ts'
import type { StoredPassage } from '../sources/queries.ts'
import { type AddedBody, listAddedBodies } from '../undo/queries.ts'
import type { Refs } from './fact-words.ts'
import { listPassagesAround, listSourceNames, type NamedSource } from './queries.ts'

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
  /** Sources of the registry's values that facts contradict. */
  sources: ReadonlyMap<string, NamedSource>
  /** Other accounts of the same meeting. */
  accounts: ImportedText[]
  /** Bodies that were added to the directory for the text. */
  bodies: AddedBody[]
}

/** A page of the facts of a text compared with the present registry, with the passages that they quote. */
export async function gatherReview(
  context: Context,
  text: ImportedText,
  { view, page: wanted }: { view: FactView; page: number },
): Promise<ReviewData> {
  const of = { textId: text.id, contradicting: await listContradicting(context, text) }
  const counts = await countFacts(context, of)
  // A view grows shorter while a coordinator works on it.
  const page = Math.max(1, Math.min(wanted, Math.ceil(counts[view] / factsAPage)))
  const slice = { limit: factsAPage, offset: (page - 1) * factsAPage }
  const facts = await compareFacts(context, text, await listFacts(context, of, view, slice))
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
    counts,
    facts,
    passages: await listPassagesAround(
      context,
      text.id,
      facts.map(({ fact }) => fact.quote.passage),
    ),
    outline: await listOutline(context, of),
    refs: await listOrganisationRefs(context, [...new Set(organisations)]),
    sources: await listSourceNames(context, [...new Set(contradicted)]),
    accounts: await listOtherAccounts(context, text),
    bodies: text.takenBackAt === null ? [] : await listAddedBodies(context, text.id),
  }
}

/** The facts of a page in the order of decisions: questions, contradictions, what else is unsure, then the rest by ties. */
export function inOrder(facts: readonly Compared[]) {
  const stages = Map.groupBy(facts, stageOf)
  return {
    asked: stages.get('asked') ?? [],
    contradicting: stages.get('contradicting') ?? [],
    unsure: stages.get('unsure') ?? [],
    rest: stages.get('rest') ?? [],
  }
}

function stageOf({ fact, tie, outcome, match }: Compared) {
  if (fact.decision !== null) return 'rest'
  if (fact.question !== null && fact.question !== 'actor') return 'asked'
  if (outcome === 'contradicts') return 'contradicting'
  // A tie that is itself unsure stays together: its heading asks whether the group lists it.
  const isOfUnsure = tie !== null && match === null && tie.decision === null && !tie.isSure
  return fact.isSure || isOfUnsure ? 'rest' : 'unsure'
}
