import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { readValues, typedValue } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { maySpeakFor } from '../../policy.ts'
import { renderExpectation } from '../frame.tsx'
import { paths } from '../paths.ts'
import { loadExpectationRequest } from '../request.ts'
import { takeAnswer } from './commands.ts'
import { answerForm } from './schema.ts'

/** A member that is asked answers, or the secretariat in its name. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.answers })
  addNetworkAction(pages, '/:language/:network/expectations/:slug/answers', {
    open: loadAnsweringRequest,
    schema: ({ of }) => answerForm(of.words),
    again: (visit, answer) => renderExpectation(visit, { answer }),
    save: async (visit, answer) => {
      const { reader, network, expectation, of } = visit
      const wrong = await takeAnswer(visit, expectation, of, answer)
      return wrong ? [wrong] : paths.after(reader, network.slug, expectation.slug, 'answered')
    },
  })
}

// The form names the member for which it answers.
async function loadAnsweringRequest(visit: Visit) {
  const loaded = await loadExpectationRequest(visit)
  const { request, writing, network, requests } = loaded
  const id = typedValue(readValues(request.body), 'request')
  const of = requests.find((each) => each.id === id) ?? notFound('request')
  const speaks = maySpeakFor(writing.actor, { networkId: network.id, organisationId: of.organisation.id })
  return speaks ? { ...loaded, of } : notFound('request')
}
