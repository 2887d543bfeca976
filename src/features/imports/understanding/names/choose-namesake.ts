import { isWholeCountry } from '../../../directory/gazetteer/index.ts'
import type { Namesake } from './gazetteer.ts'

export interface ChoiceGrounds {
  /** Kinds that the words around the name allow; empty if they give none. */
  kinds: readonly string[]
  /** The country that the text gives for this very name. */
  country: string | null
  /** Countries that the text is about, the likelier first. */
  countries: readonly string[]
  /** Countries that the passage names. */
  nearby?: readonly string[]
  /** Whether a French name has an article before it; null where none is expected. */
  article: boolean | null
}

/** Namesakes by likelihood on some grounds, and whether the first is clearly ahead of the others. */
export function rankNamesakes(
  namesakes: readonly Namesake[],
  grounds: ChoiceGrounds,
): { ranked: Namesake[]; isClear: boolean } {
  const inCountry =
    grounds.country === null ? namesakes : namesakes.filter(({ country }) => country === grounds.country)
  const scored = inCountry
    .map((namesake) => ({ namesake, score: scoreOf(namesake, grounds) }))
    .sort((a, b) => b.score - a.score || b.namesake.weight - a.namesake.weight)
  const [first, second] = scored
  const isClear =
    first !== undefined &&
    (second === undefined ||
      first.score - second.score >= clearly ||
      isOneTown(first.namesake, second.namesake))
  return { ranked: scored.map(({ namesake }) => namesake), isClear }
}

const clearly = 0.12

// Ten times as many inhabitants weigh as much as a name that is only a short form.
function scoreOf(
  { kind, country, nameKind, weight, isPast, id }: Namesake,
  { kinds, countries, nearby = [], article }: ChoiceGrounds,
): number {
  const at = countries.indexOf(country)
  return (
    ({
      official: 1,
      short: 1,
      place: 0.95,
      alias: 0.93,
      romanisation: 0.93,
      hanja: 0.93,
      former: 0.85,
      bare: 0.9,
    }[nameKind] ?? 0.85) +
    (kinds.length === 0 ? plainKind(kind, article) : kinds.includes(kind) ? 0.35 : -0.15) +
    (at >= 0
      ? 0.3
      : nearby.includes(country)
        ? 0.15
        : countries.length > 0
          ? // One side is French or Korean, even if the text does not state it: “Bayeux has been twinned with Dorchester”.
            isWholeCountry(country)
            ? -0.05
            : -0.25
          : 0) +
    Math.log10(Math.max(10, weight)) / 10 -
    (isPast ? 0.25 : 0) -
    (kind === 'administrative_place' ? 0.1 : 0) -
    (id === null ? 0.02 : 0)
  )
}

// A bare name means the town rather than bodies named after it; with an article, the département.
function plainKind(kind: string, article: boolean | null): number {
  if (kind === 'departement' && article !== null) return article ? 0.3 : -0.2
  return towns.has(kind) ? 0.1 : unions.has(kind) ? -0.15 : 0
}

const unions = new Set([
  'communaute_communes',
  'communaute_agglomeration',
  'communaute_urbaine',
  'metropole',
  'metropole_lyon',
  'ept',
])
const towns = new Set([
  'commune',
  'ville_paris',
  'municipality',
  'region',
  'si',
  'gun',
  'metropolitan_city',
  'special_city',
  'do',
  'level_1',
])

function isOneTown(one: Namesake, other: Namesake): boolean {
  return (
    one.country === other.country &&
    one.parentId !== null &&
    (one.parentId === other.id || other.parentId === one.id)
  )
}
