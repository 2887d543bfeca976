import type { FastifyInstance } from 'fastify'
import { isId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, withStatus } from '../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import {
  drawNetworkPage,
  keptByNetwork,
  type NetworkRequest,
  readNetworkRequest,
} from '../../networks/index.ts'
import { readKeeperRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { listSides } from '../planning/queries.ts'
import { mayKeepHolidays } from '../policy.ts'
import { calendarYear } from './calendar-year.ts'
import { addDays, withdrawDays } from './commands.ts'
import { isKnownPeriod } from './known-period.ts'
import { listAddedDays } from './queries.ts'
import { addedDaysForm } from './schema.ts'
import { AddedDaysForm } from './views/added-days-form.tsx'
import { HolidaysPage } from './views/holidays-page.tsx'
import { UnknownYear } from './views/unknown-year.tsx'

/** The special days of a network's countries, and those that it adds itself. */
export function addHolidayRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/agenda/holidays'

  pages
    .with({ config: { kept: keptByNetwork(['year', 'now']) } })
    .get(place, readNetworkRequest, async (asked) => {
      const { request, context, reader, network } = asked
      const typed = parameterOf(request.query, 'year') ?? ''
      const year = Number(/^\d{4}$/.test(typed) ? typed : reader.today.slice(0, 4))
      const page = { path: '/agenda/holidays', description: reader.t('agenda.holidays.description') }
      if (!isKnownPeriod(`${year}-01-01`, `${year}-12-31`))
        return drawNetworkPage(asked, {
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
      return drawNetworkPage(asked, {
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

  pages.get(`${place}/new`, readKeeperRequest, (asked) => drawForm(asked, {}))

  pages.post(`${place}/new`, readKeeperRequest, async (asked) => {
    const { request, reply } = asked
    const form = readForm(addedDaysForm, request.body)
    if (!form.valid) return drawForm(withStatus(asked, 422), form.values, form.errors)
    if (!asked.network.countries.includes(form.data.country)) return notFound(form.data.country)
    await addDays(asked.writing, asked.network.id, form.data)
    const year = Number(form.data.from.slice(0, 4))
    return reply.redirect(`${paths.holidays(asked.reader, asked.network.slug, year)}#added`, 303)
  })

  pages.post(
    `${place}/:id/withdrawal`,
    readKeeperRequest,
    async ({ request, reply, writing, reader, network }) => {
      const id = parameterOf(request.params, 'id') ?? ''
      await withdrawDays(writing, network.id, isId(id) ? id : notFound(id))
      return reply.redirect(`${paths.holidays(reader, network.slug)}#added`, 303)
    },
  )
}

function drawForm(asked: NetworkRequest, values: FormValues, errors: readonly FieldError[] = []) {
  const { reader, network } = asked
  return drawNetworkPage(asked, {
    title: reader.t('agenda.added.add'),
    description: reader.t('agenda.added.lead'),
    path: '/agenda/holidays/new',
    noindex: true,
    children: <AddedDaysForm network={network} values={values} errors={errors} />,
  })
}
