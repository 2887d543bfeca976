import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FormState, fieldError } from '../../../../platform/input/form.ts'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { drawSecretPage } from '../../../networks/index.ts'
import { EntryFields } from '../entries/entry-fields.tsx'
import { entryValues } from '../entries/entry-values.ts'
import { changeEntry } from '../queue.commands.ts'
import { entryForm } from '../schema.ts'
import { type OwnRequest, readLiveRequest } from './call.ts'

const place = '/:language/:network/agenda/registered/:token/change'

/** The form by which somebody changes what they said when they registered. */
export function addChangeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readLiveRequest, (asked) =>
    draw(asked, { values: entryValues(asked.registration), errors: [] }),
  )
  addLinkAction(pages.with(limits.mail), place, {
    open: readLiveRequest,
    schema: ({ event, terms }) => entryForm(event, terms),
    again: draw,
    save: async (asked, said) => {
      const { terms, registration, address } = asked
      const entry = { ...said, address: registration.address }
      const outcome = await changeEntry(asked, terms, registration, entry)
      return outcome === 'done'
        ? `${address}?done=changed`
        : [fieldError('country', 'agenda.error.countryFull')]
    },
  })
}

function draw(asked: OwnRequest, form: FormState): FastifyReply {
  const { network, event, terms, registration, address } = asked
  const { t } = asked.reader
  const title = t('agenda.registration.change')
  return drawSecretPage(asked, {
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
