import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { fold, grams, searchText } from '../../../platform/search/index.ts'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'

export interface Searched {
  summary: LocalizedText
  parties: { organisation: OrganisationRef; capacity: string }[]
  actors: { organisation: OrganisationRef; role: LocalizedText }[]
}

// A country's own language sorts its authorities: 가나다 order in Korea, alphabetical order elsewhere.
const sortingLanguage: Record<string, string> = { KR: 'ko', FR: 'fr' }

/** The names by which a cooperation is sorted on each side, and the text of its full-text search. */
export function searchFieldsOf(cooperation: Searched) {
  const countries = [...new Set(cooperation.parties.map((party) => party.organisation.country))]
  const sortOf = (country: string | undefined) =>
    cooperation.parties
      .filter((party) => party.organisation.country === country)
      .map((party) => sortName(party.organisation))
      .join(' ')
  const first = sortOf(countries[0])
  const parts = [...cooperation.parties, ...cooperation.actors].flatMap(({ organisation }) => [
    ...Object.values(organisation.name),
    ...Object.values(organisation.shortName),
  ])
  const search = searchText([
    ...parts,
    ...Object.values(cooperation.summary).map((passage) => passage.text),
    ...cooperation.actors.flatMap((actor) => Object.values(actor.role).map((passage) => passage.text)),
  ])
  return {
    sort_first: first,
    sort_second: countries.length > 1 ? sortOf(countries[1]) : first,
    search,
    grams: grams(search),
  }
}

function sortName(organisation: OrganisationRef): string {
  const names = shortNames(organisation)
  const language = sortingLanguage[organisation.country] ?? 'en'
  return fold(names[language] ?? names.en ?? Object.values(names)[0] ?? organisation.slug)
}
