import { fold } from './fold.ts'
import {
  hangulEndings,
  type KindWord,
  leadingKindLetters,
  leadingKindWords,
  romanisedEndings,
  trailingKindWords,
} from './kind-words.ts'

/**
 * A name without its kind, spelled as it was given, and the codes of the kinds that the words taken off may
 * mean.
 */
export interface BareName {
  bare: string
  kindHint: string[]
}

/**
 * Takes off a name the words that only say what kind of authority it is: « Métropole de Nantes » → Nantes,
 * « Gyeonggi-do » → Gyeonggi, 순천시 → 순천. What would be left with no word or one syllable stays whole: 대구,
 * Seo-gu.
 */
export function bareName(name: string): BareName {
  const given = name.toWellFormed().normalize('NFC').trim()
  const words = wordsOf(given)
  const lead = leadingKind(words)
  const rest = words.slice(lead.length)
  // What ends in a bracket says more than a kind: « ECLA (Lons Agglomération) ».
  const tail = rest.at(-1)?.end === given.length ? trailingKind(rest) : nothing
  const first = rest[0]
  const last = rest.at(-1 - tail.length)
  const kindHint = [...new Set([...lead.kinds, ...tail.kinds])]
  if (first === undefined || last === undefined) return { bare: given, kindHint }
  const end = tail.length + tail.letters === 0 ? given.length : last.end - tail.letters
  return { bare: given.slice(lead.length === 0 ? 0 : first.start, end), kindHint }
}

interface Word {
  folded: string
  start: number
  end: number
  hyphened: boolean
}

/** Words taken off one end of a name, letters taken off the word beside them, and what they hint at. */
interface Taken {
  length: number
  letters: number
  kinds: readonly string[]
}

const nothing: Taken = { length: 0, letters: 0, kinds: [] }

function wordsOf(given: string): Word[] {
  return Array.from(given.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => {
    const end = match.index + match[0].length
    return { folded: fold(match[0]), start: match.index, end, hyphened: given[end] === '-' }
  })
}

interface ParsedKind extends KindWord {
  parts: readonly string[]
  isLetters: boolean
}

const parsed = (kind: KindWord): ParsedKind => ({
  ...kind,
  parts: kind.words.split(' '),
  isLetters: leadingKindLetters.includes(kind),
})

// By the word at their outer end: most names begin and end with none of them.
const leadingKinds = Map.groupBy(
  [...leadingKindWords, ...leadingKindLetters].map(parsed),
  ({ parts }) => parts[0],
)
const trailingKinds = Map.groupBy(trailingKindWords.map(parsed), ({ parts }) => parts.at(-1))

function leadingKind(words: Word[]): Taken {
  for (const kind of leadingKinds.get(words[0]?.folded) ?? []) {
    const { length } = kind.parts
    // A hyphen makes the word part of the name: Ville-d'Avray.
    if (!kind.parts.every((part, at) => words[at]?.folded === part) || words[length - 1]?.hyphened) continue
    const linked = linkLength(words[length]?.folded, words[length + 1]?.folded, kind)
    const left = words.length - length - linked
    const isTaken = linked > 0 || (kind.isLetters ? left > 1 : !kind.needsOf)
    if (left > 0 && isTaken) return { length: length + linked, letters: 0, kinds: kind.kinds }
  }
  return nothing
}

function linkLength(link: string | undefined, article: string | undefined, kind: KindWord): number {
  if (link === undefined || !['de', 'd', 'du', 'des', 'of'].includes(link)) return 0
  if (link === 'de' && (article === 'l' || (article === 'la' && kind.takesArticle))) return 2
  return link === 'of' && article === 'the' ? 2 : 1
}

function trailingKind(words: Word[]): Taken {
  const last = words.at(-1)?.folded ?? ''
  for (const { parts, kinds } of trailingKinds.get(last) ?? []) {
    const { length } = parts
    if (length < words.length && parts.every((part, at) => words.at(at - length)?.folded === part))
      return { length, letters: 0, kinds }
  }
  const beside = words.slice(0, -1)
  const romanised = romanisedEndings.find((ending) => ending.words === last)
  if (romanised !== undefined && beside.length > 0) {
    const staysWhole = beside.length === 1 && syllablesOf(beside[0]?.folded ?? '') < 2
    return { length: staysWhole ? 0 : 1, letters: 0, kinds: romanised.kinds }
  }
  return hangulEnding(last, beside.length)
}

function hangulEnding(word: string, wordsBeside: number): Taken {
  const ending = hangulEndings.find((each) => word.endsWith(each.words))
  if (ending === undefined || word.endsWith('도시')) return nothing
  const left = word.length - ending.words.length
  if (left === 0) return wordsBeside > 0 ? { length: 1, letters: 0, kinds: ending.kinds } : nothing
  if (left > 1) return { length: 0, letters: ending.words.length, kinds: ending.kinds }
  return ['중구', '동구', '서구', '남구', '북구'].includes(word)
    ? { ...nothing, kinds: ending.kinds }
    : nothing
}

// How often a romanised Korean word sounds a vowel: `eo`, `ae`, `ui` and the like are one.
function syllablesOf(word: string): number {
  return word.match(/[yw]?(?:eo|ae|eu|oe|ui|[aeiou])/g)?.length ?? 0
}
