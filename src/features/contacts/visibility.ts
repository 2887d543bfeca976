import type { Actor } from '../../platform/context/actor.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import { type ConsentState, mayBeReadAbroad, type TransferBasis } from './legal.ts'
import { mayReadAddresses, mayReadPosts } from './policy.ts'

/** The reader of a network’s contacts. */
export interface Viewer {
  actor: Actor
  networkId: string
  /** Countries of the organisations they speak for; empty for readers who speak for none, such as a secretariat. */
  countries: readonly string[]
}

/** The personal data of a present or past holder of a post. */
export interface Personal {
  name: LocalizedName
  salutation: LocalizedName
  languages: string[]
  email: string | null
  telephone: string | null
  residence: string
  transferBasis: TransferBasis
  consent: ConsentState | null
}

/** What is hidden of a person: everything, for want of a consent to be read abroad, or the addresses. */
export type Withheld = 'all' | 'addresses' | null

/** A person as a reader may see them; null for the public, which sees no persons. */
export function redact<Person extends Personal>(
  { actor, networkId, countries }: Viewer,
  organisationId: string,
  person: Person,
): (Person & { withheld: Withheld }) | null {
  if (!mayReadPosts(actor, networkId)) return null
  const isAbroad = countries.length > 0 && !countries.includes(person.residence)
  if (isAbroad && !mayBeReadAbroad(person.transferBasis, person.consent))
    return { ...person, ...nothing, name: {}, languages: [], withheld: 'all' }
  if (mayReadAddresses(actor, networkId, organisationId)) return { ...person, withheld: null }
  return { ...person, ...nothing, withheld: 'addresses' }
}

const nothing = { salutation: {}, email: null, telephone: null }
