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

/** A name as the reader writes it; beneath, its official name in its own language and in those of the other side. */
export function sheetName(speaker: Speaker, named: Named, countries: readonly string[]): SheetName {
  const { machineNames = [] } = named
  const main = speaker.name(shortNames(named), { machineNames })
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

const textOf = (passage: { text: string }[]) => passage.map(({ text }) => text).join('')
