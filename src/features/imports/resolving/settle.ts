import { fold } from '../../../platform/search/index.ts'
import type { Candidate, WorldPlace } from '../../directory/gazetteer/index.ts'
import { type AskedParty, kilometresBetween, type Place } from './asked-party.ts'

/** `contradiction`: code and name are of different organisations; `towns`: several towns of the world have the name. */
export type AskedWhy = 'homonyms' | 'far' | 'alike' | 'unknown' | 'contradiction' | 'towns'

/** What settled it. */
export type SettledBy = 'code' | 'name' | 'place' | 'region' | 'population' | 'answer'

export type Settled =
  | { state: 'found'; candidate: Candidate; by: SettledBy }
  /** A person must decide: `homonyms` share the name, `far` is the only one with it but lies elsewhere, `alike` are only similar. */
  | { state: 'asked'; why: AskedWhy; candidates: Candidate[]; towns?: WorldPlace[] }
  /** No record of the directory has the name, and one town of the world does; the directory may hold that town under another name. */
  | { state: 'town'; town: WorldPlace; candidate: Candidate | null }
  | { state: 'unknown' }

// Some measure a commune at its town hall, others at its centre: the largest are twenty kilometres wide.
const sameKm = 15
// Centres of régions, départements and provinces are given with less care.
const upperReachKm: Readonly<Record<number, number>> = { 1: 120, 2: 40 }
// The nearest is meant when the next one lies clearly further.
const clearlyFurther = 3
// Measured on 3,802 French parties of 2017 without their coordinates: see the README.
const overwhelming = 100
const largeEnough = 5000
// Tables are maintained by hand for years: they may still contain what has ended since.
const lately = '2000-01-01'

/**
 * Which organisation of a name is meant. Region and place decide; only where the table gives neither does the number of inhabitants,
 * if the difference is overwhelming. Every doubt is asked.
 */
export function settle(asked: AskedParty, named: readonly Candidate[]): Settled {
  const all = ofCountry(asked, ofKind(asked, named))
  // Without a place, one that ended recently may be meant as well as today's.
  const possible = bestNamed(all, asked.place ? null : lately)
  if (possible.length === 0) return { state: 'unknown' }
  const inRegion = ofRegion(asked, possible)
  if (asked.place) {
    const now = settleByPlace(asked.place, inRegion ?? possible)
    // No organisation of that name lies there today, but a former one may have.
    const ever = now.state === 'found' ? now : settleByPlace(asked.place, ofRegion(asked, all) ?? all)
    return ever.state === 'found' ? ever : now
  }
  if (inRegion && inRegion.length === 1) return found(inRegion, 'region')
  const left = inRegion ?? possible
  if (left.length === 1) return found(left, 'name')
  return settleByPopulation(left)
}

function settleByPlace(place: Place, possible: readonly Candidate[]): Settled {
  const measured = possible
    .flatMap((candidate) => {
      const at = placeOf(candidate)
      return at ? [{ candidate, km: kilometresBetween(place, at) }] : []
    })
    .toSorted((a, b) => a.km - b.km)
  const [nearest, ...others] = measured
  if (!nearest) return possible.length === 1 ? found(possible, 'name') : ask('homonyms', possible)
  if (nearest.km > reachOf(nearest.candidate))
    return ask(possible.length === 1 ? 'far' : 'homonyms', possible)
  const rivals = others.filter(({ km }) => km < sameKm && km < Math.max(nearest.km, 1) * clearlyFurther)
  if (rivals.length === 0) return found([nearest.candidate], possible.length === 1 ? 'name' : 'place')
  const kept = preferred([nearest, ...rivals].map(({ candidate }) => candidate))
  return kept.length === 1 ? found(kept, 'place') : ask('homonyms', kept)
}

function settleByPopulation(possible: readonly Candidate[]): Settled {
  const sorted = possible.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
  const [first, second] = sorted
  const isOverwhelming =
    (first?.population ?? 0) >= largeEnough &&
    (first?.population ?? 0) >= (second?.population ?? 0) * overwhelming
  const isSameLevel = first?.level === second?.level
  if (first && isOverwhelming && isSameLevel && second?.population != null)
    return found([first], 'population')
  return ask('homonyms', sorted)
}

function ofKind(asked: AskedParty, named: readonly Candidate[]): readonly Candidate[] {
  if (asked.kinds.length === 0) return named
  return named.filter(({ kind }) => asked.kinds.includes(kind))
}

function ofCountry({ country }: AskedParty, named: readonly Candidate[]): readonly Candidate[] {
  return country === null ? named : named.filter((candidate) => candidate.country === country)
}

/** The candidates in the region that the table names; null if it names none, or none of them lies there. */
function ofRegion({ region }: AskedParty, possible: readonly Candidate[]): Candidate[] | null {
  const folded = fold(region ?? '')
  if (folded === '') return null
  const inside = possible.filter(({ within }) => within.some((name) => fold(name) === folded))
  return inside.length > 0 ? inside : null
}

// An exact name goes before the rest of a longer one, and what exists before what has ended.
function bestNamed(named: readonly Candidate[], since: string | null): Candidate[] {
  const own = named.filter(({ foundBy }) => foundBy !== 'bare')
  return withoutPast(own.length > 0 ? own : named, since)
}

function withoutPast(named: readonly Candidate[], since: string | null): Candidate[] {
  const existing = named.filter(({ exists }) => exists)
  if (existing.length === 0) return [...named]
  const lives = new Set(existing.map(({ key }) => lifeOf(key)))
  const ids = new Set(existing.map(({ id }) => id))
  const rivals = named.filter(
    ({ exists, validUntil, key, successorIds }) =>
      !exists &&
      since !== null &&
      (validUntil ?? '') >= since &&
      !lives.has(lifeOf(key)) &&
      !successorIds.some((id) => ids.has(id)),
  )
  return [...existing, ...rivals]
}

// `FR:commune:74010@1943-01-01` is an earlier life of `FR:commune:74010`.
function lifeOf(key: string): string {
  return key.split('@')[0] ?? key
}

// A city, the union around it and the département of its name lie at one place: a plain name means the city.
function preferred(candidates: readonly Candidate[]): Candidate[] {
  const cities = candidates.filter(({ kind }) => kind === 'commune' || kind === 'ville_paris')
  return cities.length > 0 ? cities : [...candidates]
}

function reachOf({ level }: Candidate): number {
  return upperReachKm[level ?? 0] ?? sameKm
}

function placeOf({ latitude, longitude }: Candidate): Place | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

function found(candidates: readonly Candidate[], by: SettledBy): Settled {
  const [candidate] = candidates
  return candidate ? { state: 'found', candidate, by } : { state: 'unknown' }
}

const mostAsked = 12

function ask(why: AskedWhy, candidates: readonly Candidate[]): Settled {
  return { state: 'asked', why, candidates: candidates.slice(0, mostAsked) }
}
