import { fold } from '../../../platform/search/index.ts'
import { writtenOut } from '../../directory/gazetteer/index.ts'

/**
 * A key that spellings of one name share: « München » and « Muenchen », « Saint-Gall » and « St. Gall », « City of Cracow » and «
 * Krakow », « Kleindorf a. M. » and « Kleindorf am Main ». Whether two names are the same is for a person to decide.
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

/** Letters with two spellings in offices, replaced in this order. */
const respelled: readonly [RegExp, string][] = [
  [/([aou])e(?=[^aeiou]|$)/g, '$1'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|[cq]/g, 'k'],
  [/[jy]/g, 'i'],
  [/w/g, 'v'],
  [/(\p{L})\1/gu, '$1'],
]
