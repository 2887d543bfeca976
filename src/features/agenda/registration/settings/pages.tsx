import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { cityOf, hourTrouble, instantOf, zonesFor } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, type FormValues, fieldError } from '../../../../platform/input/form.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { type EventRequest, loadKeeperRequest } from '../frame.tsx'
import { paths } from '../paths.ts'
import { promoteWaiting } from '../queue.commands.ts'
import { audiences, otherCountries, type Terms } from '../terms.ts'
import { countryWords } from '../terms-facts.tsx'
import { saveTerms } from './commands.ts'
import { QuestionParts } from './question-parts.tsx'
import { longestUse, questionValues, readQuestions, reminders, termsForm } from './schema.ts'

/** Where the holders of an event open registration for it, and set its terms. */
export function addSettingsRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/agenda/:slug/registration/terms', {
    open: loadKeeperRequest,
    title: (visit) => `${headingOf(visit)} · ${eventTitle(visit.reader, visit.event)}`,
    description: headingOf,
    path: ({ event }) => `/agenda/${event.slug}/registration/terms`,
    values: valuesOf,
    schema: (visit) => termsForm({ countries: countriesOf(visit), dataUse: visit.terms?.dataUse ?? {} }),
    lists: ['questions'],
    page: (visit, form) => {
      const { reader, network, event } = visit
      return (
        <>
          <PageHeading
            kicker={
              <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
            }
            lead={reader.t('agenda.registration.termsLead')}
          >
            {headingOf(visit)}
          </PageHeading>
          {form}
        </>
      )
    },
    fields: (visit, form) => (
      <>
        <UsualSubmit value="save" />
        <ErrorList form={form} />
        <TermsFields {...visit} />
      </>
    ),
    save: takeTerms,
  })
}

function headingOf({ reader, terms }: EventRequest): string {
  return reader.t(terms ? 'agenda.registration.terms' : 'agenda.registration.openIt')
}

async function takeTerms(
  { application, reader, network, event, writing, isKeeper, terms: before }: EventRequest,
  {
    isOpen,
    untilDay,
    untilTime,
    zone,
    countryPlaces,
    questions: typed,
    ...said
  }: z.output<ReturnType<typeof termsForm>>,
): Promise<string | FieldError[]> {
  const deadline = readDeadline(event, { untilDay, untilTime, zone })
  const questions = readQuestions(before?.questions ?? [], typed)
  if ('field' in deadline || 'errors' in questions)
    return [...('field' in deadline ? [deadline] : []), ...('errors' in questions ? questions.errors : [])]
  const terms: Terms = {
    ...said,
    ...deadline,
    ...questions,
    eventId: event.id,
    isOpen: isOpen === 'yes',
    countryPlaces: Object.fromEntries(
      Object.entries(countryPlaces).flatMap(([country, count]) => (count === null ? [] : [[country, count]])),
    ),
  }
  authorize(isKeeper)
  await inTransaction(writing, async (inside) => {
    await saveTerms(inside, network.id, terms)
    await promoteWaiting({ application, writing: inside, network, event }, terms)
  })
  return paths.list(reader, network.slug, event.slug)
}

function countriesOf({ network }: Pick<EventRequest, 'network'>): string[] {
  return [...network.countries, otherCountries]
}

function valuesOf({ terms, network, event }: EventRequest): FormValues {
  if (terms === null)
    return {
      isOpen: 'yes',
      forWhom: 'anybody',
      zone: event.zone ?? zonesFor(network.countries)[0] ?? 'UTC',
      keptMonths: '6',
      reminderDays: '3',
    }
  return {
    isOpen: terms.isOpen ? 'yes' : 'no',
    ...deadlineToType(terms),
    forWhom: terms.forWhom,
    places: terms.places === null ? '' : String(terms.places),
    ...Object.fromEntries(
      Object.entries(terms.countryPlaces).map(([country, count]) => [
        `countryPlaces.${country}`,
        String(count),
      ]),
    ),
    ...questionValues(terms.questions, network.languages),
    keptMonths: String(terms.keptMonths),
    reminderDays: terms.reminderDays === null ? '' : String(terms.reminderDays),
  }
}

