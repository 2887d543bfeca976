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
  /** Whether a language that has texts may be removed: the texts stay, and are shown where there is no other. */
  hidesTexts: boolean
  /** The source; '' for none. */
  reason: string
}

/**
 * Changes a group’s name, purpose and languages. Refuses to remove a language that has texts unless `hidesTexts`. Returns the fields that
 * changed.
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
