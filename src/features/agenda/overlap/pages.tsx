import type { FastifyInstance } from 'fastify'
import { describeDate, zoneOf } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import {
  type FormState,
  type FormValues,
  readForm,
  readValues,
  typedValue,
} from '../../../platform/input/form.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Choice } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FieldGroup } from '../../../ui/form/field-group.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { ClockLines } from '../../../ui/text/clock-lines.tsx'
import { clockLines } from '../../../ui/text/clock-text.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type Network,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { paths as eventPaths } from '../events/paths.ts'
import { paths } from '../paths.ts'
import { type Assessment, assessPlannedDate } from '../planning/planned-date.ts'
import { listSides } from '../planning/queries.ts'
import { gradeWords } from '../planning/warning-words.ts'
import { mayAskForDate } from '../policy.ts'
import { slotWritten } from '../polls/making/slot-values.ts'
import { paths as pollPaths } from '../polls/paths.ts'
import { commonSlots, type Slot, usualHours } from './slots.ts'
import { hoursIn, namesOf, overlapForm } from './typed-period.ts'

const mostCountries = 6
const hours = Array.from({ length: mostCountries }, (_, index) => namesOf(index)).flat()
const parameters = ['from', 'to', ...hours, 'now']

/** When the offices of all sides are open at once, for members who look for a date. */
export function addOverlapRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...cachedByNetwork(parameters), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })
  pages.get('/:language/:network/agenda/overlap', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const sent = readValues(request.query)
    const values = { ...usual(visit), ...sent }
    const form = 'from' in sent ? readForm(overlapForm(network.countries), values) : null
    return renderNetworkPage(visit, {
      status: form?.valid === false ? 422 : 200,
      title: reader.t('agenda.overlap.title'),
      description: reader.t('agenda.overlap.lead'),
      path: '/agenda/overlap',
      noindex: form !== null,
      children: (
        <OverlapPage
          network={network}
          countries={byOwnSide(reader, network.countries)}
          form={{ values, errors: form && !form.valid ? form.errors : [] }}
          found={form?.valid ? await findSlots(visit, form.data) : null}
          mayAsk={mayAskForDate(context.actor, network.id)}
        />
      ),
    })
  })
}

// The usual hours of every side, and a fortnight from tomorrow on.
function usual({ context, network }: NetworkRequest): FormValues {
  const tomorrow = Temporal.PlainDate.from(context.today).add({ days: 1 })
  return Object.assign(
    { from: tomorrow.toString(), to: tomorrow.add({ days: 13 }).toString() },
    ...network.countries.map((_, index) => {
      const [opens, closes] = namesOf(index)
      return { [opens]: usualHours.from, [closes]: usualHours.to }
    }),
  )
}

async function findSlots(
  { context, network }: NetworkRequest,
  typed: { from: string; to: string },
): Promise<FoundSlot[]> {
  const { from, to } = typed
  const { countries } = network
  const known = { knownOn: context.today, networkId: network.id }
  const sides = await listSides(context, { countries, from, to, ...known })
  const offices = sides.map((side, index) => ({
    side,
    zone: zoneOf(side.country),
    hours: hoursIn(typed, index),
  }))
  return commonSlots(offices, from, to).map((slot) => ({
    ...slot,
    assessment: assessPlannedDate(slot, sides),
  }))
}

interface FoundSlot extends Slot {
  /** The remarks of the sides' calendars on it. */
  assessment: Assessment
}

interface OverlapPageProps {
  network: Network
  /** Whose clocks, in this order. */
  countries: readonly string[]
  form: FormState
  /** Null before the first search. */
  found: readonly FoundSlot[] | null
  /** Whether the reader may make a poll from the slots. */
  mayAsk: boolean
}

