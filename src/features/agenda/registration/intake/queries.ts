import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { findPerson } from '../../../people/index.ts'

/** What is known of a reader who is signed in, to begin their registration with. */
export interface Registrant {
  personId: string
  name: string
  address: string
  language: string
  /** Of the authority for which they speak, else of their own. */
  country: string
  organisation: string
}

/** The reader who is signed in; null for anybody else. */
export async function findRegistrant(context: Context, networkId: string): Promise<Registrant | null> {
  const { actor } = context
  if (actor.kind !== 'person' || actor.scopes !== null) return null
  const { name, address, language, country } = await findPerson(context, actor.personId)
  const [first] = organisationsOf(actor, networkId, ['member', 'contributor'])
  const refs = first === undefined ? null : await listOrganisationRefs(context, [first])
  const organisation = first === undefined ? undefined : refs?.get(first)
  return {
    personId: actor.personId,
    name,
    address,
    language,
    country: organisation?.country ?? country ?? '',
    organisation: organisation ? chooseName(organisation.name, language).text : '',
  }
}
