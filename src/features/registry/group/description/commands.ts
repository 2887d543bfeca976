import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import {
  describeNetwork,
  type Network,
  type NetworkDescription,
  networkTexts,
} from '../../../networks/index.ts'
import { indexNetwork, reindexTexts } from '../../../translations/index.ts'
import { declareFacts } from '../../declarations.commands.ts'
import { countTextsIn } from './queries.ts'

export interface Described {
  change(before: NetworkDescription): NetworkDescription
  /** Whether a language may go in which texts stand: they stay, and are shown where there is no other. */
  hidesTexts: boolean
  /** Where it is from; '' for nothing to say. */
  reason: string
}

/**
 * Changes what a group is called, what it is for and in which languages it works. Refuses to give up a language in which texts stand
 * unless that is wanted. Answers the fields that changed.
 */
export async function changeDescription(
  context: Context,
  textOwners: readonly TextOwner[],
  network: Network,
  { change, hidesTexts, reason }: Described,
): Promise<(keyof NetworkDescription)[]> {
  return inTransaction(context, async (inside) => {
    let gone: string[] = []
    const fields = await describeNetwork(inside, network.id, (before) => {
      const after = change(before)
      gone = before.languages.filter((language) => !after.languages.includes(language))
      return after
    })
    const status = hidesTexts ? [] : await countTextsIn(inside, network.id, gone)
    if (status.length > 0) {
      const counts = status.map(({ language, count }) => `${count} in ${language}`).join(', ')
      throw new Refusal(
        'taken',
        `Texts of the group stand there (${counts}) and would have no pages of their own any more: --anyway gives the language up, the texts stay`,
      )
    }
    if (fields.includes('languages')) await indexNetwork(inside, textOwners, network.id)
    else if (fields.length > 0)
      await reindexTexts(inside, [networkTexts], network.id, [{ kind: networkTexts.kind, id: network.id }])
    const facts = fields
      .filter((field) => field === 'summary' || field === 'objectives')
      .map((field) => ({ subjectKind: 'network', subjectId: network.id, field }))
    const language = network.languages[0] ?? 'en'
    await declareFacts(inside, network, facts, { reason, language, organisationId: null })
    return fields
  })
}
