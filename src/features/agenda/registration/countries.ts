import { iso31661 } from 'iso-3166'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { byOwnSide, countryName } from '../../directory/index.ts'

/** Every country by name, those of the network first, the reader’s own side before the others. */
export function countryOptions(
  reader: Reader,
  ofNetwork: readonly string[],
): { value: string; label: string }[] {
  const others = iso31661.map(({ alpha2 }) => alpha2).filter((code) => !ofNetwork.includes(code))
  const option = (code: string) => ({ value: code, label: countryName(reader, code) })
  const collator = new Intl.Collator(reader.interfaceLanguage)
  return [
    ...byOwnSide(reader, ofNetwork).map(option),
    ...others.map(option).toSorted((a, b) => collator.compare(a.label, b.label)),
  ]
}