/** A form for days and office hours, and the slots in which all offices are open: those that are ticked become a poll. */
function OverlapPage(props: OverlapPageProps) {
  const reader = useReader()
  const { network, form, found } = props
  const { t } = reader
  return (
    <>
      <ErrorList form={form} />
      <PageHeading
        kicker={<a href={eventPaths.agenda(reader, network.slug)}>{t('agenda.list.title')}</a>}
        lead={<p>{t('agenda.overlap.lead')}</p>}
      >
        {t('agenda.overlap.title')}
      </PageHeading>
      {found === null ? null : (
        <Section id="slots" title={t('agenda.overlap.found', { count: found.length })}>
          {found.length === 0 ? (
            <EmptyState title={t('agenda.overlap.none')} why={t('agenda.overlap.noneWhy')} />
          ) : (
            <SlotList
              network={network.slug}
              countries={props.countries}
              slots={found}
              zone={zoneOf(props.countries[0] ?? '')}
              mayAsk={props.mayAsk}
            />
          )}
          <p class="quiet">
            {t('agenda.check.knownOn', { day: describeDate(reader.today, reader.interfaceLanguage) })}
          </p>
        </Section>
      )}
      <PeriodForm network={network} form={form} />
    </>
  )
}

function PeriodForm({ network, form }: Pick<OverlapPageProps, 'network' | 'form'>) {
  const reader = useReader()
  const { t } = reader
  const time = (name: string, label: string) => (
    <Field name={name} label={label} required>
      {(control) => <input {...control} type="time" value={typedValue(form.values, name)} />}
    </Field>
  )
  return (
    <form class="form" method="get" action={paths.overlap(reader, network.slug)} novalidate>
      {reader.now ? <input type="hidden" name="now" value={reader.now} /> : null}
      <FormFields form={form}>
        <div class="minutes-hours">
          <DayField
            name="from"
            label={t('agenda.overlap.from')}
            value={typedValue(form.values, 'from')}
            required
          />
          <DayField name="to" label={t('agenda.overlap.to')} value={typedValue(form.values, 'to')} required />
        </div>
        {network.countries.map((country, index) => {
          const [opens, closes] = namesOf(index)
          return (
            <fieldset key={country} class="part">
              <legend>{t('agenda.overlap.office', { country: countryName(reader, country) })}</legend>
              <div class="minutes-hours">
                {time(opens, t('agenda.overlap.opens'))}
                {time(closes, t('agenda.overlap.closes'))}
              </div>
            </fieldset>
          )
        })}
      </FormFields>
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('agenda.overlap.submit')}
        </button>
      </p>
    </form>
  )
}

interface SlotListProps {
  network: string
  countries: readonly string[]
  slots: readonly FoundSlot[]
  zone: string
  mayAsk: boolean
}

/** Slots on every side’s clock, to read or to choose from. */
function SlotList(props: SlotListProps) {
  const reader = useReader()
  const { network, countries, slots, zone, mayAsk } = props
  const { t } = reader
  const remarks = ({ assessment }: FoundSlot) =>
    assessment.grade === 'clear' ? null : gradeWords(reader, countries, assessment)
  if (!mayAsk)
    return (
      <ul class="poll-slots">
        {slots.map((slot) => (
          <li key={slot.start.toString()}>
            <ClockLines countries={countries} hours={hoursOf(slot, zone)} />
            {remarks(slot) ? <p class="quiet">{remarks(slot)}</p> : null}
          </li>
        ))}
      </ul>
    )
  return (
    <form method="get" action={`/${reader.language}/${network}/agenda/polls/new`} class="form">
      <FieldGroup name="slot" label={t('agenda.overlap.choose')} hint={t('agenda.overlap.chooseHint')} isPart>
        <div class="choices">
          {slots.map((slot) => (
            <Choice
              key={slot.start.toString()}
              name="slot"
              option={{
                value: slotWritten(slot),
                label: clockLines(reader, { countries, hours: hoursOf(slot, zone) }).map((line) => (
                  <span key={line} class="poll-line">
                    {line}
                  </span>
                )),
                hint: remarks(slot),
              }}
              type="checkbox"
              isChosen={false}
            />
          ))}
        </div>
      </FieldGroup>
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('agenda.overlap.poll')}
        </button>{' '}
        <a href={pollPaths.polls(reader, network)}>{t('agenda.polls.title')}</a>
      </p>
    </form>
  )
}

function hoursOf({ start, end }: FoundSlot, zone: string) {
  return { startsAt: new Date(start.epochMilliseconds), endsAt: new Date(end.epochMilliseconds), zone }
}
