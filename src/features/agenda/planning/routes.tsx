import type { FastifyInstance } from 'fastify'
import { zoneOf } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { readForm, readValues } from '../../../platform/input/form.ts'
import { findOwnZone } from '../../directory/picking/index.ts'
import { drawNetworkPage, keptByNetwork, readNetworkRequest } from '../../networks/index.ts'
import { commonSlots, usualHours } from '../overlap/slots.ts'
import { assessPlannedDate } from './planned-date.ts'
import { listSides } from './queries.ts'
import { plannedDateForm, plannedTimeOf } from './typed-date.ts'
import { type CheckedDate, CheckPage } from './views/check-page.tsx'

const parameters = ['day', 'to', 'start', 'end', 'zone', 'now']

/** Says what stands in the way of a date that somebody thinks of, before anything is written. */
export function addPlanningRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...keptByNetwork(parameters), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })
  pages.get('/:language/:network/agenda/check', readNetworkRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const zone = await findOwnZone(context, reader, network)
    const values = { zone, ...readValues(request.query) }
    const form = 'day' in values ? readForm(plannedDateForm, values) : null
    const checked = form?.valid ? await check(form.data) : null
    return drawNetworkPage(asked, {
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
