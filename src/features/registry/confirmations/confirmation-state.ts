import type { Confirmation } from '../codes.ts'

export interface Stance {
  organisationId: string
  stance: 'confirmed' | 'disputed'
}

interface Claim {
  /** Those who hold the tie, bodies that are only linked to it left out. */
  parties: { id: string; country: string }[]
  /** On whose word it was recorded; null for a source of the network's first country. */
  claimedBy: string | null
  firstCountry: string
  /** The newest word of each party. */
  stances: Stance[]
}

/**
 * What is made of a tie that one side recorded: disputed as soon as one party says that it is wrong, confirmed once a party of every
 * other side has said that it is right, claimed until then. Ties within one country need another party than the one that claims.
 */
export function confirmationState({ parties, claimedBy, firstCountry, stances }: Claim): Confirmation {
  const ids = new Set(parties.map(({ id }) => id))
  const own = stances.filter(({ organisationId }) => ids.has(organisationId))
  if (own.some(({ stance }) => stance === 'disputed')) return 'disputed'
  const claimant = parties.find(({ id }) => id === claimedBy)
  const claiming = claimant?.country ?? firstCountry
  const countryOf = new Map(parties.map(({ id, country }) => [id, country]))
  const others = new Set(parties.map(({ country }) => country).filter((country) => country !== claiming))
  const confirming = own.filter(({ organisationId }) => organisationId !== claimedBy)
  if (others.size === 0) return confirming.length > 0 ? 'confirmed' : 'claimed'
  const heard = new Set(confirming.map(({ organisationId }) => countryOf.get(organisationId)))
  return [...others].every((country) => heard.has(country)) ? 'confirmed' : 'claimed'
}
