import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { countryName } from '../../../directory/index.ts'
import { daysInWords } from '../../planning/day-words.ts'
import type { Closure } from './day-notes.ts'

/** Long closures in words: `Administrations coréennes fermées (30 sept.–9 oct.)`. */
export function Closures({ closures }: { closures: readonly Closure[] }) {
  const reader = useReader()
  if (closures.length === 0) return null
  return (
    <ul class="closures">
      {closures.map(({ country, from, to }) => (
        <li key={`${country} ${from}`} class="attention">
          {capitalized(
            reader.t('agenda.warning.closed', {
              country,
              name: countryName(reader, country),
              days: daysInWords(reader, from, to),
            }),
            reader.interfaceLanguage,
          )}
        </li>
      ))}
    </ul>
  )
}
