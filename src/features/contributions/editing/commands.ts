import type { Context } from '../../../platform/context/context.ts'
import type { Network } from '../../networks/index.ts'
import { mayChangeRecord, publishesUnreviewed } from '../policy.ts'
import { suggestChange } from '../suggestions/commands.ts'
import { changeRecord, findBaseDocument, type IntendedChange, type Outcome } from '../versions/commands.ts'

export type Contribution = Outcome | { outcome: 'suggested'; suggestionId: string }

/**
 * What becomes of a change that somebody sends: published when it is theirs to make and the network lets them, else a suggestion for
 * those who decide.
 */
export async function contribute(
  context: Context,
  network: Pick<Network, 'publication'>,
  intended: IntendedChange,
): Promise<Contribution> {
  const { kind, head } = intended
  const isTheirs = mayChangeRecord(context.actor, {
    networkId: intended.network.id,
    kind: kind.kind,
    organisationIds: head.organisationIds,
  })
  const isReviewed =
    network.publication === 'after_review' && !publishesUnreviewed(context.actor, intended.network.id)
  if (isTheirs && !isReviewed) return changeRecord(context, intended)
  // The version it was made from is kept, so that it can be compared and joined later, whatever happens in between.
  await findBaseDocument(context, intended)
  const suggestionId = await suggestChange(context, {
    network: intended.network,
    kind,
    head,
    base: intended.base,
    document: intended.document,
    words: intended.reason,
    language: intended.language,
  })
  return { outcome: 'suggested', suggestionId }
}
