import type { Confirmation } from '../codes.ts'

export interface Stance {
  organisationId: string
  stance: 'confirmed' | 'disputed'
}

interface Claim {
  /** The parties of the tie, without bodies that are only linked to it. */
  parties: { id: string; country: string }[]
  /** The party on whose word it was recorded. */
  claimedBy: string | null
  /** The country whose source tells of a loaded tie; null if a person added it for the network. */
  toldIn: string | null
  /** The latest statement of each party. */
  stances: Stance[]
}

/**
 * The confirmation of a recorded tie: disputed as soon as one party says that it is wrong, confirmed once a party of every other side has
 * said that it is right, claimed until then. Ties within one country need another party than the one that claims, and if the network alone
 * claims a tie, each side must speak.
 */
export function confirmationState({ parties, claimedBy, toldIn, stances }: Claim): Confirmation {
  const countryOf = new Map(parties.map(({ id, country }) => [id, country]))
  const own = stances.filter(({ organisationId }) => countryOf.has(organisationId))
  if (own.some(({ stance }) => stance === 'disputed')) return 'disputed'
  const claimant = parties.find(({ id }) => id === claimedBy)
  const claiming = claimant?.country ?? toldIn
  const confirming = own.filter(({ organisationId }) => organisationId !== claimedBy)
  const heard = new Set(confirming.map(({ organisationId }) => countryOf.get(organisationId)))
  const others = new Set(parties.map(({ country }) => country).filter((country) => country !== claiming))
  const needed = claiming === null ? Math.min(2, parties.length) : 1
  const isHeard = confirming.length >= needed && [...others].every((country) => heard.has(country))
  return isHeard ? 'confirmed' : 'claimed'
}
