import { slugOf } from '../../../../platform/input/slug.ts'
import { writtenOut } from '../../../directory/gazetteer/index.ts'
import type { addOrganisations } from '../../../directory/index.ts'
import type { AddedParty } from '../plan/planned-row.ts'

type Described = Parameters<typeof addOrganisations>[1][number]

/** A new organisation in the form of the directory: a municipality unless the table says otherwise. */
export function describedOrganisation(
  { name, country, kind, population, place, names, town, spellings }: AddedParty,
  language: string,
): Described {
  const own = languageOf(name, language)
  // « Frankfurt a. M. » is an abbreviation, not a name to keep.
  const isShortened = /[./]/.test(name) && writtenOut(name).length > 0
  const called = town && isShortened ? town.name : name
  const given = Object.fromEntries(Object.entries(names).filter(([, each]) => each !== ''))
  return {
    slug: slugOf(
      names.en || names.fr || (town?.name ?? name),
      `organisation-${(country ?? 'xx').toLowerCase()}`,
    ),
    country: country ?? 'ZZ',
    kind: kind ?? usualKind(country),
    name: { ...townNames(town), [own]: called, ...given },
    aliases: [...spellings].flatMap((text) =>
      text === called ? [] : [{ language: languageOf(text, language), kind: 'alias', text }],
    ),
    population: population ?? town?.population ?? null,
    place: place ?? (town && { latitude: town.latitude, longitude: town.longitude }),
    codes: town ? { geonames: town.geonames } : {},
  }
}

function languageOf(name: string, language: string): string {
  if (/\p{Script=Hangul}/u.test(name)) return 'ko'
  return language === 'ko' ? 'en' : language
}

function townNames(town: AddedParty['town']): Record<string, string> {
  if (!town) return {}
  return { en: town.name, ...(town.korean === null ? {} : { ko: town.korean }) }
}

function usualKind(country: string | null): string {
  if (country === 'FR') return 'commune'
  return country === 'KR' ? 'si' : 'municipality'
}
