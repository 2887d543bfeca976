import type { FastifyInstance } from 'fastify'
import { isId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { type FormValues, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FieldGroup } from '../../../ui/form/field-group.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'

import { paths } from '../paths.ts'
import { listSides } from '../planning/queries.ts'
import { mayKeepHolidays } from '../policy.ts'
import { addDays, withdrawDays } from './commands.ts'
import { isKnownPeriod, knownPeriod } from './holiday.ts'
import { calendarYear, HolidaysPage } from './holidays-page.tsx'
import { listAddedDays } from './queries.ts'
import { addedDaysForm, longestName } from './schema.ts'

/** Loads the network for those who may add days to its calendar; 404 for others. What they write becomes known on the network’s own day. */
export async function loadKeeperRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  return mayKeepHolidays(writing.actor, loaded.network.id) ? loaded : notFound('agenda')
}

/** The special days of a network's countries, and those that it adds itself. */
export function addHolidayRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/agenda/holidays'

  pages
    .with({ config: { kept: cachedByNetwork(['year', 'now']) } })
    .get(place, loadNetworkRequest, async (visit) => {
      const { request, context, reader, network } = visit
      const typed = parameterOf(request.query, 'year') ?? ''
      const year = Number(/^\d{4}$/.test(typed) ? typed : reader.today.slice(0, 4))
      const page = { path: '/agenda/holidays', description: reader.t('agenda.holidays.description') }
      if (!isKnownPeriod(`${year}-01-01`, `${year}-12-31`))
        return renderNetworkPage(visit, {
          ...page,
          title: reader.t('agenda.holidays.all'),
          noindex: true,
          children: <UnknownYear network={network.slug} />,
        })
      const period = { from: `${year}-01-01`, to: `${year}-12-31`, knownOn: context.today }
      const [sides, added] = await Promise.all([
        listSides(context, { countries: network.countries, networkId: network.id, ...period }),
        listAddedDays(context, network.id, period),
      ])
      return renderNetworkPage(visit, {
        ...page,
        title: reader.t('agenda.holidays.title', { year: String(year) }),
        width: 'wide',
        children: (
          <HolidaysPage
            network={network}
            year={year}
            days={calendarYear(sides, year)}
            added={added}
            mayKeep={mayKeepHolidays(context.actor, network.id)}
          />
        ),
      })
    })

  addNetworkForm(pages, `${place}/new`, {
    open: loadKeeperRequest,
    title: 'agenda.added.add',
    lead: 'agenda.added.lead',
    path: '/agenda/holidays/new',
    back: ({ reader, network }) => ({
      href: paths.holidays(reader, network.slug),
      label: reader.t('agenda.holidays.all'),
    }),
    action: ({ reader, network }) => paths.newHoliday(reader, network.slug),
    submit: 'agenda.added.save',
    schema: addedDaysForm,
    fields: ({ reader, network }, { values }) => (
      <AddedDaysFields
        countries={byOwnSide(reader, network.countries)}
        languages={network.languages}
        values={values}
      />
    ),
    save: async ({ writing, reader, network }, typed) => {
      if (!network.countries.includes(typed.country)) return notFound(typed.country)
      await addDays(writing, network.id, typed)
      return `${paths.holidays(reader, network.slug, Number(typed.from.slice(0, 4)))}#added`
    },
  })

  pages.post(
    `${place}/:id/withdrawal`,
    loadKeeperRequest,
    async ({ request, reply, writing, reader, network }) => {
      const id = parameterOf(request.params, 'id') ?? ''
      await withdrawDays(writing, network.id, isId(id) ? id : notFound(id))
      return reply.redirect(`${paths.holidays(reader, network.slug)}#added`, 303)
    },
  )
}

interface AddedDaysFieldsProps {
  countries: readonly string[]
  languages: readonly string[]
  values: FormValues
}

/** Days for the calendar of one of the countries. */
function AddedDaysFields({ countries, languages, values }: AddedDaysFieldsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ChoiceField
        name="country"
        label={t('agenda.added.country')}
        options={countries.map((country) => ({
          value: country,
          label: countryName(reader, country),
        }))}
        required
      />
      {(['from', 'to'] as const).map((name) => (
        <DayField
          key={name}
          name={name}
          label={name === 'from' ? t('agenda.added.from') : t('agenda.added.to')}
          value={typedValue(values, name)}
          required={name === 'from'}
        />
      ))}
      <FieldGroup name="name" label={t('agenda.added.name')} hint={t('agenda.added.nameHint')} required>
        {languages.map((language) => (
          <Field
            key={language}
            name={`name.${language}`}
            label={capitalized(languageInWords(reader, language), reader.interfaceLanguage)}
            isPart
          >
            {(control) => (
              <input
                {...control}
                type="text"
                lang={language}
                maxlength={longestName}
                value={typedValue(values, `name.${language}`)}
              />
            )}
          </Field>
        ))}
      </FieldGroup>
      <ChoiceField
        name="closesOffices"
        label={t('agenda.added.closesOffices')}
        options={[
          { value: 'yes', label: t('agenda.added.closesYes') },
          { value: 'no', label: t('agenda.added.closesNo') },
        ]}
        required
      />
      <Field name="source" label={t('agenda.added.source')} hint={t('agenda.added.sourceHint')} required />
    </>
  )
}

/** Names the years for which holidays are known, on a page for another year. */
function UnknownYear({ network }: { network: string }) {
  const reader = useReader()
  const [first = '', last = ''] = [knownPeriod.from, knownPeriod.to].map((day) => day.slice(0, 4))
  return (
    <>
      <PageHeading>{reader.t('agenda.holidays.all')}</PageHeading>
      <EmptyState
        title={reader.t('agenda.holidays.unknownYear')}
        why={reader.t('agenda.holidays.knownYears', { first, last })}
        next={<a href={paths.holidays(reader, network)}>{reader.t('agenda.holidays.thisYear')}</a>}
      />
    </>
  )
}
