import type { Context } from '../../../platform/context/context.ts'
import { listCandidates, openWorldPlaces, type WorldPlace } from '../../directory/gazetteer/index.ts'
import { findHeldTowns, type HeldTowns } from './abroad.queries.ts'
import { type AskedParty, kilometresBetween } from './asked-party.ts'
import type { Settled } from './settle.ts'
import { settleTown, type TownSettled, townNames } from './settle-town.ts'
import { variantKey } from './spelling-variants.ts'

const sameTownKm = 25

/**
 * Resolves names that no record has, in countries whose towns the directory does not cover completely: finds the towns of the world
 * that they may mean, and records with another spelling. Results for a country are kept.
 */
export class Abroad {
  readonly #held = new Map<string, HeldTowns>()
  #places: ReturnType<typeof openWorldPlaces> | null = null

  /** The results for some names, by the keys under which they are asked; unknown names have none. */
  async settle(
    context: Context,
    parties: readonly (readonly [string, AskedParty])[],
  ): Promise<Map<string, Settled>> {
    const settled = new Map<string, Settled>()
    if (parties.length === 0) return settled
    const names = new Map(parties.map(([key, party]) => [key, townNames(party)]))
    this.#places ??= openWorldPlaces()
    const places = this.#places(new Set([...names.values()].flat(2)))
    const bearing = (group: readonly string[]) => [
      ...new Map(
        group.flatMap((name) => places.get(name) ?? []).map((each) => [each.geonames, each]),
      ).values(),
    ]
    for (const [key, party] of parties) {
      let found: TownSettled = null
      for (const group of names.get(key) ?? []) found ??= settleTown(party, bearing(group))
      if (found?.state === 'towns')
        settled.set(key, { state: 'asked', why: 'towns', candidates: [], towns: found.towns })
      else settled.set(key, await this.#settleOne(context, party, found?.town ?? null))
    }
    return settled
  }

  async #settleOne(context: Context, party: AskedParty, town: WorldPlace | null): Promise<Settled> {
    const held = await this.#heldIn(context, party.country ?? '')
    const ids = town
      ? [
          held.byGeonames.get(town.geonames),
          ...namesOf(town).flatMap((name) => held.byVariant.get(variantKey(name)) ?? []),
        ]
      : (held.byVariant.get(variantKey(party.name)) ?? [])
    const candidates = (await listCandidates(context, { ids: ids.flatMap((id) => id ?? []) })).filter(
      ({ latitude, longitude }) => {
        const place = town ?? party.place
        if (!place || latitude === null || longitude === null) return true
        return kilometresBetween(place, { latitude, longitude }) < sameTownKm
      },
    )
    if (town) return { state: 'town', town, candidate: candidates[0] ?? null }
    return candidates.length > 0 ? { state: 'asked', why: 'alike', candidates } : { state: 'unknown' }
  }

  async #heldIn(context: Context, country: string): Promise<HeldTowns> {
    const known = this.#held.get(country) ?? (await findHeldTowns(context, country))
    this.#held.set(country, known)
    return known
  }
}

const namesOf = ({ name, korean }: WorldPlace) => (korean === null ? [name] : [name, korean])
