import type { Reader } from '../../../platform/i18n/reader.ts'
import { TwoClocks } from '../../../ui/text/two-clocks.tsx'
import { countryName } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { localTimes } from '../local-times.ts'

interface MailMomentProps {
  reader: Reader
  network: Network
  at: Date
}

/** When something happened to a mail, on the clock of each country of the group. */
export function MailMoment({ reader, network, at }: MailMomentProps) {
  const times = localTimes(at, network.countries, reader.interfaceLanguage)
  return (
    <span class="mail-moment">
      <TwoClocks
        reader={reader}
        day={times[0]?.day ?? ''}
        clocks={times.map(({ country, time, datetime, shift }) => ({
          time,
          datetime,
          place: country === null ? 'UTC' : countryName(reader, country),
          shift:
            shift === 0
              ? undefined
              : reader.t('outbox.moment.shift', { days: shift > 0 ? `+${shift}` : `−${-shift}` }),
        }))}
      />
    </span>
  )
}
