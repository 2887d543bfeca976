import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../../platform/database/turns.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { neverKept } from '../../../../../platform/http/never-kept.ts'
import { pagesOf, withStatus } from '../../../../../platform/http/visit.ts'
import { readForm } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { paths as eventPaths } from '../../../events/paths.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import { endLinks } from '../../../links/commands.ts'
import { isRenewable } from '../../../links/queries.ts'
import { renewalForm } from '../../../links/schema.ts'
import { RenewalPage } from '../../../links/views/renewal-page.tsx'
import { tellRegistrant } from '../../notices/commands.ts'
import { paths } from '../../paths.ts'
import { lookUpStanding } from '../../queries.ts'
import { type FormRequest, readFormRequest } from '../call.ts'
import { drawIntakePage, drawSent } from '../page.tsx'

const place = '/:language/:network/agenda/:slug/registration/link'
const seldom = { config: { rateLimit: { max: 30, timeWindow: '1 hour' } }, ...neverKept }

/** The form that sends the lost link of a registration again. */
export function addRenewalRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readFormRequest, show)
  pages.with(seldom).post(place, readFormRequest, async (asked) => {
    const { request } = asked
    const form = readForm(renewalForm, request.body)
    if (!form.valid) return show(withStatus(asked, 422), form)
    const { address } = form.data
    await renew(asked, address)
    // Whether an address is registered is told to that address alone.
    return drawSent(asked, { address, said: 'renewed' })
  })
}

function show(asked: FormRequest, shown: Shown = { values: {}, errors: [] }): FastifyReply {
  const { reader, network, event } = asked
  return drawIntakePage(asked, {
    path: 'registration/link',
    children: (
      <RenewalPage
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        title={reader.t('agenda.registration.renewal')}
        lead={reader.t('agenda.registration.renewalLead')}
        action={paths.renewal(reader, network.slug, event.slug)}
        shown={shown}
      />
    ),
  })
}

async function renew({ writing, event, telling }: FormRequest, address: string): Promise<void> {
  await inTransaction(writing, async (inside) => {
    await takeTurn(inside, `registrations ${event.id} ${address.toLowerCase()}`)
    const own = await lookUpStanding(inside, event.id, { address, personId: null })
    if (!own || !(await isRenewable(inside, { registrationId: own.id }))) return
    await endLinks(inside, { registrationId: own.id })
    await tellRegistrant({ ...telling, writing: inside }, own, 'renewed')
  })
}
