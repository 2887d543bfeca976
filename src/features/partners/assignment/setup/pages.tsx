import type { FastifyInstance } from 'fastify'
import { cityOf, type Hours, zonesFor } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { languageOptions } from '../../../../ui/form/language-options.ts'
import { RepeatedParts, UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { byOwnSide, countryName } from '../../../directory/index.ts'
import { addMeetingsForm } from '../frame.tsx'
import { heldOf } from '../participants/pages.tsx'
import { paths } from '../paths.ts'
import { type EventRequest, loadEventRequest } from '../request.ts'
import { spanOfHours, spokenIn } from '../session.ts'
import { proposers } from '../solving/problem.ts'
import { TypedField } from '../views/typed-field.tsx'
import { saveSession } from './commands.ts'
import { planOf, setupErrors, setupForm, setupValues } from './schema.ts'

/** Where organisers of an event open its bilateral meetings, and set hours, tables, interpreters and sides. */
export function addSetupRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addMeetingsForm(pages, '/:language/:network/agenda/:slug/meetings/setup', {
    open: loadHeldRequest,
    title: ({ reader, facts }) => reader.t(facts ? 'partners.assignment.setup' : 'partners.assignment.open'),
    lead: 'partners.assignment.setupLead',
    path: () => '/setup',
    action: ({ reader, network, event }) => paths.setup(reader, network.slug, event.slug),
    values: setupValues,
    lists: ['hours', 'interpreters'],
    schema: (visit) => setupForm(choosable(visit)),
    fields: renderFields,
    save: async (visit, typed) => {
      const { reader, network, event, writing, facts } = visit
      const plan = planOf(typed)
      const errors = setupErrors(plan, facts)
      if (errors.length > 0) return errors
      await saveSession(writing, heldOf(visit), plan)
      return paths.session(reader, network.slug, event.slug, { done: 'set' })
    },
  })
}

async function loadHeldRequest(visit: Visit): Promise<EventRequest> {
  const loaded = await loadEventRequest(visit)
  return loaded.isKeeper ? loaded : notFound('meetings')
}

function choosable({ network, event, facts }: EventRequest) {
  return {
    zones: zonesFor(network.countries, facts?.session.zone ?? event.zone ?? undefined),
    languages: spokenIn(network),
    countries: network.countries,
  }
}

/** When the meetings are, how long, how many at once, and which countries are on which side. */
function renderFields(visit: EventRequest, form: FormState) {
  const { zones, languages } = choosable(visit)
  return (
    <>
      <UsualSubmit value="save" />
      <ErrorList form={form} />
      <TimeFields visit={visit} form={form} zones={zones} />
      <PlaceFields languages={languages} />
      <MatchingFields visit={visit} form={form} />
      <p class="form-end">
        <button type="submit" class="button primary" name="action" value="save">
          {visit.reader.t('partners.assignment.saveSetup')}
        </button>
      </p>
    </>
  )
}

interface TimeFieldsProps {
  visit: EventRequest
  form: FormState
  zones: readonly string[]
}

