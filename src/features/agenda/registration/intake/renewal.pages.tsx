import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import { renewalPage } from '../../link-renewal.tsx'
import { links } from '../../links.ts'
import { notifyRegistrant } from '../mails.ts'
import { paths } from '../paths.ts'
import { lookUpOwnRegistration } from '../queries.ts'
import { eventLink, type FormRequest, intakeTitle, loadFormRequest, sentPage } from './sent-page.tsx'

/** The form that sends the lost link of a registration again. */
export function addRenewalRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/agenda/:slug/registration/link', {
    ...renewalPage,
    sending: { ...limits.visitors, ...noStore },
    open: loadFormRequest,
    title: intakeTitle,
    description: 'agenda.registration.title',
    path: ({ event }) => `/agenda/${event.slug}/registration/link`,
    action: ({ reader, network, event }) => paths.renewal(reader, network.slug, event.slug),
    page: (visit, form) => {
      const { t } = visit.reader
      return (
        <>
          <PageHeading kicker={eventLink(visit)} lead={t('agenda.registration.renewalLead')}>
            {t('agenda.registration.renewal')}
          </PageHeading>
          {form}
        </>
      )
    },
    save: async (visit, { address }) => {
      await renew(visit, address)
      // Only the address itself learns whether it is registered.
      return sentPage(visit, visit.reader.t('agenda.registration.renewed', { address }))
    },
  })
}

async function renew(visit: FormRequest, address: string): Promise<void> {
  const { writing, event } = visit
  await inTransaction(writing, async (inside) => {
    await takeTurn(inside, `registrations ${event.id} ${address.toLowerCase()}`)
    const own = await lookUpOwnRegistration(inside, event.id, { address, personId: null })
    if (!own || !(await links.isRenewable(inside, { registration_id: own.id }))) return
    await links.endKept(inside, { registration_id: own.id })
    await notifyRegistrant({ ...visit, writing: inside }, own, 'renewed')
  })
}
