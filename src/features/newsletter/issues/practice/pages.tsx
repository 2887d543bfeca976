import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { withParameters } from '../../../../platform/i18n/reader.ts'
import { readValues, typedValue, typedValues } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { loadNetworkRequest } from '../../../networks/index.ts'
import { mayEditLetters } from '../../policy.ts'
import { paths } from '../paths.ts'
import { choosePractice } from './commands.ts'
import { composerRoles } from './practice.ts'

/** How a network makes its letters, for coordinators. */
export function addPracticeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.post(
    '/:language/:network/newsletter/practice',
    loadNetworkRequest,
    async ({ request, reply, writing, reader, network }) => {
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
    },
  )
}
