import type { FastifyInstance } from 'fastify'
import { cityOf, describeDate, zoneOf, zonesFor } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormState, readForm, readValues, typedValue } from '../../../platform/input/form.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { ClockLines } from '../../../ui/text/clock-lines.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { byOwnSide } from '../../directory/index.ts'
import { findOwnZone } from '../../directory/picking/index.ts'
import { cachedByNetwork, loadNetworkRequest, type Network, renderNetworkPage } from '../../networks/index.ts'
import { commonSlots, type Slot, usualHours } from '../overlap/slots.ts'
import { paths } from '../paths.ts'
import { AssessmentNotice } from './assessment-notice.tsx'
import { type Assessment, assessPlannedDate, type PlannedTime } from './planned-date.ts'
import { listSides } from './queries.ts'
import { plannedDateForm, plannedTimeOf } from './typed-date.ts'

const parameters = ['day', 'to', 'start', 'end', 'zone', 'now']

/** Shows what conflicts with a date that a member considers, before anything is written. */
export function addPlanningRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...cachedByNetwork(parameters), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })
  pages.get('/:language/:network/agenda/check', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const zone = await findOwnZone(context, reader, network)
    const values = { zone, ...readValues(request.query) }
    const form = 'day' in values ? readForm(plannedDateForm, values) : null
    const checked = form?.valid ? await check(form.data) : null
    return renderNetworkPage(visit, {
      status: form?.valid === false ? 422 : 200,
      title: reader.t('agenda.check.title'),
      description: reader.t('agenda.check.lead'),
      path: '/agenda/check',
      noindex: form !== null,
      children: (
        <CheckPage
          network={network}
          form={{ values, errors: form && !form.valid ? form.errors : [] }}
          checked={checked}
        />
      ),
    })

    async function check(typed: Parameters<typeof plannedTimeOf>[0]): Promise<CheckedDate> {
      const planned = plannedTimeOf(typed)
      const { countries } = network
      const period = { from: typed.day, to: typed.to }
      const sides = await listSides(context, {
        countries,
        ...period,
        knownOn: context.today,
        networkId: network.id,
      })
      const offices = sides.map((side) => ({ side, zone: zoneOf(side.country), hours: usualHours }))
      return {
        planned,
        zone: typed.zone,
        assessment: assessPlannedDate(planned, sides),
        slots: commonSlots(offices, typed.day, typed.to),
      }
    }
  })
}

interface CheckedDate {
  planned: PlannedTime
  zone: string
  assessment: Assessment
  /** When everybody's offices are open on these days. */
  slots: readonly Slot[]
}

interface CheckPageProps {
  network: Network
  form: FormState
  checked: CheckedDate | null
}

/** A form for a date, and what conflicts with it. */
function CheckPage({ network, form, checked }: CheckPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ErrorList form={form} />
      <PageHeading
        kicker={<a href={paths.holidays(reader, network.slug)}>{t('agenda.holidays.all')}</a>}
        lead={<p>{t('agenda.check.lead')}</p>}
      >
        {t('agenda.check.title')}
      </PageHeading>
      {checked ? <CheckResult network={network} checked={checked} /> : null}
      <CheckForm network={network} form={form} />
    </>
  )
}

// The day or days, and the hours on the clock of one side.
function CheckForm({ network, form }: Omit<CheckPageProps, 'checked'>) {
  const reader = useReader()
  const { t } = reader
  const time = (name: string, label: string) => (
    <Field name={name} label={label}>
      {(control) => <input {...control} type="time" value={typedValue(form.values, name)} />}
    </Field>
  )
  return (
    <form class="form" method="get" action={paths.checkDate(reader, network.slug)} novalidate>
      {reader.now ? <input type="hidden" name="now" value={reader.now} /> : null}
      <FormFields form={form}>
        <DayField name="day" label={t('agenda.check.day')} required />
        <DayField name="to" label={t('agenda.check.to')} />
        {time('start', t('agenda.check.start'))}
        {time('end', t('agenda.check.end'))}
        <ChoiceField
          name="zone"
          label={t('agenda.check.zone')}
          options={zonesFor(network.countries).map((zone) => ({
            value: zone,
            label: chooseName(cityOf(zone), reader.language).text,
          }))}
          required
        />
      </FormFields>
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('agenda.check.submit')}
        </button>
      </p>
    </form>
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
