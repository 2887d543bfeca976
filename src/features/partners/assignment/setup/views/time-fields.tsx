import { cityOf, type Hours } from '../../../../../platform/dates/index.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { RepeatedParts } from '../../../../../ui/form/repeated-parts.tsx'
import { ClockLines } from '../../../../../ui/text/clock-lines.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { byOwnSide } from '../../../../directory/index.ts'
import type { EventRequest } from '../../call.ts'
import { spanOfHours } from '../../hours/slots.ts'
import { TypedField } from '../../views/typed-field.tsx'
import type { SetupPageProps } from './setup-page.tsx'

/** On which days and between which hours the meetings are, and how long each. */
export function TimeFields(props: SetupPageProps) {
  const { asked, shown, zones } = props
  const { reader } = asked
  const { t } = reader
  const chosen = typedValue(shown.values, 'zone')
  return (
    <Section id="times" title={t('partners.assignment.times')}>
      <ChoiceField
        name="zone"
        label={t('partners.assignment.zone')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
        required
      />
      <RepeatedParts
        name="hours"
        label={t('partners.assignment.hours')}
        level={3}
        hint={t('partners.assignment.hoursHint')}
        titleOf={(index) => t('partners.assignment.hoursPart', { number: index + 1 })}
        addLabel={t('partners.assignment.addHours')}
      >
        {(prefix) => <HoursFields {...props} prefix={prefix} />}
      </RepeatedParts>
      <TypedField
        shown={shown}
        name="slotMinutes"
        type="number"
        label={t('partners.assignment.slotMinutes')}
        hint={t('partners.assignment.slotMinutesHint')}
      />
      <TypedField
        shown={shown}
        name="breakMinutes"
        type="number"
        label={t('partners.assignment.breakMinutes')}
        hint={t('partners.assignment.breakMinutesHint')}
      />
    </Section>
  )
}

function HoursFields({ asked, shown, prefix }: SetupPageProps & { prefix: string }) {
  const { reader, network } = asked
  const { t } = reader
  const clocks = savedHours(asked, shown, prefix)
  const field = (name: 'day' | 'from' | 'to', type: 'date' | 'time', label: string) => (
    <TypedField shown={shown} name={`${prefix}.${name}`} type={type} label={label} />
  )
  return (
    <>
      <div class="minutes-hours">
        {field('day', 'date', t('partners.assignment.day'))}
        {field('from', 'time', t('partners.assignment.from'))}
        {field('to', 'time', t('partners.assignment.to'))}
        <ChoiceField
          name={`${prefix}.ends`}
          label={t('partners.assignment.ends')}
          options={[
            { value: '', label: t('partners.assignment.ends.sameDay') },
            { value: 'nextDay', label: t('partners.assignment.ends.nextDay') },
          ]}
          isFolded
          isPart
        />
      </div>
      {clocks === null ? null : (
        <div class="saved-hours">
          <p class="quiet">{t('partners.assignment.savedHours')}</p>
          <ClockLines countries={byOwnSide(reader, network.countries)} hours={clocks} />
        </div>
      )}
    </>
  )
}

// What was saved on every clock, as long as nothing else is typed: past midnight, the day is not the same for everybody.
function savedHours({ ground }: EventRequest, { values }: Shown, prefix: string): Hours | null {
  const zone = typedValue(values, 'zone')
  const [day, from, to, ends] = ['day', 'from', 'to', 'ends'].map((each) =>
    typedValue(values, `${prefix}.${each}`),
  )
  const saved = ground?.session.hours.find(
    (each) =>
      each.day === day && each.from === from && each.to === to && (each.endsOn === day) === (ends === ''),
  )
  return saved && zone === ground?.session.zone ? { ...spanOfHours(saved, zone), zone } : null
}
