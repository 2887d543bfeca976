import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import { strongTie } from './latin-words.ts'
import { areTwoSides, isSameParty, type StatedTie } from './tie.ts'

// « L'accord avec B a pris fin. Un projet avec C a été refusé. »: a sentence with a town of a third country concerns that one.
export const namesThird = (
  { start, end, plain }: Sentence,
  { parties }: StatedTie,
  own: readonly AuthorityMention[],
) =>
  strongTie.test(plain) &&
  own.some(
    (each) =>
      each.start >= start &&
      each.end <= end &&
      each.country !== null &&
      parties.every((party) => areTwoSides(party, each)),
  ) &&
  !own.some(
    (each) => each.start >= start && each.end <= end && parties.some((party) => isSameParty(party, each)),
  )

// 사바주와는 협약을 맺으려다 무산되었다: an agreement with another authority abroad, whether it came about or not.
export const isOfAnotherAbroad = (
  { start, end, text }: Sentence,
  { parties }: StatedTie,
  own: readonly AuthorityMention[],
) => {
  const named = own.filter((each) => each.start >= start && each.end <= end && isAbroad(each))
  return (
    /(?:와|과)(?:의|는|도)? [^.]*(?:결연|협[정약]|양해각서|의향서|교류)/u.test(text) &&
    named.length > 0 &&
    named.every((each) => parties.every((party) => areTwoSides(party, each)))
  )
}

// « Ludwigshafen et Vigo. Avec cette dernière, le jumelage remonte à 1995 »
export const isOfLatter = (
  { start, plain }: Sentence,
  { parties }: StatedTie,
  own: readonly AuthorityMention[],
) => {
  const last = own.findLast(({ end }) => end <= start)
  return (
    /\b(?:cette derniere|ce dernier|celle-ci|celui-ci|the latter)\b/.test(plain) &&
    last !== undefined &&
    !parties.some((party) => isSameParty(party, last))
  )
}

// « Nous songeons à Terrassa. En attendant, les cyclistes iront à Crailsheim. »: a sentence that names only the partner of another tie.
export function isOfOthers(
  { start, end }: Sentence,
  tie: StatedTie,
  ties: readonly StatedTie[],
  own: readonly AuthorityMention[],
  owner: AuthorityMention | null,
): boolean {
  const named = own.filter((each) => each.start >= start && each.end <= end)
  const isIn = (parties: readonly AuthorityMention[]) =>
    named.some(
      (mention) =>
        parties.some((party) => isSameParty(party, mention)) && !(owner && isSameParty(owner, mention)),
    )
  return !isIn(tie.parties) && ties.some(({ parties }) => isIn(parties))
}

const isAbroad = ({ country }: AuthorityMention) => country !== null && country !== 'KR'
