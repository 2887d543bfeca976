import { describeDate } from '../../../../platform/dates/index.ts'
import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { Slot } from '../../overlap/slots.ts'
import { paths } from '../../paths.ts'
import type { Assessment, PlannedTime } from '../planned-date.ts'
import { AssessmentNotice } from './assessment-notice.tsx'
import { CheckForm } from './check-form.tsx'

export interface CheckedDate {
  planned: PlannedTime
  zone: string
  assessment: Assessment
  /** When everybody's offices are open on these days. */
  slots: readonly Slot[]
}

interface CheckPageProps {
  network: Network
  values: FormValues
  errors: readonly FieldError[]
  checked: CheckedDate | null
}

/** A form for a date, and what stands in its way. */
export function CheckPage({ network, values, errors, checked }: CheckPageProps) {
  const reader = useReader()
  const { t } = reader
  const messages = errors.map(({ field, message }) => ({ field, message: message(t) }))
  return (
    <>
      <FormErrors errors={messages} />
      <PageHeading
        kicker={<a href={paths.holidays(reader, network.slug)}>{t('agenda.holidays.all')}</a>}
        lead={<p>{t('agenda.check.lead')}</p>}
      >
        {t('agenda.check.title')}
      </PageHeading>
      {checked ? <CheckResult network={network} checked={checked} /> : null}
      <CheckForm network={network} values={values} />
    </>
  )
}

function CheckResult({
  network,
  checked: { planned, zone, assessment, slots },
}: {
  network: Network
  checked: CheckedDate
}) {
  const reader = useReader()
  const { t } = reader
  const order = byOwnSide(reader, network.countries)
  return (
    <Section id="result" title={t('agenda.check.result')}>
      {'start' in planned ? <ClockLines countries={order} hours={hoursOf(planned, zone)} /> : null}
      <AssessmentNotice countries={network.countries} assessment={assessment} />
      <p>{t('agenda.check.knownOn', { day: describeDate(reader.today, reader.interfaceLanguage) })}</p>
      <h3>{t('agenda.check.slots')}</h3>
      {slots.length === 0 ? <p>{t('agenda.check.noSlots')}</p> : null}
      <p>
        <a href={paths.overlap(reader, network.slug)}>{t('agenda.overlap.title')}</a>
      </p>
      {slots.slice(0, mostSlots).map(({ start, end }) => (
        <ClockLines key={start.toString()} countries={order} hours={hoursOf({ start, end }, zone)} />
      ))}
    </Section>
  )
}

const mostSlots = 10

function hoursOf({ start, end }: Extract<PlannedTime, { start: Temporal.Instant }>, zone: string) {
  return {
    startsAt: new Date(start.epochMilliseconds),
    endsAt: end && new Date(end.epochMilliseconds),
    zone,
  }
}
