import type { NetworkPart } from '../../../platform/http/network-part.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { isKnownPeriod } from '../holidays/holiday.ts'
import { paths } from '../paths.ts'
import { weekdayInWords } from './day-words.ts'
import { listSides } from './queries.ts'
import { dayAfter, daysFrom, daysOffOn, furthestDays, type Side } from './side.ts'

const mostNext = 3

/** The next holidays of each country, on the page of the group, with a link to all of them. */
export const calendarOfGroup: NetworkPart = {
  place: 'group',
  render: async ({ context, reader, network }) => {
    const { today } = context
    if (!isKnownPeriod(today, today)) return null
    const sides = await listSides(context, {
      countries: network.countries,
      from: today,
      to: today,
      knownOn: today,
      networkId: network.id,
    })
    return (
      <Section id="calendar" title={reader.t('agenda.part.title')}>
        <FactList
          facts={byOwnSide(reader, network.countries).map((country) => ({
            term: countryName(reader, country),
            detail: nextHolidays(reader, sides, country) || reader.t('agenda.part.none'),
          }))}
        />
        <p>
          <a href={paths.holidays(reader, network.slug)}>{reader.t('agenda.holidays.all')}</a>
          {' · '}
          <a href={paths.checkDate(reader, network.slug)}>{reader.t('agenda.check.title')}</a>
        </p>
      </Section>
    )
  },
}

function nextHolidays(reader: Reader, sides: readonly Side[], country: string): string {
  const side = sides.find((each) => each.country === country)
  if (!side) return ''
  return daysFrom(reader.today, dayAfter(reader.today, furthestDays))
    .flatMap((day) => daysOffOn(side, day).map(({ name }) => ({ day, name })))
    .slice(0, mostNext)
    .map(({ day, name }) => `${weekdayInWords(reader, day)} ${chooseName(name, reader.language).text}`)
    .join(' · ')
}
