import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FormState, fieldError } from '../../../../platform/input/form.ts'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { renderSecretPage } from '../../../networks/index.ts'
import { EntryFields } from '../entries/entry-fields.tsx'
import { entryValues } from '../entries/entry-values.ts'
import { changeEntry } from '../queue.commands.ts'
import { entryForm } from '../schema.ts'
import { loadLiveRequest, type OwnRequest } from './request.ts'

const place = '/:language/:network/agenda/registered/:token/change'

/** The form with which a registrant changes their entry. */
export function addChangeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, loadLiveRequest, (visit) =>
    render(visit, { values: entryValues(visit.registration), errors: [] }),
  )
  addLinkAction(pages.with(limits.mail), place, {
    open: loadLiveRequest,
    schema: ({ event, terms }) => entryForm(event, terms),
    again: render,
    save: async (visit, said) => {
      const { terms, registration, address } = visit
      const entry = { ...said, address: registration.address }
      const outcome = await changeEntry(visit, terms, registration, entry)
      return outcome === 'done'
        ? `${address}?done=changed`
        : [fieldError('country', 'agenda.error.countryFull')]
    },
  })
}

function render(visit: OwnRequest, form: FormState): FastifyReply {
  const { network, event, terms, registration, address } = visit
  const { t } = visit.reader
  const title = t('agenda.registration.change')
  return renderSecretPage(visit, {
    title,
    description: title,
    children: (
      <>
        <PageHeading kicker={<a href={address}>{t('agenda.registration.yourRegistration')}</a>}>
          {title}
        </PageHeading>
        <Form action={`${address}/change`} form={form} submit={t('agenda.registration.save')}>
          <ErrorList form={form} />
          <EntryFields network={network} event={event} terms={terms} address={registration.address} />
        </Form>
      </>
    ),
  })
}
