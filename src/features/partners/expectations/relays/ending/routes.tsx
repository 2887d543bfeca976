import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../../platform/http/application.ts'
import { neverKept } from '../../../../../platform/http/never-kept.ts'
import { pagesOf, withStatus } from '../../../../../platform/http/visit.ts'
import { readValues, typedValue } from '../../../../../platform/input/form.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../../../networks/index.ts'
import { type ExpectationRequest, readAskerRequest } from '../../call.ts'
import { paths } from '../../paths.ts'
import { sendReply } from './commands.ts'
import { findMark, findReplyToSend } from './queries.ts'
import { EndingPage, type Met } from './views/ending-page.tsx'

// Each writes to the asker and to the secretariat.
const seldom = { rateLimit: { max: 20, timeWindow: '1 hour' } }

/** The consolidated reply, read word for word before it goes out; what has changed since is shown anew. */
export function addEndingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/expectations/:slug/relay/closing'
  pages.get(place, readAskerRequest, (asked) => {
    const { reply } = asked
    return asked.expectation.relay === null ? leadBack(reply, asked) : show(asked, null)
  })
  pages.with({ ...neverKept, config: seldom }).post(place, readAskerRequest, async (asked) => {
    const { request, reply, writing, reader, network, expectation, involvement } = asked
    if (expectation.relay === null) return leadBack(reply, asked)
    const values = readValues(request.body)
    const mark = typedValue(values, 'mark')
    const outcome = await sendReply({ application, writing, network }, expectation, {
      mark,
      isAdviser: involvement.isAdviser,
    })
    if (outcome === 'done')
      return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'replied'), 303)
    const again = await readAskerRequest(asked)
    if (outcome === 'ended' || again.expectation.relay === null) return leadBack(reply, again)
    if (mark === '') return show(withStatus(again, 422), { what: 'unread' })
    const met = { what: 'changed', since: instantOf(typedValue(values, 'since')) } as const
    return show(withStatus(again, 409), met)
  })
}

// A colleague ended it, the last answer or its day did, or the same press came twice.
function leadBack(reply: FastifyReply, { reader, network, expectation, requests }: ExpectationRequest) {
  if (!requests.some(({ relay }) => relay !== null)) return notFound('relay')
  return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'repliedBefore'), 303)
}

function instantOf(text: string): Date | null {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}

async function show(asked: ExpectationRequest, met: Met | null): Promise<FastifyReply> {
  const { application, writing, reader, network, expectation, requests, involvement } = asked
  const telling = { application, writing, network }
  const { isAdviser } = involvement
  // Before what it marks is read: what comes after that counts as new.
  const since = writing.clock.now().toString()
  const toSend = isAdviser ? await findReplyToSend(telling, expectation) : null
  return drawNetworkPage(asked, {
    title: reader.t('partners.ending.title'),
    description: reader.t('partners.expectations.lead'),
    path: `/expectations/${expectation.slug}/relay/closing`,
    noindex: true,
    children: (
      <EndingPage
        network={network.slug}
        expectation={expectation}
        requests={requests}
        toSend={toSend}
        mark={toSend?.mark ?? (await findMark(telling, expectation, false))}
        since={since}
        met={met}
      />
    ),
  })
}
