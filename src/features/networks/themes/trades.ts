import type { Theme } from './themes.ts'

/** What people of an authority work on day by day, each with the themes of the group to which it belongs; the words are in the message files. */
export const themesOfTrade = {
  international_relations: ['international_relations'],
  protocol: ['international_relations'],
  early_childhood: ['early_childhood'],
  youth: ['youth'],
  schools: ['education'],
  ageing: ['ageing'],
  social_services: ['social_cohesion'],
  public_health: ['health'],
  culture: ['culture', 'arts'],
  museums_heritage: ['heritage'],
  libraries: ['culture'],
  remembrance: ['remembrance_peace'],
  sport: ['sport'],
  tourism: ['tourism', 'gastronomy'],
  crafts: ['crafts_ceramics'],
  creative_industries: ['creative_industries'],
  economic_development: ['economy', 'attractiveness'],
  startups: ['innovation', 'startups'],
  employment: ['employment', 'vocational_training'],
  higher_education: ['higher_education', 'research'],
  digital_services: ['digital_government', 'digital'],
  smart_city: ['smart_city'],
  urban_planning: ['urban_planning'],
  mobility: ['mobility'],
  parks: ['parks_and_gardens'],
  waste: ['recycling'],
  water: ['water'],
  energy_climate: ['energy', 'green_growth', 'environment'],
  ports_fisheries_farming: ['agriculture_fisheries'],
  participation: ['citizenship'],
  administration: ['administrative_practice'],
  communication: ['attractiveness'],
} as const satisfies Record<string, readonly Theme[]>

export type Trade = keyof typeof themesOfTrade

const isTrade = (code: string): code is Trade => code in themesOfTrade
export const trades = Object.keys(themesOfTrade).filter(isTrade)

/** The trades to which a theme belongs. */
export function tradesOf(theme: string | null): Trade[] {
  return trades.filter((trade) => themesOfTrade[trade].some((each) => each === theme))
}
