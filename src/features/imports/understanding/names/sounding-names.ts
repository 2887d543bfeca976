import { fold } from '../../../../platform/search/index.ts'
import type { Outline, Unit } from '../outline.ts'
import { frenchBeginnings, frenchSpellings } from './french-spellings.ts'
import type { Gazetteer } from './gazetteer.ts'
import { hangulKind, isOver } from './hangul-kinds.ts'
import type { NameBook, Namesake } from './name-book.ts'
import { isLoanWord, soundsForeign } from './not-hangul-names.ts'
import { hangulSpans } from './spans.ts'

const shortest = 3
const longest = 10
const mostWords = 40

/** Unknown words of Hangul that sound like foreign names, without particle and kind. */
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

const mostOfOne = 3

/** The French towns with a possible spelling, the largest first: 덩케르크 is 됭케르크, which the directory knows. */
async function listSounding(book: NameBook, words: readonly string[]): Promise<Map<string, Namesake[]>> {
  if (words.length === 0) return new Map()
  const asked = pairsOf(words, await book.listAllNames())
  const rows = await book.listFrenchTowns(asked, mostOfOne)
  const found = new Map<string, Namesake[]>()
  for (const { word, name, ...namesake } of rows)
    if (!found.get(word)?.some(({ id }) => id === namesake.id))
      found.set(word, [...(found.get(word) ?? []), { ...namesake, name: { ko: word, ...name } }])
  return found
}

/** Each word with the names that it may transcribe. */
function pairsOf(words: readonly string[], names: readonly string[]): { word: string; folded: string }[] {
  const byLetter = new Map<string, string[]>()
  for (const name of names) {
    const letter = name[0] ?? ''
    const own = byLetter.get(letter)
    if (own) own.push(name)
    else byLetter.set(letter, [name])
  }
  return words.flatMap((word) => {
    const pattern = new RegExp(frenchSpellings(word))
    const isSpelling = (name: string) =>
      name.length >= word.length &&
      name.length <= word.length * 4 + 4 &&
      pattern.test(name.includes(' ') ? name.replaceAll(' ', '') : name)
    const found = [...frenchBeginnings(word)].flatMap(
      (letter) => byLetter.get(letter)?.filter(isSpelling) ?? [],
    )
    return [...new Set(found)].map((folded) => ({ word, folded }))
  })
}

// If a text mentions France, or no country at all, a name in Hangul may be that of a French town in another spelling.
export const isOfFrance = (countries: readonly string[]) =>
  countries.includes('FR') || countries.every((country) => country === 'KR')

/** A gazetteer with the French towns that Hangul words of the text sound like. */
export async function withSounding(
  book: NameBook,
  { units }: Outline,
  known: Gazetteer,
  takenIn: (unit: Unit) => readonly { start: number; end: number }[],
): Promise<Gazetteer> {
  const words = soundingWords(units, known, (unit, at) =>
    takenIn(unit).some(({ start, end }) => at >= start && at < end),
  )
  const found = await listSounding(book, words)
  return new Map([...[...found].map(([word, namesakes]) => [fold(word), namesakes] as const), ...known])
}
