import { bareName } from './bare-name.ts'
import { likeness } from './likeness.ts'

export type NamedArea = { code: string; name: string }

type Pairs = Map<string, NamedArea>

const likeEnough = 0.65

/** Pairs the subdivisions of ISO 3166-2 with the areas of GeoNames in one country, by code of the former.
 * Pairs known beforehand come first (`-` says that a subdivision has none), then equal names (generic words
 * apart), equal codes where the country's codes prove to agree, and the likeliest spellings that begin alike.
 * An area is used once. */
export function matchAreas(
  subdivisions: readonly NamedArea[],
  areas: readonly NamedArea[],
  known: ReadonlyMap<string, string> = new Map(),
): Pairs {
  const pairs: Pairs = new Map()
  const used = new Set<NamedArea>()
  const free = () => areas.filter((area) => !used.has(area))
  const open = () => subdivisions.filter(({ code }) => !pairs.has(code) && known.get(code) !== '-')
  const take = (one: NamedArea, area: NamedArea | undefined) => {
    if (area === undefined) return
    pairs.set(one.code, area)
    used.add(area)
  }
  for (const one of open())
    take(
      one,
      areas.find((area) => area.code === known.get(one.code)),
    )
  for (const one of open())
    take(one, only(free().filter((area) => bareName(area.name) === bareName(one.name))))
  if (codesAgree(pairs)) {
    for (const one of open()) take(one, only(free().filter((area) => area.code === localCode(one.code))))
  }
  for (const [one, area] of likeliest(open(), free())) take(one, area)
  return pairs
}

function localCode(code: string): string {
  return code.slice(code.indexOf('-') + 1)
}

// A country's codes are trusted when at least four in five of the pairs made so far have the same.
function codesAgree(pairs: Pairs): boolean {
  const same = [...pairs].filter(([code, area]) => localCode(code) === area.code).length
  return pairs.size >= 3 && same / pairs.size >= 0.8
}

function only(areas: readonly NamedArea[]): NamedArea | undefined {
  return areas.length === 1 ? areas[0] : undefined
}

// The best pair first, so that a poor one cannot take what another deserves.
function likeliest(
  subdivisions: readonly NamedArea[],
  areas: readonly NamedArea[],
): [NamedArea, NamedArea][] {
  const rated = subdivisions.flatMap((one) =>
    areas
      .filter((area) => bareName(area.name)[0] === bareName(one.name)[0])
      .map((area) => ({ one, area, rate: likeness(bareName(one.name), bareName(area.name)) })),
  )
  const pairs = new Map<NamedArea, NamedArea>()
  const used = new Set<NamedArea>()
  for (const { one, area, rate } of rated.sort((a, b) => b.rate - a.rate)) {
    if (rate < likeEnough || pairs.has(one) || used.has(area)) continue
    pairs.set(one, area)
    used.add(area)
  }
  return [...pairs]
}
