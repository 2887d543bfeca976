import type { FoundName } from './naming.ts'

const koreanCities: Record<string, string> = { Paris: '파리', Lyon: '리옹', Marseille: '마르세유' }

/** Names of a municipal arrondissement from the official `Paris 15e Arrondissement`; other texts stay. */
export function arrondissementNames(official: string): FoundName & { english: string } {
  const [, city = '', number = '', ending = ''] = /^(\S+) (\d+)(e|er) Arrondissement$/u.exec(official) ?? []
  if (number === '') return { french: official, english: official }
  const ordinal = `${number}${ending}`
  return {
    french: `${city} ${ordinal} arrondissement`,
    korean: `${koreanCities[city]} ${number}구`,
    english: `${englishOrdinal(Number(number))} arrondissement of ${city}`,
    aliases: [
      { language: 'fr', kind: 'alias', text: `${ordinal} arrondissement de ${city}` },
      { language: 'fr', kind: 'short', text: `${city} ${ordinal}` },
    ],
  }
}

function englishOrdinal(number: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${number}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)]}`
}
