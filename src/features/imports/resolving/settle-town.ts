import { fold } from '../../../platform/search/index.ts'
import { namesSought, type WorldPlace } from '../../directory/gazetteer/index.ts'
import { type AskedParty, kilometresBetween, splitName } from './asked-party.ts'

export type TownSettled = { state: 'town'; town: WorldPlace } | { state: 'towns'; towns: WorldPlace[] } | null

// Some measure a town at its town hall, others at its centre.
const sameTownKm = 25
// As for authorities of the directory: the larger one is meant when it is that much larger.
const overwhelming = 100
const largeEnough = 5000
const mostAsked = 12

/**
 * Which towns of the world a name in a table may mean: by place if the table gives one, by inhabitants if the difference is
 * overwhelming.
 */
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

/**
 * The folded names under which a party is looked up among the towns of the world, in groups: the first group that some town matches
 * counts.
 */
export function townNames({ name }: Pick<AskedParty, 'name'>): string[][] {
  const [whole, split] = [namesSought(name), namesSought(splitName(name).name)]
  const groups = [
    // Köln is written « Koeln » where there is no ö.
    [fold(name), whole.folded, whole.bare].flatMap((each) => [each, each.replaceAll(/([aou])e/g, '$1')]),
    whole.full,
    // « St. Ingbert »
    [fold(name).replaceAll(/\bst(?= )/g, 'sankt')],
    [split.folded, split.bare].flatMap((each) => [each, each.replaceAll(/([aou])e/g, '$1')]),
    split.full,
  ]
  return groups.map((group) => [...new Set(group)].filter((each) => each !== ''))
}