function TermsFields({ network, event, terms }: EventRequest) {
  const { t } = useReader()
  return (
    <>
      <Section id="when" title={t('agenda.registration.whenAndWho')}>
        <ChoiceField
          name="isOpen"
          label={t('agenda.registration.isOpen')}
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`agenda.registration.isOpen.${value}`),
          }))}
          required
        />
        <Deadline network={network} event={event} />
        <ChoiceField
          name="forWhom"
          label={t('agenda.registration.forWhom')}
          options={audiences.map((value) => ({ value, label: t(`agenda.registration.audience.${value}`) }))}
          required
        />
      </Section>
      <Section id="places" title={t('agenda.registration.places')}>
        <PlacesFields countries={countriesOf({ network })} />
      </Section>
      <QuestionParts languages={network.languages} questions={terms?.questions ?? []} />
      <Section id="data" title={t('agenda.registration.dataTitle')}>
        <LocalizedField
          name="dataUse"
          label={t('agenda.registration.dataUse')}
          hint={t('agenda.registration.dataUseHint')}
          languages={network.languages}
          text={terms?.dataUse ?? {}}
          max={longestUse}
          rows={3}
          required
        />
        <Field
          name="keptMonths"
          type="number"
          label={t('agenda.registration.keptMonths')}
          hint={t('agenda.registration.keptMonthsHint')}
          required
        />
        <ChoiceField
          name="reminderDays"
          label={t('agenda.registration.reminder')}
          options={reminders.map((value) => ({
            value,
            label:
              value === ''
                ? t('agenda.registration.noReminder')
                : t('agenda.registration.reminderDays', { days: Number(value) }),
          }))}
          isFolded
          required
        />
      </Section>
      <p class="form-end">
        <button type="submit" class="button primary" name="action" value="save">
          {t('agenda.registration.saveTerms')}
        </button>
      </p>
    </>
  )
}

function Deadline({ network, event }: Pick<EventRequest, 'network' | 'event'>) {
  const reader = useReader()
  const { value: chosen } = useFilled('zone')
  const { value: time } = useFilled('untilTime')
  const { t } = reader
  const zones = zonesFor(network.countries, chosen || event.zone || undefined)
  return (
    <>
      <div class="minutes-hours">
        <DayField name="untilDay" label={t('agenda.registration.untilDay')} required />
        <Field name="untilTime" label={t('agenda.registration.untilTime')}>
          {(control) => <input {...control} type="time" value={time} />}
        </Field>
      </div>
      <ChoiceField
        name="zone"
        label={t('agenda.registration.untilZone')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
        required
      />
    </>
  )
}

// How many places there are, in all and by country.
function PlacesFields({ countries }: { countries: readonly string[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <Field
        name="places"
        type="number"
        label={t('agenda.registration.placesInAll')}
        hint={t('agenda.registration.placesHint')}
      />
      <div class="minutes-hours">
        {countries.map((country) => (
          <Field
            key={country}
            name={`countryPlaces.${country}`}
            type="number"
            label={t('agenda.registration.placesOf', { country: countryWords(reader, country) })}
          />
        ))}
      </div>
    </>
  )
}

interface TypedDeadline {
  untilDay: string
  /** `HH:MM`; the end of the day where none was given. */
  untilTime: string | null
  zone: string
}

/** The deadline for registration, or what is wrong with it: it cannot be after the end of the event. */
function readDeadline(
  event: Pick<AgendaEvent, 'startsAt' | 'endsAt' | 'endsOn'>,
  { untilDay, untilTime, zone }: TypedDeadline,
): Pick<Terms, 'until' | 'zone'> | FieldError {
  const trouble = hourTrouble(untilDay, untilTime ?? '23:59', zone)
  if (trouble) return fieldError('untilTime', trouble)
  const until = instantOf(untilDay, untilTime ?? '23:59', zone)
  const end = event.endsAt ?? event.startsAt
  const isAfter =
    end === null ? event.endsOn !== null && untilDay > event.endsOn : until.epochMilliseconds > end.getTime()
  if (isAfter) return fieldError('untilDay', 'agenda.error.registrationAfterEvent')
  return { until: new Date(until.epochMilliseconds), zone }
}

/** The deadline as its fields hold it, on the clock of its zone. */
function deadlineToType({ until, zone }: Pick<Terms, 'until' | 'zone'>) {
  const on = Temporal.Instant.fromEpochMilliseconds(until.getTime()).toZonedDateTimeISO(zone)
  return {
    untilDay: on.toPlainDate().toString(),
    untilTime: on.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
  }
}
