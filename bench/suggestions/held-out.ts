import { bareProfile, type KnownTie, type Profile } from '../../src/features/partners/suggestions/profile.ts'
import { Chance } from '../contents/chance.ts'
import type { WikidataTie } from './known-ties.ts'
import { countryCode, describePlaces, Nearby, plainName, worldPlaces } from './world-places.ts'

/** One tie that is held out, and the candidates among which its true partner is sought. */
export interface Case {
  origin: Profile
  candidates: readonly Profile[]
  /** Place of the true partner among the candidates. */
  truth: number
}

export interface Sample {
  cases: Case[]
  /** French places with the ties that stay known in each case. */
  origins: readonly Profile[]
  /** Drawn, and left out because the partner is none of the candidates. */
  without: number
}

/**
 * Draws ties, and prepares for each what would have been known without it. Places have no themes here: the extract does not say what
 * the ties are about. Ties that were looked at while weights were set (`looked`) are never drawn.
 */
export function drawCases(
  ties: readonly WikidataTie[],
  count: number,
  seed: number,
  looked: { count: number; seed: number } | null = null,
): Sample {
  const placesOf = worldPlaces()
  const describe = describePlaces()
  const byCountry = new Map<string, { candidates: Profile[]; near: Nearby<number> }>()
  const candidatesOf = (country: string) => {
    const known = byCountry.get(country)
    if (known) return known
    const candidates = placesOf(country)
    const near = new Nearby(
      candidates.map((_, index) => index),
      (index) => ({ lat: candidates[index]?.latitude ?? 0, lon: candidates[index]?.longitude ?? 0 }),
    )
    const made = { candidates, near }
    byCountry.set(country, made)
    return made
  }

  const placed = ties.flatMap((tie) => {
    const country = countryCode(tie.country)
    if (country === null || country === 'FR') return []
    const { candidates, near } = candidatesOf(country)
    const around = near.within(tie.partner.latitude, tie.partner.longitude, 12)
    const named = around.find(
      ({ thing }) => plainName(nameOf(candidates[thing])) === plainName(tie.partner.name),
    )
    const truth = named?.thing ?? around.find(({ km }) => km < 3)?.thing ?? null
    return [{ tie, country, truth }]
  })

  // A candidate knows its French ties, as the places of France know theirs.
  for (const { tie, country, truth } of placed) {
    const candidates = candidatesOf(country).candidates
    const candidate = truth === null ? undefined : candidates[truth]
    if (truth === null || !candidate) continue
    const known: KnownTie = {
      country: 'FR',
      partnerId: originId(tie),
      latitude: tie.origin.latitude,
      longitude: tie.origin.longitude,
      cooperationId: '',
      isLive: true,
    }
    candidates[truth] = { ...candidate, ties: [...candidate.ties, known] }
  }

  const origins = [...Map.groupBy(placed, ({ tie }) => originId(tie))].map(([id, own]) => {
    const [first] = own
    const { name, latitude, longitude, population } = first?.tie.origin ?? {
      name: '',
      latitude: 0,
      longitude: 0,
      population: null,
    }
    const described = describe(name, latitude, longitude)
    return bareProfile({
      id,
      country: 'FR',
      latitude,
      longitude,
      population: population ?? described.population,
      traits: described.traits,
      ties: own.map(({ tie, country, truth }) => ({
        country,
        partnerId: truth === null ? null : (candidatesOf(country).candidates[truth]?.id ?? null),
        latitude: tie.partner.latitude,
        longitude: tie.partner.longitude,
        cooperationId: '',
        isLive: true,
      })),
    })
  })

  const seen = new Set(looked ? new Chance(looked.seed).shuffled(placed).slice(0, looked.count) : [])
  const drawn = new Chance(seed).shuffled(placed).filter((each) => !seen.has(each))
  const cases: Case[] = []
  let without = 0
  for (const { tie, country, truth } of drawn) {
    if (cases.length === count) break
    if (truth === null) {
      without += 1
      continue
    }
    const origin = origins.find(({ id }) => id === originId(tie))
    if (origin) cases.push(withoutTie(origin, candidatesOf(country).candidates, truth))
  }
  return { cases, origins, without }
}

// Neither side may know what is to be found.
function withoutTie(origin: Profile, candidates: readonly Profile[], truth: number): Case {
  const partner = candidates[truth]
  if (!partner) throw new Error('The partner is none of the candidates')
  const others = [...candidates]
  others[truth] = { ...partner, ties: partner.ties.filter(({ partnerId }) => partnerId !== origin.id) }
  return {
    origin: { ...origin, ties: origin.ties.filter(({ partnerId }) => partnerId !== partner.id) },
    candidates: others,
    truth,
  }
}

function originId({ origin }: WikidataTie): string {
  return `FR:${origin.name}:${origin.latitude.toFixed(2)}`
}

function nameOf(profile: Profile | undefined): string {
  return profile?.id.split(':').slice(2).join(':') ?? ''
}
