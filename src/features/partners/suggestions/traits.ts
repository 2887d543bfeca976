/**
 * What a place is like, as both countries would say of themselves. Those of land and sea are computed from maps; the others are
 * typed, each with its reason, in `tools/partners/sources/traits.tsv`.
 */
export const traits = [
  'coast',
  'port',
  'island',
  'mountain',
  'national_capital',
  'seat_of_region',
  'capital_region',
  'world_heritage',
  'royal_heritage',
  'ceramics',
  'crafts',
  'gastronomy',
  'wine_and_spirits',
  'seafood',
  'hot_springs',
  'winter_sports',
  'gardens',
  'film',
  'comics_and_animation',
  'music',
  'literature',
  'design',
  'media_arts',
  'performing_arts',
  'science_city',
  'digital_hub',
  'aerospace',
  'automotive',
  'shipbuilding',
  'textile',
  'tea',
  'remembrance',
] as const
export type Trait = (typeof traits)[number]

export function isTrait(text: string): text is Trait {
  return traits.some((known) => known === text)
}
