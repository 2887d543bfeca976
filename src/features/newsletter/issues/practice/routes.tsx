import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { withParameters } from '../../../../platform/i18n/reader.ts'
import { readValues, typedValue, typedValues } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readWritingRequest } from '../../../networks/index.ts'
import { mayEditLetters } from '../../policy.ts'
import { paths } from '../paths.ts'
import { choosePractice } from './commands.ts'
import { composerRoles } from './practice.ts'

/** How a network makes its letters, for those who do. */
export function addPracticeRoutes(app: FastifyInstance, application: Application): void {
  app.post('/:language/:network/newsletter/practice', neverKept, async (request, reply) => {
    const { writing, reader, network } = await readWritingRequest(application, request)
    if (!mayEditLetters(writing.actor, network.id)) notFound('practice')
    const values = readValues(request.body)
    const isChosen = (name: string) => typedValue(values, name) === 'yes'
    const composers = typedValues(values, 'composers')
    await choosePractice(writing, network.id, {
      needsSecond: isChosen('second'),
      isCounting: isChosen('counting'),
      composers: composerRoles.filter((role) => composers.includes(role)),
    })
    return reply.redirect(
      `${withParameters(paths.list(reader, network.slug), { done: 'practice' })}#practice`,
      303,
    )
  })
}
