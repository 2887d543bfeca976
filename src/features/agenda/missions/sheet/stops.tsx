import { instantOf, readEdtf } from '../../../../platform/dates/index.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { EventDate } from '../../events/views/event-date.tsx'
import type { MissionItem, MissionStop } from '../document/schema.ts'
import { paths } from '../paths.ts'
import { stopName } from '../stop-name.ts'
import type { Sheet } from './queries.ts'

interface StopsProps {
  network: Network
  sheet: Sheet
}

/** The stops in their order: where and when, the counterparts, what is planned. */
export function Stops({ network, sheet: { mission, refs } }: StopsProps) {
  const reader = useReader()
  return (
    <ol class="mission-stops">
      {mission.stops.map((stop, index) => {
        const { text, language } = stopName(reader, stop, refs, index + 1)
        const isBoth = stop.placeId !== null && Object.keys(stop.place).length > 0
        return (
          <li key={stop.id}>
            <h3 {...languageAttributes(reader, language)}>{text}</h3>
            {isBoth ? <Passage text={stop.place} /> : null}
            {stop.when === null ? null : <StopDate countries={network.countries} stop={stop} />}
            {stop.counterparts.length === 0 ? null : (
              <p>
                <span class="quiet">{reader.t('agenda.mission.meets')}</span>{' '}
                {stop.counterparts.map((each, place) => (
                  <span key={each.id}>
                    {place === 0 ? '' : ', '}
                    <Named network={network.slug} refs={refs} {...each} />
                  </span>
                ))}
              </p>
            )}
            <Programme countries={network.countries} stop={stop} />
          </li>
        )
      })}
    </ol>
  )
}

interface StopProps {
  countries: readonly string[]
  stop: MissionStop
}

function StopDate({ countries, stop }: StopProps) {
  const at = (instant: string | null) => (instant === null ? null : new Date(instant))
  const { when: happens, words, zone } = stop
  const event = { happens, words, startsAt: at(stop.startsAt), endsAt: at(stop.endsAt), zone }
  return (
    <div>
      <EventDate countries={countries} event={event} />
    </div>
  )
}

function Programme({ countries, stop }: StopProps) {
  const reader = useReader()
  if (stop.programme.length === 0) return null
  return (
    <ul class="mission-programme">
      {stop.programme.map((item) => (
        <li key={item.id}>
          <ItemTime countries={countries} stop={stop} item={item} />
          <div>
            <Passage text={item.title} as="span" />
            {item.language === null ? null : (
              <span class="tag">{languageInWords(reader, item.language)}</span>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

// On every side’s clock where day, hour and zone are known; else what is known of them.
function ItemTime({ countries, stop, item }: StopProps & { item: MissionItem }) {
  const reader = useReader()
  const day = item.day ?? onlyDay(stop.when)
  const { start, end } = item
  if (day !== null && start !== null && stop.zone !== null) {
    const at = (time: string, zone: string) => new Date(instantOf(day, time, zone).epochMilliseconds)
    const endsAt = end === null ? null : at(end, stop.zone)
    return (
      <div class="mission-time">
        {clockWords(reader, {
          countries,
          hours: { startsAt: at(start, stop.zone), endsAt, zone: stop.zone },
        })}
      </div>
    )
  }
  const hours = start === null ? '' : end === null ? start : `${start}–${end}`
  return (
    <div class="mission-time">
      {[item.day === null ? '' : dayWords(reader, item.day), hours].filter(Boolean).join(', ')}
    </div>
  )
}

function onlyDay(when: string | null): string | null {
  if (when === null) return null
  const { from, to, precision } = readEdtf(when)
  return from === to && precision === 'day' ? from : null
}

interface NamedProps {
  network: string
  refs: Sheet['refs']
  organisationId: string | null
  /** Its name where the directory lacks it, or words beside its name there. */
  organisationWords: string
}

/** An organisation of the directory with a link to its page, and the words given for it; nothing if neither is known. */
export function Named({ network, refs, organisationId, organisationWords }: NamedProps) {
  const reader = useReader()
  const ref = refs.get(organisationId ?? '')
  if (!ref) return organisationWords === '' ? null : organisationWords
  return (
    <>
      <a href={paths.organisation(reader, network, ref.slug)}>
        <Name name={shortNames(ref)} own={languageOf(ref.country)} />
      </a>
      {organisationWords === '' ? null : ` (${organisationWords})`}
    </>
  )
}
