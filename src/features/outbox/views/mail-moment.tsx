import { useReader } from '../../../ui/reader.tsx'
import { TwoClocks } from '../../../ui/text/two-clocks.tsx'
import { countryName } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { localTimes } from '../local-times.ts'

interface MailMomentProps {
  network: Network
  at: Date
}

/** When something happened to a mail, on the clock of each country of the group. */
export function MailMoment({ network, at }: MailMomentProps) {
  const reader = useReader()
  const times = localTimes(at, network.countries, reader.interfaceLanguage)
  return (
    <span class="mail-moment">
      <TwoClocks
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
