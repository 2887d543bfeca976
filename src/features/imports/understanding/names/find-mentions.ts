import { fold } from '../../../../platform/search/index.ts'
import type { Outline, Unit } from '../outline.ts'
import type { PersonMention } from '../people/person-mention.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { type CountryMention, findCountries } from './countries.ts'
import { wideMention, wideName, withFullerNames } from './fuller-names.ts'
import { type Gazetteer, lookUpNames, type NameBook } from './gazetteer.ts'
import { countMain, franceOf, inOneCountry, onlyAbroad } from './main-countries.ts'
import { mergeSpellings } from './merge-spellings.ts'
import { addNamesAsPartners } from './names-as-partners.ts'
import { type CellCountry, countriesOfRows, countryOfRow } from './row-countries.ts'
import { hangulNamesIn, scanHangul, unionTownsIn } from './scan-hangul.ts'
import { latinNamesIn, scanLatin } from './scan-latin.ts'
import { isOfFrance, withSounding } from './sounding-names.ts'
import { hangulSpans, latinSpans, type PassageSpans, type ScanGrounds } from './spans.ts'
import { mentionsOfUnknown, type UnknownName, unknownHangul } from './unknown-hangul.ts'
import { possibleNames } from './unknown-name.ts'

/** The authorities, countries and other names of a text, by passage. */
export interface Mentions {
  authorities: Map<Unit, AuthorityMention[]>
  countries: Map<Unit, CountryMention[]>
  /** The name of the file outside its text: the title of a web page; empty if it has none. */
  name: string
  /** Unknown names, for places where a text puts a party. */
  possible: Map<Unit, AuthorityMention[]>
  /** Countries that the text is about, the likelier first. */
  mainCountries: string[]
  gazetteer: Gazetteer
}

/** Finds the authorities that a text names; persons and countries are never taken for one. */
export async function findMentions(
  book: NameBook,
  outline: Outline,
  persons: ReadonlyMap<Unit, PersonMention[]>,
): Promise<Mentions> {
  const units = outline.name ? [outline.name, ...outline.units] : outline.units
  const countries = new Map(units.map((unit) => [unit, findCountries(unit.plain)]))
  const mainCountries = countMain(outline, countries)
  const spans = new Map(
    units.map((unit): [Unit, PassageSpans] => {
      const { text } = unit.passage
      return [unit, { latin: latinSpans(unit), hangul: hangulSpans(text) }]
    }),
  )
  const names = new Set(
    [...spans].flatMap(([unit, own]) => [
      ...latinNamesIn(own),
      ...hangulNamesIn(unit.passage.text, own),
      ...[wideName(unit)].flatMap((name) => (name ? [fold(name)] : [])),
    ]),
  )
  const inHangul = outline.units.some(({ passage }) => /[가-힣]/.test(passage.text))
  const allCountries = inHangul
    ? [
        ...new Set([
          ...mainCountries,
          ...[...countries.values()].flatMap((own) => own.map(({ country }) => country)),
        ]),
      ]
    : mainCountries
  const looked = await lookUpNames(book, names, allCountries)
  const known =
    inHangul && isOfFrance(allCountries)
      ? await withSounding(book, outline, looked, (unit) => [
          ...(countries.get(unit) ?? []),
          ...(persons.get(unit) ?? []),
        ])
      : looked
  const towns = new Set(
    [...spans].flatMap(([unit, own]) => (unit === outline.name ? [] : unionTownsIn(own, known))),
  )
  const gazetteer: Gazetteer =
    towns.size > 0 ? new Map([...(await lookUpNames(book, towns, [])), ...known]) : known
  const ofRows = countriesOfRows(outline, countries)
  const authorities = new Map(
    [...spans].map(([unit, own]) => {
      const grounds = groundsOf(
        unit,
        own,
        countries.get(unit) ?? [],
        ofRows.get(unit) ?? [],
        persons.get(unit) ?? [],
        gazetteer,
        mainCountries,
      )
      const found = [...scanLatin(unit, grounds), ...scanHangul(unit, grounds)].sort(
        (a, b) => a.start - b.start,
      )
      const apart = found.filter((each, at) => at === 0 || each.start >= (found[at - 1]?.end ?? 0))
      const wide = wideMention(unit, gazetteer, mainCountries)
      return [unit, wide ? [wide] : mergeSpellings(unit.passage.text, apart)]
    }),
  )
  const guessed = onlyAbroad(mainCountries)
  if (!inHangul) for (const [unit, own] of inOneCountry(authorities, guessed)) authorities.set(unit, own)
  const unknown = inHangul
    ? unknownHangul(
        outline,
        authorities,
        countries,
        onlyAbroad(mainCountries) ?? franceOf(mainCountries),
        (word) => !gazetteer.has(fold(word)) && !gazetteer.has(fold(word.replace(/[시군구]$/u, ''))),
      )
    : new Map<string, UnknownName>()
  for (const unit of unknown.size > 0 ? outline.units : []) {
    const known = authorities.get(unit) ?? []
    const taken = [...known, ...(persons.get(unit) ?? [])]
    const more = mentionsOfUnknown(unit, unknown, (start, end) =>
      taken.some((each) => start < each.end && each.start < end),
    )
    if (more.length > 0)
      authorities.set(
        unit,
        withinUppers(
          unit.passage.text,
          [...known, ...more].sort((a, b) => a.start - b.start),
        ),
      )
  }
  if (inHangul) withFullerNames(outline.units, authorities)
  const possible = new Map(
    outline.units.map((unit) => {
      const taken = [
        ...(authorities.get(unit) ?? []),
        ...(persons.get(unit) ?? []),
        ...(countries.get(unit) ?? []),
      ]
      const isTaken = (start: number, end: number) =>
        taken.some((each) => start < each.end && each.start < end)
      return [unit, possibleNames(unit, isTaken, onlyAbroad(mainCountries))]
    }),
  )
  addNamesAsPartners(outline.units, authorities, possible, countries)
  return {
    authorities,
    countries,
    possible,
    mainCountries,
    gazetteer,
    name: outline.name?.passage.text ?? '',
  }
}

