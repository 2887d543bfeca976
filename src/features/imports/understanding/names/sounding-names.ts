import { fold } from '../../../../platform/search/index.ts'
import type { Outline, Unit } from '../outline.ts'
import type { Gazetteer, NameBook, Namesake } from './gazetteer.ts'
import { hangulKind, isOver } from './hangul-kinds.ts'
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

/** French spellings of the sounds that Hangul writes: 됭케르크 and 덩케르크 both match the spelling of Dunkerque. */

const initials = [
  ...['g', 'g', 'n', 'd', 'd', 'r', 'm', 'b', 'b', 's', 's', '', 'j', 'j', 'c', 'k', 't', 'p', 'h'],
] as const
const medials = [
  ...['a', 'e', 'ya', 'ye', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'oe', 'oe', 'yo', 'u', 'wo', 'oe', 'wi', 'yu'],
  ...['eu', 'ui', 'i'],
] as const
const finals = [
  ...['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'l', 'l', 'l', 'l', 'l', 'l', 'l', 'm', 'p', 'p', 't', 't'],
  ...['ng', 't', 't', 'k', 't', 'p', 't'],
] as const

const first = 0xac00
const perInitial = 588
const perMedial = 28

const consonants: Readonly<Record<string, string>> = {
  '': 'h?',
  g: '(?:gu?|c|qu|k)',
  k: '(?:cqu|cc?h?|c?k|qu?|gu?|x)',
  n: '(?:gn|nn?|mn)',
  d: '(?:dd?|th?)',
  t: '(?:tt?h?|dd?|pt)',
  r: '(?:rr?h?|ll?h?)',
  m: 'mm?',
  b: '(?:bb?|v|w)',
  p: '(?:pp?h?|ff?)',
  s: '(?:s?ch|ss?|s?ce?|tz|x)',
  j: '(?:j|ge?|zz?|s|tz|dj|x|y)',
  c: '(?:t?ch|tz|ts|cz|c|j)',
  h: '(?:h|j|kh|ch)',
}
const glide = '(?:ill?|y|gn)?'
const vowels: Readonly<Record<string, string>> = {
  a: '(?:ea|aa?)',
  e: '(?:ai|ay|ei|ey|ae|oe|ee?)',
  ya: `${glide}a`,
  ye: `${glide}(?:ai|ay|ei|ey|ee?)?`,
  eo: '(?:oeu|eu|ou|u|e|o|a)',
  yeo: `${glide}(?:eu|e|o|u)`,
  o: '(?:eau|au|oo|oh?)',
  wa: '(?:ois?|oys?|oix|oua|ouha|oe|wa|ua|o)',
  oe: '(?:oeu|oe|eu|oue|ue|oi|we|u|e|o)',
  yo: `${glide}(?:eau|au|o)`,
  u: '(?:oue?|oo|ue?|w|o)',
  wo: '(?:ou|w|o)?(?:o|e|a)',
  wi: '(?:ui|uy|ue|oui|wi|hui|u)',
  yu: `${glide}(?:u|ou|e)?`,
  eu: '(?:eu|e)?',
  ui: '(?:ui|i)',
  i: '(?:ie|ill?|ee|ei|hi|i|y)',
}
// 앙, 생, 뇽: one vowel before n or m.
const nasals: Readonly<Record<string, string>> = {
  a: '(?:ae|ao|a|e|u)',
  e: '(?:ai|ei|ie|i|e|u|y|a)',
  ya: `${glide}(?:a|e)`,
  ye: `${glide}(?:e|i)`,
  oe: '(?:oi|oui|eu|u|i)',
  wa: '(?:oi|oa|oua|oue|oui)',
  eo: '(?:u|eu|o|e)',
  i: '(?:i|y|ai)',
}
const codas: Readonly<Record<string, string>> = {
  '': 's?',
  k: '(?:cq?|ck|q|k|gu?|x)(?:ue)?e?',
  n: '(?:nn?|mn?)e?',
  m: '(?:mm?|n)e?',
  l: 'll?h?e?s?',
  p: '(?:pp?|bb?|ph)e?',
  t: '(?:tt?|dd?|s)e?',
  ng: '(?:ng?|m)[tdspc]{0,2}',
}

interface Sound {
  initial: string
  medial: string
  final: string
}

function soundsOf(word: string): Sound[] {
  return [...word].map((syllable) => {
    const at = (syllable.codePointAt(0) ?? first) - first
    return {
      initial: initials[Math.floor(at / perInitial)] ?? '',
      medial: medials[Math.floor((at % perInitial) / perMedial)] ?? '',
      final: finals[at % perMedial] ?? '',
    }
  })
}

// 푸아, 수앵: two syllables of Hangul, and one vowel of French.
function joinedGlides(sounds: readonly Sound[]): Sound[] {
  const joined: Sound[] = []
  for (const sound of sounds) {
    const before = joined.at(-1)
    const isGlide = before?.medial === 'u' && before.final === '' && sound.initial === ''
    if (before && isGlide && (sound.medial === 'a' || (sound.medial === 'e' && sound.final === 'ng')))
      joined[joined.length - 1] = { ...before, medial: 'wa', final: sound.final }
    else joined.push(sound)
  }
  return joined
}

/** A pattern for the folded French names, without spaces, that a word of Hangul may transcribe. */
export function frenchSpellings(word: string): string {
  const sounds = joinedGlides(soundsOf(word))
  const parts = sounds.map(({ initial, medial, final }, at) => {
    const before = sounds[at - 1]
    // 엑스 is Aix, and 펠리 has one l or two.
    const isHeld = before?.final === 'k' && initial === 's'
    const lead = consonants[initial] ?? ''
    // 부르주, 오슈: what French does not sound at the end.
    const isMute =
      (initial === 'j' || initial === 's' || initial === 'c') && (medial === 'u' || medial === 'yu')
    const vowel = (final === 'ng' ? nasals[medial] : undefined) ?? vowels[medial] ?? ''
    // 그라블린: one l, written twice.
    const isTwice = final === 'l' && sounds[at + 1]?.initial === 'r'
    return `${isHeld ? `${lead}?` : lead}${isMute ? `(?:${vowel}|e)?` : vowel}${isTwice ? '' : (codas[final] ?? '')}`
  })
  return `^${parts.join('')}(?:e?s|[tdxzpcsr]|e|er|ez|et|ent|ts|ds|rs|ux|lt|gt|nt|rd|rt)?$`
}

const starts: Readonly<Record<string, string>> = {
  '': 'aeiouyhw',
  g: 'gckq',
  k: 'ckqgx',
  n: 'ng',
  d: 'dt',
  t: 'tdp',
  r: 'rl',
  m: 'm',
  b: 'bvw',
  p: 'pfb',
  s: 'sczxt',
  j: 'jgzsdty',
  c: 'tcj',
  h: 'hjkc',
}

/** The possible first letters of such a name. */
export const frenchBeginnings = (word: string) => starts[soundsOf(word)[0]?.initial ?? ''] ?? ''
