import { cityOf, zoneOf } from '../../../platform/dates/index.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../ui/reader.tsx'

/** An instant on the clock of a country, with the city of that clock: `mardi 3 nov. 2026, 09:00 Paris`. */
export function LocalMoment({ country, at }: { country: string; at: Date }) {
  const reader = useReader()
  const zone = zoneOf(country)
  const words = new Intl.DateTimeFormat(
    reader.interfaceLanguage === 'en' ? 'en-GB' : reader.interfaceLanguage,
    {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
  ).format(at)
  return (
    <time datetime={at.toISOString()}>
      {words} {chooseName(cityOf(zone), reader.language).text}
    </time>
  )
}
