import type { Passage, SheetName } from '../../../../platform/documents/sheet.ts'
import { joined, type Speaker } from '../../../../platform/documents/speaker.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import { shortNames } from '../../../directory/index.ts'

interface Named {
  country: string
  kind: string
  name: LocalizedName
  shortName: LocalizedName
  machineNames?: readonly string[]
}

/** A name for the reader; beneath, in its own language, and in the other side’s if that is another script. */
export function sheetName(speaker: Speaker, named: Named, countries: readonly string[]): SheetName {
  const { machineNames = [] } = named
  const main = speaker.name(readersName(speaker, named), { machineNames })
  const own = languageOf(named.country)
  const languages = new Set(
    [own, ...countries.map(languageOf)].filter((language) => language !== speaker.reader.language),
  )
  const seen = new Set([textOf(main)])
  const others = [...languages].flatMap((language) => {
    const text = named.name[language]
    if (!text || seen.has(text) || (language !== own && isLatin(text) === isLatin(textOf(main)))) return []
    seen.add(text)
    return [speaker.name(named.name, { language, machineNames })]
  })
  return { main, own: joined(others, ' · ') }
}

/** « 이천시 » for Koreans, « Icheon » for others: readers call their own authorities in full, and everyone does so with communes. */
export function readersName(
  { reader }: Speaker,
  named: Pick<Named, 'country' | 'kind' | 'name' | 'shortName'>,
): LocalizedName {
  const isFull = languageOf(named.country) === reader.language || named.kind === 'commune'
  return isFull ? named.name : shortNames(named)
}

const textOf = (passage: Passage) => passage.map(({ text }) => text).join('')
const isLatin = (text: string) => /\p{Script=Latin}/u.test(text)
