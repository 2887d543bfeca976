import { fold } from '../../../platform/search/index.ts'
import { namesSought, type WorldPlace } from '../../directory/gazetteer/index.ts'
import { type AskedParty, kilometresBetween, splitName } from './asked-party.ts'

export type TownSettled = { state: 'town'; town: WorldPlace } | { state: 'towns'; towns: WorldPlace[] } | null

// A town is measured at its town hall by some and in its middle by others.
const sameTownKm = 25
// As for authorities of the directory: the larger one is meant when it is that much larger.
const overwhelming = 100
const largeEnough = 5000
const mostAsked = 12

/** Which towns of the world a name of a table may mean: by its place where the table says one, by its inhabitants where the difference is overwhelming. */
export function settleTown(
  { country, place }: Pick<AskedParty, 'country' | 'place'>,
  named: readonly WorldPlace[],
): TownSettled {
  const own = named.filter((town) => town.country === country)
  const near = place ? own.filter((town) => kilometresBetween(town, place) < sameTownKm) : own
  const [first, second] = near.toSorted((a, b) => b.population - a.population)
  if (!first) return null
  const isClear =
    !second || (first.population >= largeEnough && first.population >= second.population * overwhelming)
  return isClear ? { state: 'town', town: first } : { state: 'towns', towns: near.slice(0, mostAsked) }
}

/** The folded names under which a party is sought among the towns of the world: those of the first group that some town bears count. */
export function townNames({ name }: Pick<AskedParty, 'name'>): string[][] {
  const [whole, split] = [namesSought(name), namesSought(splitName(name).name)]
  const groups = [
    // « Koeln » is how Köln is written where there is no ö.
    [fold(name), whole.folded, whole.bare].flatMap((each) => [each, each.replaceAll(/([aou])e/g, '$1')]),
    whole.full,
    // « St. Ingbert »
    [fold(name).replaceAll(/\bst(?= )/g, 'sankt')],
    [split.folded, split.bare].flatMap((each) => [each, each.replaceAll(/([aou])e/g, '$1')]),
    split.full,
  ]
  return groups.map((group) => [...new Set(group)].filter((each) => each !== ''))
}
