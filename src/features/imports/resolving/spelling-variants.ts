import { fold } from '../../../platform/search/index.ts'
import { writtenOut } from '../../directory/gazetteer/index.ts'

/**
 * What two spellings of one name have in common: « München » and « Muenchen », « Saint-Gall » and « St. Gall », « City of Cracow » and
 * « Krakow », « Kleindorf a. M. » and « Kleindorf am Main ». Whether they are one and the same is for somebody to say.
 */
export function variantKey(name: string): string {
  const [full = fold(name)] = writtenOut(name)
  const words = full
    .replaceAll(generic, ' ')
    .replaceAll(/\b(?:saint|sankt|sint|santa|santo|sainte|san|ste)\b/g, 'st')
  return respelled
    .reduce((text, [from, to]) => text.replaceAll(from, to), words)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const generic =
  /\b(?:city|town|municipality|commune|ville|village|stadt|gemeinde|comune|municipio|ayuntamiento|the|of|de|du|des|la|le|les|di|del)\b/g

/** Letters that offices write one way or the other, in this order. */
const respelled: readonly [RegExp, string][] = [
  [/([aou])e(?=[^aeiou]|$)/g, '$1'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|[cq]/g, 'k'],
  [/[jy]/g, 'i'],
  [/w/g, 'v'],
  [/(\p{L})\1/gu, '$1'],
]
