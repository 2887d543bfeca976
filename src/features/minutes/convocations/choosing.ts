import type { Role } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { findViewer, listPosts, type Post } from '../../contacts/index.ts'
import { listRoleHolders, listUnspoken, type RoleHolder } from './queries.ts'
import type { Recipient } from './recipients.ts'

/** People with a role in the network, and posts whose address the reader may read. */
export interface Choosable {
  people: RoleHolder[]
  posts: (Post & { address: string })[]
  /** The members whom none of these would reach. */
  unreached: { id: string; name: LocalizedName }[]
}

/** The people who can be convened to the meetings of a network, as far as the reader may write to them. */
export async function listChoosable(context: Context, networkId: string): Promise<Choosable> {
  const viewer = await findViewer(context, networkId)
  const [people, known, unspoken] = await Promise.all([
    listRoleHolders(context, networkId),
    listPosts(context, viewer),
    listUnspoken(context, networkId),
  ])
  // An address withheld from the reader for want of consent is left out here too.
  const posts = known.flatMap((post) => (post.holder?.email ? { ...post, address: post.holder.email } : []))
  const isReached = (id: string) => posts.some(({ organisation }) => organisation.id === id)
  return { people, posts, unreached: unspoken.filter(({ id }) => !isReached(id)) }
}

/** The chosen people as recipients, each with their language. */
export function chosenRecipients(
  { people, posts }: Choosable,
  chosen: { roles: readonly Role[]; people: readonly string[]; posts: readonly string[] },
): Recipient[] {
  return [
    ...people
      .filter(({ personId, role }) => chosen.roles.includes(role) || chosen.people.includes(personId))
      .map(({ personId, name, address, language, organisation }) => ({
        personId,
        name,
        address: address.toLowerCase(),
        function: {},
        organisationId: organisation?.id ?? null,
        language: interfaceLanguageFor(language),
      })),
    ...posts
      .filter(({ id }) => chosen.posts.includes(id))
      .map((post) => ({
        personId: null,
        name: anyName(post.holder?.name ?? {}),
        address: post.address.toLowerCase(),
        function: post.function,
        organisationId: post.organisation.id,
        language: interfaceLanguageFor(post.holder?.languages[0] ?? languageOf(post.organisation.country)),
      })),
  ]
}

function anyName(name: LocalizedName): string {
  return Object.values(name)[0] ?? ''
}
