import type { SheetName } from '../../../../platform/documents/sheet.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import { shortNames } from '../../../directory/index.ts'
import { languageOf } from '../../sides.ts'
import { joined, type Speaker } from '../speaker.ts'

interface Named {
  country: string
  name: LocalizedName
  shortName: LocalizedName
  machineNames?: readonly string[]
}

/** A name for the reader, official where it is in their language; beneath, official in its own and the other side's. */
export function sheetName(speaker: Speaker, named: Named, countries: readonly string[]): SheetName {
  const { machineNames = [] } = named
  const main = speaker.name(readersName(speaker, named), { machineNames })
  const languages = new Set([named.country, ...countries].map(languageOf).filter((language) => language !== speaker.reader.language))
  const seen = new Set([textOf(main)])
  const others = [...languages].flatMap((language) => {
    const text = named.name[language]
    if (!text || seen.has(text)) return []
    seen.add(text)
    return [speaker.name(named.name, { language, machineNames })]
  })
  return { main, own: joined(others, ' · ') }
}

/** « 이천시 » for Koreans, « Icheon » for everybody else: one's own authorities are called in full. */
export function readersName({ reader }: Speaker, named: Pick<Named, 'country' | 'name' | 'shortName'>): LocalizedName {
  return languageOf(named.country) === reader.language ? named.name : shortNames(named)
}

const textOf = (passage: { text: string }[]) => passage.map(({ text }) => text).join('')
