import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'

/** The names of the places that observe days of their own, by country and administrative code. */
const regionNames: Readonly<Record<string, LocalizedName>> = {
  'FR 57': { fr: 'Moselle', ko: '모젤', en: 'Moselle' },
  'FR 67': { fr: 'Bas-Rhin', ko: '바랭', en: 'Bas-Rhin' },
  'FR 68': { fr: 'Haut-Rhin', ko: '오랭', en: 'Haut-Rhin' },
  'FR 971': { fr: 'Guadeloupe', ko: '과들루프', en: 'Guadeloupe' },
  'FR 972': { fr: 'Martinique', ko: '마르티니크', en: 'Martinique' },
  'FR 973': { fr: 'Guyane', ko: '프랑스령 기아나', en: 'French Guiana' },
  'FR 974': { fr: 'La Réunion', ko: '레위니옹', en: 'Réunion' },
  'FR 976': { fr: 'Mayotte', ko: '마요트', en: 'Mayotte' },
  'FR 977': { fr: 'Saint-Barthélemy', ko: '생바르텔레미', en: 'Saint Barthélemy' },
  'FR 978': { fr: 'Saint-Martin', ko: '생마르탱', en: 'Saint Martin' },
  'KR 29': { fr: 'Gwangju', ko: '광주', en: 'Gwangju' },
  'KR 50': { fr: 'Jeju', ko: '제주', en: 'Jeju' },
  'KR 52180': { fr: 'Jeongeup', ko: '정읍', en: 'Jeongeup' },
}

/** The names of the places that observe a day; a former code has none of its own. */
export function namesOfRegions(country: string, regions: readonly string[]): LocalizedName[] {
  return regions.map((region) => regionNames[`${country} ${region}`]).filter((name) => name !== undefined)
}
