import type { Context } from '../../../../platform/context/context.ts'
import type { Outline, Unit } from '../outline.ts'
import type { PersonMention } from '../people/person-mention.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { type CountryMention, findCountries } from './countries.ts'
import { type Gazetteer, lookUpNames } from './gazetteer.ts'
import { hangulNamesIn, scanHangul } from './scan-hangul.ts'
import { latinNamesIn, type ScanGrounds, scanLatin } from './scan-latin.ts'

/** Who and where a text names: by passage. */
export interface Mentions {
  authorities: Map<Unit, AuthorityMention[]>
  countries: Map<Unit, CountryMention[]>
  /** Countries that the text is about, the likelier first. */
  mainCountries: string[]
  gazetteer: Gazetteer
}

/** Finds the authorities that a text names; what it says of persons and countries is never taken for one. */
export async function findMentions(
  context: Context,
  outline: Outline,
  persons: ReadonlyMap<Unit, PersonMention[]>,
): Promise<Mentions> {
  const countries = new Map(outline.units.map((unit) => [unit, findCountries(unit.plain)]))
  const mainCountries = countMain(outline, countries)
  const names = new Set(outline.units.flatMap(({ passage }) => [...latinNamesIn(passage.text), ...hangulNamesIn(passage.text)]))
  const gazetteer = await lookUpNames(context, names, mainCountries)
  const authorities = new Map(
    outline.units.map((unit) => {
      const grounds = groundsOf(unit, countries.get(unit) ?? [], persons.get(unit) ?? [], gazetteer, mainCountries)
      const found = [...scanLatin(unit, grounds), ...scanHangul(unit, grounds)].sort((a, b) => a.start - b.start)
      return [unit, found.filter((each, at) => at === 0 || each.start >= (found[at - 1]?.end ?? 0))]
    }),
  )
  return { authorities, countries, mainCountries, gazetteer }
}

// What the title of a text names weighs as much as ten mentions in it.
function countMain({ units, titles }: Outline, countries: ReadonlyMap<Unit, CountryMention[]>): string[] {
  const weights = new Map<string, number>()
  const first = new Set([...titles.slice(0, 1), ...units.slice(0, 3)])
  let [french, korean] = [0, 0]
  for (const unit of units) {
    korean += unit.passage.text.match(/[가-힣]/gu)?.length ?? 0
    french += unit.passage.text.match(/\b(?:le|la|les|des|du|une?|et|est)\b/gu)?.length ?? 0
    for (const { country } of countries.get(unit) ?? []) weights.set(country, (weights.get(country) ?? 0) + (first.has(unit) ? 10 : 1))
  }
  if (french * 6 > korean) weights.set('FR', (weights.get('FR') ?? 0) + 12)
  if (korean > french * 6) weights.set('KR', (weights.get('KR') ?? 0) + 12)
  const most = Math.max(0, ...[...weights].filter(([country]) => country !== 'FR' && country !== 'KR').map(([, weight]) => weight))
  // A country named once in passing (« pas celle de Libye ») is not what the text is about.
  return [...weights].filter(([, weight]) => weight * 5 >= most).sort((a, b) => b[1] - a[1]).map(([country]) => country)
}

function groundsOf(
  unit: Unit,
  countries: CountryMention[],
  persons: PersonMention[],
  gazetteer: Gazetteer,
  mainCountries: string[],
): ScanGrounds {
  const { plain } = unit
  const taken = [...persons, ...countries.filter(({ isAdjective }) => !isAdjective)]
  return {
    gazetteer,
    countries: mainCountries,
    isTaken: (start, end) => taken.some((each) => start < each.end && each.start < end && !(start < each.start || end > each.end)),
    countryBeside: (start, end) => {
      const after = /^ ?\(([^)]{2,60})\)/u.exec(plain.slice(end))
      const bracket = after ? countries.find((each) => each.start >= end && each.end <= end + after[0].length) : undefined
      if (bracket) return bracket.country
      const next = countries.find((each) => each.start >= end && /^(?:,? (?:au|en|aux|in) |, )$/u.test(plain.slice(end, each.start)))
      if (next && !next.isAdjective) return next.country
      const before = countries.find((each) => each.end <= start && /^(?: |의 |\()?$/u.test(plain.slice(each.end, start)) && /[가-힣]/.test(plain.slice(each.start, each.end)))
      return before?.country ?? null
    },
  }
}
