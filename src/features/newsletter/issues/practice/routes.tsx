import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { readValues, typedValue } from '../../../../platform/input/form.ts'
import { readEditorRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { choosePractice } from './commands.ts'

/** How a network makes its letters, for those who do. */
export function addPracticeRoutes(app: FastifyInstance, application: Application): void {
  app.post('/:language/:network/newsletter/practice', neverKept, async (request, reply) => {
    const { writing, reader, network } = await readEditorRequest(application, request)
    const values = readValues(request.body)
    const isChosen = (name: string) => typedValue(values, name) === 'yes'
    await choosePractice(writing, network.id, {
      needsSecond: isChosen('second'),
      counts: isChosen('counting'),
    })
    return reply.redirect(`${paths.list(reader, network.slug)}#practice`, 303)
  })
}
