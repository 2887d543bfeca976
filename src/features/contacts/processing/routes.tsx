import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
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
  app.get('/:language/:network/contacts/processing', neverKept, async (request, reply) => {
    const asked = await readContactsRequest(application, request)
    const { context, reader, network, sight } = asked
    return drawNetworkPage(application, request, reply, asked, {
      title: reader.t('contacts.processing.title'),
      description: reader.t('contacts.processing.lead'),
      path: '/contacts/processing',
      width: 'reading',
      noindex: true,
      children: (
        <ProcessingPage
          reader={reader}
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

  app.get('/:language/:network/contacts/processing/edit', neverKept, async (request, reply) => {
    const asked = await readManaged(application, request)
    return drawForm(application, request, reply, asked, null, [])
  })

  app.post('/:language/:network/contacts/processing/edit', neverKept, async (request, reply) => {
    const asked = await readManaged(application, request)
    const form = readForm(processingForm, request.body)
    if (!form.valid) return drawForm(application, request, reply, asked, form.values, form.errors)
    await describeProcessing(asked.context, asked.network.id, form.data)
    return reply.redirect(paths.processing(asked.reader, asked.network.slug), 303)
  })
}

async function readManaged(application: Application, request: FastifyRequest): Promise<ContactsRequest> {
  const asked = await readContactsRequest(application, request)
  return mayManageContacts(asked.sight.actor, asked.network.id) ? asked : notFound('processing')
}

async function drawForm(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: ContactsRequest,
  values: FormValues | null,
  errors: FieldError[],
) {
  const { context, reader, network } = asked
  return drawNetworkPage(application, request, errors.length > 0 ? reply.code(422) : reply, asked, {
    title: reader.t('contacts.processing.edit'),
    description: reader.t('contacts.processing.lead'),
    path: '/contacts/processing/edit',
    noindex: true,
    children: (
      <ProcessingForm
        reader={reader}
        network={network}
        processing={await findProcessing(context, network.id)}
        values={values}
        errors={errors}
      />
    ),
  })
}
