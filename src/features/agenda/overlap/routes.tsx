import type { FastifyInstance } from 'fastify'
import { zoneOf } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { type FormValues, readForm, readValues } from '../../../platform/input/form.ts'
import { byOwnSide } from '../../directory/index.ts'
import {
  drawNetworkPage,
  keptByNetwork,
  type NetworkRequest,
  readNetworkRequest,
} from '../../networks/index.ts'
import { assessPlannedDate } from '../planning/planned-date.ts'
import { listSides } from '../planning/queries.ts'
import { mayAskForDate } from '../policy.ts'
import { commonSlots, usualHours } from './slots.ts'
import { hoursIn, namesOf, overlapForm } from './typed-period.ts'
import { type FoundSlot, OverlapPage } from './views/overlap-page.tsx'

const mostCountries = 6
const hours = Array.from({ length: mostCountries }, (_, index) => namesOf(index)).flat()
const parameters = ['from', 'to', ...hours, 'now']

/** When the offices of all sides are open at once, for somebody who looks for a date. */
export function addOverlapRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...keptByNetwork(parameters), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })
  pages.get('/:language/:network/agenda/overlap', readNetworkRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const sent = readValues(request.query)
    const values = { ...usual(asked), ...sent }
    const form = 'from' in sent ? readForm(overlapForm(network.countries), values) : null
    return drawNetworkPage(asked, {
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
          found={form?.valid ? await findSlots(asked, form.data) : null}
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
