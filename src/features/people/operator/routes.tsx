import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FieldError, type FormValues, fieldError, readForm } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { lookUpNetwork } from '../../networks/index.ts'
import { sendOwnPage } from '../page.tsx'
import { paths } from '../paths.ts'
import { mayAddPeople } from '../policy.ts'
import { addNetworkWithCoordinator } from './commands.ts'
import { listServedNetworks } from './queries.ts'
import { networkForm } from './schema.ts'
import { OperatorPage } from './views/operator-page.tsx'

export function addOperatorRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/operator', draw)

  pages.post('/:language/operator/networks', async (visit) => {
    const { request, reply } = visit
    const { context, reader } = readPageRequest(visit)
    if (!mayAddPeople(context.actor)) notFound()
    const form = readForm(networkForm, request.body)
    if (!form.valid) return draw(visit, form)
    if (await lookUpNetwork(context, form.data.slug)) {
      const errors = [fieldError('slug', 'people.operator.slugTaken')]
      return draw(visit, { ...form, errors })
    }
    await addNetworkWithCoordinator(context, application, form.data)
    return reply.redirect(paths.people(reader, form.data.slug), 303)
  })
}

async function draw(
  visit: Visit,
  sent?: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { reply, application } = visit
  const { context, reader } = readPageRequest(visit)
  if (!mayAddPeople(context.actor)) notFound()
  const networks = await listServedNetworks(context)
  if (sent) reply.code(422)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.operator.title'),
    description: reader.t('people.operator.lead'),
    path: '/operator',
    children: <OperatorPage networks={networks} sent={sent} />,
  })
}
