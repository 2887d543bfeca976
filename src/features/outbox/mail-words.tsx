import type { Application } from '../../platform/http/application.ts'
import { writeDay } from '../../platform/i18n/formatters.ts'
import type { InterfaceLanguage } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { StoredMail } from '../../platform/mail/stored-mail.ts'
import { useReader } from '../../ui/reader.tsx'
import { TwoClocks } from '../../ui/text/two-clocks.tsx'
import { countryName } from '../directory/index.ts'
import type { Network } from '../networks/index.ts'
import { stateOf } from './outbox-filter.ts'

/** Name and address, as far as there is a name. */
export function Recipient({ mail }: { mail: Pick<StoredMail, 'toName' | 'toAddress'> }) {
  return (
    <span class="mail-words mail-recipient">
      {mail.toName ? (
        <>
          {mail.toName}
          <br />
        </>
      ) : null}
      <span class="quiet">{mail.toAddress}</span>
    </span>
  )
}

/** A kind of mail as its feature calls it; the code of one that no feature knows any more. */
export function kindInWords(reader: Reader, kindWords: Application['mailKinds'], kind: string): string {
  const key = kindWords[kind]
  return key ? reader.t(key) : kind
}

const signs = { waiting: '…', retrying: '↻', sent: '✓', failed: '!', returned: '↩' } as const

/** The state of a mail: a sign and a word. */
export function MailStateMark({
  mail,
}: {
  mail: Pick<StoredMail, 'sentAt' | 'failedAt' | 'lastError' | 'returnedAt'>
}) {
  const reader = useReader()
  const state = stateOf(mail)
  return (
    <span class={`mail-state mail-${state}`}>
      <span class="mail-sign" aria-hidden="true">
        {signs[state]}
      </span>
      {reader.t(`outbox.state.${state}`)}
    </span>
  )
}

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

interface LocalTime {
  /** Null for the shared clock (UTC). */
  country: string | null
  day: string
  time: string
  /** For machines, with its offset. */
  datetime: string
  /** How many days this clock is ahead of the first one, or behind. */
  shift: number
}

/**
 * An instant on the clocks of some countries, in their order. A country with several zones has no clock of its own here; if none has one,
 * the clock is UTC.
 */
function localTimes(at: Date, countries: readonly string[], language: InterfaceLanguage): LocalTime[] {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime())
  const sides = countries.flatMap((country) => {
    const [zone, ...others] = new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []
    return zone !== undefined && others.length === 0 ? [{ country, zone }] : []
  })
  const [first, ...rest] = sides.length > 0 ? sides : [{ country: null, zone: 'UTC' }]
  const firstDay = instant.toZonedDateTimeISO(first?.zone ?? 'UTC').toPlainDate()
  return [first, ...rest].flatMap((side) => {
    if (side === undefined) return []
    const local = instant.toZonedDateTimeISO(side.zone)
    return {
      country: side.country,
      day: writeDay(language, local.toPlainDate(), dayShape),
      time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
      datetime: local.toString({ smallestUnit: 'second', timeZoneName: 'never' }),
      shift: firstDay.until(local.toPlainDate(), { largestUnit: 'days' }).days,
    }
  })
}

const dayShape = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
