import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Network } from '../../networks/index.ts'
import { mayChangeRecord, mayPublishUnreviewed } from '../policy.ts'
import { suggestChange } from '../suggestions/commands.ts'
import { notifyDeciders } from '../suggestions/mails.ts'
import { changeRecord, findBaseDocument, type IntendedChange, type Outcome } from '../versions/commands.ts'

export type Contribution = Outcome | { outcome: 'suggested'; suggestionId: string }

/** Publishes a change if the actor may make it and the network publishes it, otherwise suggests it to those who decide. */
export async function contribute(
  application: Application,
  context: Context,
  network: Network,
  intended: IntendedChange,
): Promise<Contribution> {
  const { kind, head } = intended
  const isTheirs = mayChangeRecord(context.actor, {
    networkId: network.id,
    kind: kind.kind,
    organisationIds: head.organisationIds,
  })
  const isReviewed =
    network.publication === 'after_review' && !mayPublishUnreviewed(context.actor, network.id)
  if (isTheirs && !isReviewed) return changeRecord(context, intended)
  return inTransaction(context, async (writing) => {
    // The base version is kept, so that the change can be compared and merged later, whatever happens in between.
    await findBaseDocument(writing, intended)
    const { base, document, reason: words, language } = intended
    const suggestionId = await suggestChange(writing, {
      network,
      kind,
      head,
      base,
      document,
      words,
      language,
    })
    await notifyDeciders({ application, writing, network, kind, head }, { id: suggestionId, words, language })
    return { outcome: 'suggested', suggestionId }
  })
}
