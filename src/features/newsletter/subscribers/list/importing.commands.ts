import { recordActivity } from '../../../../platform/activity/activity.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { authorize } from '../../../../platform/refusal.ts'
import type { NetworkRequest } from '../../../networks/index.ts'
import { mayKeepSubscribers } from '../../policy.ts'
import { addressDigest } from '../link.ts'
import { notifySubscribers } from '../mails.ts'
import { addReaders } from './commands.ts'
import type { ReadLine } from './read-lines.ts'

// One transaction also writes as many mails.
const linesAtOnce = 500

/**
 * Subscribes and tells the people of a list, a few hundred in each transaction. What was written before an error stays, and the same list
 * sent again continues from there. Returns how many were added.
 */
export async function importReaders(
  application: Application,
  { writing, network, reader }: Pick<NetworkRequest, 'writing' | 'network' | 'reader'>,
  lines: readonly Omit<ReadLine, 'fault'>[],
  { proofId, refused }: { proofId: string | null; refused: number },
): Promise<number> {
  authorize(mayKeepSubscribers(writing.actor, network.id))
  let added = 0
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    const slice = lines.slice(start, start + linesAtOnce)
    await inTransaction(writing, async (inside) => {
      const readers = slice.map(({ address, language, country, givenOn, words, themes }) => ({
        address,
        digest: addressDigest(application.secret, address),
        choices: {
          language,
          country,
          frequency: themes.length > 0 ? ('concerns' as const) : ('issue' as const),
          themes,
          organisationId: null,
        },
        way: 'import' as const,
        givenOn,
        words,
        proofId,
      }))
      const outcomes = await addReaders(inside, network.id, readers)
      const people = readers.flatMap(({ digest, words }) => {
        const outcome = outcomes.get(digest)
        return typeof outcome === 'object' ? [{ subscription: outcome, declaration: words }] : []
      })
      const notifying = { application, writing: inside, network, quotedIn: reader.language }
      await notifySubscribers(notifying, people, 'added')
      added += people.length
    })
  }
  if (added > 0)
    await recordActivity(writing, {
      networkId: network.id,
      verb: 'imported-subscribers',
      subjectKind: 'network',
      subjectId: network.id,
      detail: { added, refused },
    })
  return added
}
