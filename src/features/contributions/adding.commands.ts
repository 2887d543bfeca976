import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Application } from '../../platform/http/application.ts'
import type { RecordDocument } from '../../platform/records/record-document.ts'
import type { RecordHead } from '../../platform/records/record-head.ts'
import type { RecordKind } from '../../platform/records/record-kind.ts'
import type { Network } from '../networks/index.ts'
import { mayAddRecord, mayPublishUnreviewed } from './policy.ts'
import { suggestChange } from './suggestions/commands.ts'
import { notifyDeciders } from './suggestions/mails.ts'
import { addRecord } from './versions/commands.ts'

export interface IntendedRecord {
  kind: RecordKind
  document: RecordDocument
  reason: string
  language: string
  organisationId: string | null
}

/** Adds a record if the actor may add it and the network publishes it, otherwise suggests it to those who decide. */
export async function addContribution(
  application: Application,
  context: Context,
  network: Network,
  intended: IntendedRecord,
): Promise<{ outcome: 'added'; head: RecordHead } | { outcome: 'suggested'; suggestionId: string }> {
  const { kind, document, reason: words, language } = intended
  if (maySendUnreviewed(context, network, kind, document))
    return { outcome: 'added', head: await addRecord(context, { ...intended, network }) }
  return inTransaction(context, async (writing) => {
    const suggestion = { network, kind, head: null, base: null, document, words, language }
    const suggestionId = await suggestChange(writing, suggestion)
    await notifyDeciders(
      { application, writing, network, kind, head: null },
      { id: suggestionId, words, language },
    )
    return { outcome: 'suggested', suggestionId }
  })
}

function maySendUnreviewed(
  { actor }: Context,
  network: Network,
  kind: RecordKind,
  document: RecordDocument,
): boolean {
  const isOwn = mayAddRecord(actor, { networkId: network.id, owners: kind.ownersOf(document) })
  return isOwn && (network.publication === 'at_once' || mayPublishUnreviewed(actor, network.id))
}
