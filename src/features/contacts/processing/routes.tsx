import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readForm } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type ContactsRequest, neverKept, readContactsRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { mayManageContacts } from '../policy.ts'
import { describeProcessing } from './commands.ts'
import { findProcessing, listRecipients } from './queries.ts'
import { processingForm } from './schema.ts'
import { ProcessingForm } from './views/processing-form.tsx'
import { ProcessingPage } from './views/processing-page.tsx'

/** The record of processing of a network’s contacts (GDPR art. 30), and its form. */
export function addProcessingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/contacts/processing', readContactsRequest, async (asked) => {
    const { context, reader, network, sight } = asked
    return drawNetworkPage(asked, {
      title: reader.t('contacts.processing.title'),
      description: reader.t('contacts.processing.lead'),
      path: '/contacts/processing',
      width: 'reading',
      noindex: true,
      children: (
        <ProcessingPage
          network={network}
          processing={await findProcessing(context, network.id)}
          recipients={await listRecipients(context, network.id)}
          rightsContact={application.settings.legal.privacy}
          hosting={application.settings.legal.hosting}
          mayEdit={mayManageContacts(sight.actor, network.id)}
        />
      ),
    })
  })

  pages.get('/:language/:network/contacts/processing/edit', readManaged, (asked) => {
    return drawForm(asked, null, [])
  })

  pages.post('/:language/:network/contacts/processing/edit', readManaged, async (asked) => {
    const { request, reply } = asked
    const form = readForm(processingForm, request.body)
    if (!form.valid) return drawForm(asked, form.values, form.errors)
    await describeProcessing(asked.context, asked.network.id, form.data)
    return reply.redirect(paths.processing(asked.reader, asked.network.slug), 303)
  })
}

async function readManaged(visit: Visit): Promise<ContactsRequest> {
  const asked = await readContactsRequest(visit)
  return mayManageContacts(asked.sight.actor, asked.network.id) ? asked : notFound('processing')
}

async function drawForm(asked: ContactsRequest, values: FormValues | null, errors: FieldError[]) {
  const { context, reader, network } = asked
  return drawNetworkPage(asked, {
    status: errors.length > 0 ? 422 : 200,
    title: reader.t('contacts.processing.edit'),
    description: reader.t('contacts.processing.lead'),
    path: '/contacts/processing/edit',
    noindex: true,
    children: (
      <ProcessingForm
        network={network}
        processing={await findProcessing(context, network.id)}
        values={values}
        errors={errors}
      />
    ),
  })
}
