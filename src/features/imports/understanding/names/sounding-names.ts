import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { fold } from '../../../../platform/search/index.ts'
import type { Outline, Unit } from '../outline.ts'
import { frenchBeginnings, frenchSpellings } from './french-spellings.ts'
import type { Gazetteer, Namesake } from './gazetteer.ts'
import { hangulKind, isOver } from './hangul-kinds.ts'
import { isLoanWord, soundsForeign } from './not-hangul-names.ts'
import { hangulSpans } from './spans.ts'

const shortest = 3
const longest = 10
const mostWords = 40
const mostOfOne = 3

/** Words of Hangul that sound like names of elsewhere and that nothing knows, without particle and kind. */
function soundingWords(
  units: readonly Unit[],
  known: Gazetteer,
  isTaken: (unit: Unit, start: number) => boolean,
): string[] {
  const words = new Set<string>()
  for (const unit of units) {
    const { text } = unit.passage
    for (const spans of hangulSpans(text)) {
      const whole = spans.filter(({ end }) => hangulKind(text.slice(end)) || isOver(text.slice(end)))
      const [first] = spans
      if (!first || isTaken(unit, first.start) || whole.some(({ folded }) => known.has(folded))) continue
      // 게랑드 and not 게랑드가: what may be a particle is one.
      const last = whole.findLast(({ start, end }) => end - start >= shortest)
      const word = last ? text.slice(last.start, last.end) : ''
      if (word.length <= longest && /^[가-힣]+$/u.test(word) && soundsForeign(word) && !isLoanWord(word))
        words.add(word)
    }
  }
  return [...words].slice(0, mostWords)
}

/** The French towns whose names may be spelled so, the largest first: 덩케르크 is 됭케르크, which the directory knows. */
async function listSounding(
  { database }: Context,
  words: readonly string[],
): Promise<Map<string, Namesake[]>> {
  if (words.length === 0) return new Map()
  const asked = words.flatMap((word) => [...frenchBeginnings(word)].map((letter) => ({ word, letter })))
  const { rows } = await sql<Namesake & { word: string; place: number }>`
    select found.* from (
      select asked.word, coalesce(l.organisation_id, o.organisation_id) as id, o.country, o.kind, o.name, n.weight,
        'sounding' as "nameKind", coalesce(l.codes, o.codes) ->> 'cog' as code, o.parent_id as "parentId", false as "isPast",
        row_number() over (partition by asked.word order by n.weight desc) as place
      from unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ letter }) => letter)}::text[],
        ${asked.map(({ word }) => frenchSpellings(word))}::text[]) as asked (word, letter, pattern)
      join directory_name n on n.folded >= asked.letter and n.folded < chr(ascii(asked.letter) + 1)
        and length(n.folded) between length(asked.word) and length(asked.word) * 4 + 4
        and replace(n.folded, ' ', '') ~ asked.pattern
      join directory_organisation o on o.organisation_id = n.organisation_id
      -- 미디피레네, a région of before 2016: the one that took its place.
      left join directory_succession s on s.predecessor_id = o.organisation_id and o.kind = 'region'
      left join directory_organisation l on l.organisation_id = s.successor_id
      where o.country = 'FR' and o.kind in ('commune', 'region', 'departement')
        and n.kind in ('official', 'short', 'alias', 'bare')
        and (o.valid_until is null or l.organisation_id is not null)
    ) found where found.place <= ${mostOfOne}
    order by found.word, found.place
  `.execute(database)
  const found = new Map<string, Namesake[]>()
  for (const { word, place: _place, name, ...namesake } of rows)
    if (!found.get(word)?.some(({ id }) => id === namesake.id))
      found.set(word, [...(found.get(word) ?? []), { ...namesake, name: { ko: word, ...name } }])
  return found
}

// Where a text speaks of France, or of no country at all, a name in Hangul may be that of a French town in another spelling.
export const isOfFrance = (countries: readonly string[]) =>
  countries.includes('FR') || countries.every((country) => country === 'KR')

/** A gazetteer with the French towns that words of Hangul sound like. */
export async function withSounding(
  context: Context,
  { units }: Outline,
  known: Gazetteer,
  takenIn: (unit: Unit) => readonly { start: number; end: number }[],
): Promise<Gazetteer> {
  const words = soundingWords(units, known, (unit, at) =>
    takenIn(unit).some(({ start, end }) => at >= start && at < end),
  )
  const found = await listSounding(context, words)
  return new Map([...[...found].map(([word, namesakes]) => [fold(word), namesakes] as const), ...known])
}