function groundsOf(
  unit: Unit,
  spans: PassageSpans,
  countries: CountryMention[],
  ofRow: readonly CellCountry[],
  persons: PersonMention[],
  gazetteer: Gazetteer,
  mainCountries: string[],
): ScanGrounds {
  const { plain } = unit
  // 레위니옹 has a code of its own and is a région: in Hangul, where it has no article, the name is that of the authority.
  const overseas = /[가-힣]/.test(plain) ? ['RE', 'GP', 'MQ', 'GF', 'YT', 'NC', 'PF'] : []
  const taken = [
    ...persons,
    ...countries.filter(({ isAdjective, country }) => !isAdjective && !overseas.includes(country)),
  ]
  return {
    gazetteer,
    countries: mainCountries,
    spans,
    nearby: countries.map(({ country }) => country),
    abroad: onlyAbroad(mainCountries),
    isTaken: (start, end) =>
      taken.some((each) => start < each.end && each.start < end && !(start < each.start || end > each.end)),
    countryOfRow: (start) => countryOfRow(ofRow, start),
    countryBeside: (start, end) => {
      const after = /^ ?\(([^)]{2,60})\)/u.exec(plain.slice(end))
      const bracket = after
        ? countries.find((each) => each.start >= end && each.end <= end + after[0].length)
        : undefined
      if (bracket) return bracket.country
      const next = countries.find(
        (each) =>
          each.start >= end &&
          /^(?:,? (?:au|en|aux|in) | (?:du|de la|de|d') ?|, )$/u.test(plain.slice(end, each.start)),
      )
      if (next && !next.isAdjective && !/[가-힣]/.test(plain.slice(start, end))) return next.country
      // « la ville japonaise de Nikko »
      const told = countries.find(
        (each) =>
          each.isAdjective &&
          each.end <= start &&
          /^ (?:de |d'|du |des )?(?:la |le |l')?$/u.test(plain.slice(each.end, start)),
      )
      if (told) return told.country
      const before = countries.find(
        (each) =>
          each.end <= start &&
          /^(?: |의 |\()?(?:(?:[동서남북중]부|[남북][동서]부|동남부|서남부|동북부|서북부)(?:의)? (?:도시 |마을 |산골 |항구 ?도시 )?)?$/u.test(
            plain.slice(each.end, start),
          ) &&
          /[가-힣]/.test(plain.slice(each.start, each.end)),
      )
      return before?.country ?? null
    },
  }
}

/** 프랑스 아르덴의 샤를빌메지에르: what precedes an unknown name only gives its location. */
function withinUppers(text: string, mentions: AuthorityMention[]): AuthorityMention[] {
  return mentions.filter(({ end, country, namesakes }, at) => {
    const next = mentions[at + 1]
    const isUpper = [
      'region',
      'departement',
      'level_1',
      'do',
      'collectivite_unique',
      'collectivite_corse',
    ].includes(namesakes[0]?.kind ?? '')
    return !(
      next &&
      isUpper &&
      next.namesakes.length === 0 &&
      (next.country === null || next.country === country) &&
      /^(?:의)? ?$/u.test(text.slice(end, next.start))
    )
  })
}
