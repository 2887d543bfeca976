import type { Context } from '../../../platform/context/context.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { listPeers, type Peer } from '../../contacts/index.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import type { Question } from '../questions/question.ts'
import { type AskedPeer, listAsked } from '../routing/world.queries.ts'

/** Those who agreed to be asked and were not yet. */
async function listUnasked(context: Context, networkId: string, questionId: string): Promise<Peer[]> {
  const before = new Set((await listAsked(context, questionId)).map(({ contactId }) => contactId))
  return (await listPeers(context, networkId)).filter(
    ({ contactId, consents }) => consents && !before.has(contactId),
  )
}

/** The colleagues to whom somebody may pass a question on, by their posts: those of the same authority. */
export async function listColleagues(
  context: Context,
  reader: Reader,
  { id, networkId }: Pick<Question, 'id' | 'networkId'>,
  { organisation }: Pick<AskedPeer, 'organisation'>,
): Promise<{ id: string; label: string }[]> {
  const peers = await listUnasked(context, networkId, id)
  return peers
    .filter(({ organisationId }) => organisationId === organisation.id)
    .map(({ contactId, posts }) => ({
      id: contactId,
      label: [...new Set(posts.map((post) => chooseText(post.function, reader.language)?.text ?? ''))].join(
        ', ',
      ),
    }))
}

/** The authorities to which the coordinator may put a question: where somebody may be asked, and who may read it; never the asker’s. */
export async function listPassable(
  context: Context,
  networkId: string,
  { id, asker, visibility, named }: Pick<Question, 'id' | 'asker' | 'visibility' | 'named'>,
): Promise<OrganisationRef[]> {
  const peers = await listUnasked(context, networkId, id)
  const ids = new Set(peers.map(({ organisationId }) => organisationId))
  ids.delete(asker.id)
  const within = [...ids].filter((each) => visibility === 'group' || named.some((one) => one.id === each))
  return [...(await listOrganisationRefs(context, within)).values()]
}
