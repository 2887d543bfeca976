import { describeDate, zoneOf } from '../../../../platform/dates/index.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import { knownPeriod } from '../../holidays/known-period.ts'
import { paths } from '../../paths.ts'
import type { Assessment } from '../../planning/planned-date.ts'
import type { Slot } from '../slots.ts'
import { namesOf } from '../typed-period.ts'
import { SlotList } from './slot-list.tsx'

export interface FoundSlot extends Slot {
  /** What the calendars of the sides remark of it. */
  assessment: Assessment
}

interface OverlapPageProps {
  network: Network
  /** Whose clocks, in this order. */
  countries: readonly string[]
  form: FormState
  /** Null before anybody has looked for some. */
  found: readonly FoundSlot[] | null
  /** Whether the reader may make a poll of what is found. */
  mayAsk: boolean
}

/** A form for days and office hours, and the slots in which all offices are open: those that are ticked become a poll. */
export function OverlapPage(props: OverlapPageProps) {
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
  const field = (name: string, label: string, type: 'date' | 'time') => (
    <Field name={name} label={label} required>
      {(control) => (
        <input
          {...control}
          type={type}
          value={typedValue(form.values, name)}
          {...(type === 'date' ? { min: knownPeriod.from, max: knownPeriod.to } : {})}
        />
      )}
    </Field>
  )
  return (
    <form class="form" method="get" action={paths.overlap(reader, network.slug)} novalidate>
      {reader.now ? <input type="hidden" name="now" value={reader.now} /> : null}
      <FormFields form={form}>
        <div class="minutes-hours">
          {field('from', t('agenda.overlap.from'), 'date')}
          {field('to', t('agenda.overlap.to'), 'date')}
        </div>
        {network.countries.map((country, index) => {
          const [opens, closes] = namesOf(index)
          return (
            <fieldset key={country} class="part">
              <legend>{t('agenda.overlap.office', { country: countryName(reader, country) })}</legend>
              <div class="minutes-hours">
                {field(opens, t('agenda.overlap.opens'), 'time')}
                {field(closes, t('agenda.overlap.closes'), 'time')}
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
