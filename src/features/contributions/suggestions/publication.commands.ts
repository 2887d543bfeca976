import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Choices } from '../../../platform/records/merge.ts'
import { notFound } from '../../../platform/refusal.ts'
import { findSpeaker } from '../speakers.queries.ts'
import { addRecord, changeRecord, type Outcome } from '../versions/commands.ts'
import { decideSuggestion } from './commands.ts'
import type { SuggestionRequest } from './pages.tsx'

/** Publishes a suggestion as its author’s change and records the decision, both or neither. */
export async function publishSuggestion(
  { writing, network, kind, head, suggestion }: SuggestionRequest,
  { reason, seen, choices }: { reason: string; seen: number; choices: Choices },
): Promise<Outcome> {
  const { document, base } = suggestion
  if (document === null || (suggestion.recordId !== null && head === null)) notFound(suggestion.id)
  return inTransaction(writing, async (inside) => {
    const organisationId = await findSpeaker(
      inside,
      network.id,
      suggestion.personId,
      head?.organisationIds ?? kind.ownersOf(document) ?? [],
    )
    const common = {
      network,
      kind,
      document,
      reason: suggestion.words,
      language: suggestion.language,
      organisationId,
      personId: suggestion.personId,
      suggestionId: suggestion.id,
    }
    if (head === null) {
      await addRecord(inside, common)
      await decideSuggestion(inside, suggestion, { decision: 'accepted', reason })
      return { outcome: 'published', number: 1, document }
    }
    const outcome = await changeRecord(inside, {
      ...common,
      head,
      base: base ?? 1,
      seen,
      choices,
      origin: 'suggestion',
    })
    if (outcome.outcome !== 'met')
      await decideSuggestion(inside, suggestion, { decision: 'accepted', reason })
    return outcome
  })
}
