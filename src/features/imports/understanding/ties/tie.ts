import { bareName, fold } from '../../../../platform/search/index.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import { type Sentence, sentenceHolding, type Unit } from '../outline.ts'
import type { ColumnRole } from './columns.ts'

export interface Pair {
  parties: [AuthorityMention, AuthorityMention]
  /** The part of the sentence about this pair only. */
  within: { start: number; end: number } | null
  /** Other parts of the sentence about this pair only. */
  more?: readonly { start: number; end: number }[]
  /** The sentence's word for such partners, if it lists them. */
  label?: string
}

/** A cell of a row or the value of a card's field, with the role of its column or label. */
export interface TieCell {
  role: ColumnRole
  unit: Unit
  /** Offsets in the passage. */
  start: number
  end: number
}

/** A tie stated in one place of a text. */
export interface StatedTie {
  parties: AuthorityMention[]
  /** The sentence, title or row that states it. */
  stated: Sentence
  /** The sentences about it, including the stating one if it contains more than the names. */
  told: Sentence[]
  /** How it is stated. */
  by: 'title' | 'list' | 'table' | 'sentence'
  /** The part of `stated` about this very tie, if the sentence states several. */
  within: { start: number; end: number } | null
  /** The parts of other sentences of `told` that concern several ties. */
  parts?: ReadonlyMap<Sentence, { start: number; end: number }>
  /** The words of a column or a title for its kind, over plain copies. */
  kindWords: string
  /** The cells of a row, or the fields of a card; empty elsewhere. */
  cells: readonly TieCell[]
  /** Mentioned beside what the text is about: under an authority that looks for a partner. */
  isBeside: boolean
}

/** Whether two mentions are of one authority. */
export function isSameParty(one: AuthorityMention, other: AuthorityMention): boolean {
  if (one.country !== null && other.country !== null && one.country !== other.country) return false
  const [first, second] = [one.namesakes[0]?.id, other.namesakes[0]?.id]
  if (first && first === second) return true
  const [town, sameTown] = [townOf(one), townOf(other)]
  if (town && town === sameTown) return true
  return foldedName(one) === foldedName(other)
}

// « Etchmiadzine », « Ejmiatsin »: a town by two of its names.
const townOf = ({ country, namesakes }: AuthorityMention) =>
  namesakes[0]?.id ? undefined : namesakes.find((each) => country === null || each.country === country)?.town

export function isSamePair(one: readonly AuthorityMention[], other: readonly AuthorityMention[]): boolean {
  return one.length === other.length && one.every((party) => other.some((each) => isSameParty(party, each)))
}

// Each mention is compared with all others.
const foldedNames = new WeakMap<AuthorityMention, string>()

function foldedName(mention: AuthorityMention): string {
  const known = foldedNames.get(mention)
  if (known !== undefined) return known
  const folded = fold(bareName(mention.name).bare)
  foldedNames.set(mention, folded)
  return folded
}

/** Whether two authorities may be the two sides of a tie: never two of one country. */
export function areTwoSides(one: AuthorityMention, other: AuthorityMention): boolean {
  if (isSameParty(one, other)) return false
  return one.country === null || other.country === null || one.country !== other.country
}

/** The sentence of a passage that contains a place. */
export function sentenceAt(unit: Unit, at: number): Sentence {
  const found = sentenceHolding(unit, at) ?? unit.sentences[0]
  return (
    found ?? { unit, start: 0, end: unit.passage.text.length, text: unit.passage.text, plain: unit.plain }
  )
}
