import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { readValues, typedValue } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { maySpeakFor } from '../../policy.ts'
import { readExpectationRequest } from '../call.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { takeAnswer } from './commands.ts'
import { answerForm } from './schema.ts'

/** A member that is asked answers, or the secretariat in its name. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, ...limits.answers })
  addNetworkAction(pages, '/:language/:network/expectations/:slug/answers', {
    open: readAnsweringRequest,
    schema: ({ of }) => answerForm(of.words),
    again: (asked, answer) => drawExpectation(asked, { answer }),
    save: async (asked, answer) => {
      const { reader, network, expectation, of } = asked
      const wrong = await takeAnswer(asked, expectation, of, answer)
      return wrong ? [wrong] : paths.after(reader, network.slug, expectation.slug, 'answered')
    },
  })
}

// The form names the member for which it answers.
async function readAnsweringRequest(visit: Visit) {
  const asked = await readExpectationRequest(visit)
  const { request, writing, network, requests } = asked
  const id = typedValue(readValues(request.body), 'request')
  const of = requests.find((each) => each.id === id) ?? notFound('request')
  const speaks = maySpeakFor(writing.actor, { networkId: network.id, organisationId: of.organisation.id })
  return speaks ? { ...asked, of } : notFound('request')
}