/** On which days and between which hours the meetings are, and how long each. */
function TimeFields({ visit, form, zones }: TimeFieldsProps) {
  const { reader } = visit
  const { t } = reader
  return (
    <Section id="times" title={t('partners.assignment.times')}>
      <ChoiceField
        name="zone"
        label={t('partners.assignment.zone')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
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
        {(prefix) => <HoursFields visit={visit} form={form} prefix={prefix} />}
      </RepeatedParts>
      <TypedField
        name="slotMinutes"
        type="number"
        label={t('partners.assignment.slotMinutes')}
        hint={t('partners.assignment.slotMinutesHint')}
      />
      <TypedField
        name="breakMinutes"
        type="number"
        label={t('partners.assignment.breakMinutes')}
        hint={t('partners.assignment.breakMinutesHint')}
      />
    </Section>
  )
}

type HoursFieldsProps = Pick<TimeFieldsProps, 'visit' | 'form'> & { prefix: string }

function HoursFields({ visit, form, prefix }: HoursFieldsProps) {
  const { reader, network } = visit
  const { t } = reader
  const clocks = savedHours(visit, form, prefix)
  const time = (name: 'from' | 'to', label: string) => (
    <TypedField name={`${prefix}.${name}`} type="time" label={label} />
  )
  return (
    <>
      <DayField name={`${prefix}.day`} label={t('partners.assignment.day')} required />
      <div class="minutes-hours">
        {time('from', t('partners.assignment.from'))}
        {time('to', t('partners.assignment.to'))}
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

// The saved hours on every clock, until something else is typed: past midnight, the day is not one for everybody.
function savedHours({ facts }: EventRequest, { values }: FormState, prefix: string): Hours | null {
  const zone = typedValue(values, 'zone')
  const [day, from, to, ends] = ['day', 'from', 'to', 'ends'].map((each) =>
    typedValue(values, `${prefix}.${each}`),
  )
  const saved = facts?.session.hours.find(
    (each) =>
      each.day === day && each.from === from && each.to === to && (each.endsOn === day) === (ends === ''),
  )
  return saved && zone === facts?.session.zone ? { ...spanOfHours(saved, zone), zone } : null
}

/** Of what there is a number: tables, and interpreters between languages. */
function PlaceFields({ languages }: { languages: readonly string[] }) {
  const reader = useReader()
  const { t } = reader
  const options = languageOptions(reader, languages)
  return (
    <Section id="places" title={t('partners.assignment.places')}>
      <TypedField
        name="tables"
        type="number"
        label={t('partners.assignment.tables')}
        hint={t('partners.assignment.tablesHint')}
        required={false}
      />
      <ChoiceField
        name="counted"
        label={t('partners.assignment.counted')}
        hint={t('partners.assignment.countedHint')}
        options={(['no', 'yes'] as const).map((value) => ({
          value,
          label: t(`partners.assignment.counted.${value}`),
        }))}
        required
      />
      <RepeatedParts
        name="interpreters"
        label={t('partners.assignment.interpreters')}
        level={3}
        hint={t('partners.assignment.interpretersHint')}
        titleOf={(index) => t('partners.assignment.interpretersPart', { number: index + 1 })}
        addLabel={t('partners.assignment.addInterpreters')}
      >
        {(prefix) => (
          <>
            <div class="minutes-hours">
              {(['one', 'other'] as const).map((which) => (
                <ChoiceField
                  key={which}
                  name={`${prefix}.${which}`}
                  label={t(`partners.assignment.interpreters.${which}`)}
                  options={options}
                  isFolded
                  required
                />
              ))}
            </div>
            <TypedField
              name={`${prefix}.count`}
              type="number"
              label={t('partners.assignment.interpretersCount')}
            />
          </>
        )}
      </RepeatedParts>
    </Section>
  )
}

interface MatchingFieldsProps {
  visit: EventRequest
  form: FormState
}

/** Which countries are on which side, how many meetings each participant takes, and whose wishes come first. */
function MatchingFields({ visit: { reader, network, facts }, form }: MatchingFieldsProps) {
  const { t } = reader
  return (
    <Section id="matching" title={t('partners.assignment.matching')}>
      <ChoiceField
        name="firstSide"
        label={t('partners.assignment.firstSide')}
        hint={t('partners.assignment.firstSideHint')}
        options={network.countries.map((country) => ({
          value: country,
          label: countryName(reader, country),
        }))}
        multiple
        required
      />
      <TypedField
        name="usualQuota"
        type="number"
        label={t('partners.assignment.usualQuota')}
        hint={t('partners.assignment.usualQuotaHint')}
      />
      <ChoiceField
        name="proposing"
        label={t('partners.assignment.proposing')}
        hint={t('partners.assignment.proposingHint')}
        options={proposers.map((value) => ({ value, label: t(`partners.assignment.proposing.${value}`) }))}
        required
      />
      <div class="field">
        <Choice
          name="takesRequests"
          option={{
            value: 'yes',
            label: t('partners.assignment.takesRequests'),
            hint: t(
              facts?.session.publishedAt
                ? 'partners.assignment.takesRequestsPublished'
                : 'partners.assignment.takesRequestsHint',
            ),
          }}
          type="checkbox"
          isChosen={typedValue(form.values, 'takesRequests') !== ''}
        />
      </div>
    </Section>
  )
}
