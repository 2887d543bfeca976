import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { signMoment } from '../../../../platform/input/likely-spam.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, valuesOfChoice } from '../../../directory/picking/index.ts'
import { drawNetworkPage, readWritingRequest, type WritingRequest } from '../../../networks/index.ts'
import { listOnThemes } from '../../wishes/board/queries.ts'
import { findWish, type Wish } from '../../wishes/row/queries.ts'
import { stateOf } from '../../wishes/wish-state.ts'
import { paths } from '../paths.ts'
import { mayAnswerWish } from '../policy.ts'
import { sendInterest, speakersOf } from './commands.ts'
import { InterestPage } from './views/interest-page.tsx'
import { NotAnsweredPage } from './views/not-answered-page.tsx'
import { SentPage } from './views/sent-page.tsx'

// From one place, in an hour; forms that come back with errors count too.
const seldom = { rateLimit: { max: 30, timeWindow: '1 hour' } }
const mostAlike = 5

export interface InterestRequest extends WritingRequest {
  wish: Wish
}

/** Where an authority says that it is interested in a wish: its members, the secretariat for it, or somebody without an account. */
export function addInterestRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/partners/:slug/interest'
  app.get(place, async (request, reply) =>
    show(application, request, reply, await read(application, request)),
  )
  app.post(place, { config: seldom }, async (request, reply) => {
    const asked = await read(application, request)
    if (!isOpen(asked)) return showClosed(application, request, reply, asked)
    const sent = await sendInterest(application, asked, request.body)
    if (!('outcome' in sent)) return show(application, request, reply.code(422), asked, sent)
    const { reader, network } = asked
    if (sent.outcome === 'begun')
      return reply.redirect(paths.introduction(reader, network.slug, sent.id).split('?')[0] ?? '', 303)
    // The answer is the same for what is held, so that nobody learns what was made of it.
    return draw(application, request, reply, asked, <SentPage {...asked} address={sent.address} />)
  })
}

async function read(application: Application, request: FastifyRequest): Promise<InterestRequest> {
  const asked = await readWritingRequest(application, request)
  const { writing, network } = asked
  const wish = await findWish(writing, network.id, parameterOf(request.params, 'slug') ?? '')
  const owner = { networkId: network.id, organisationId: wish.organisation.id }
  if (!mayAnswerWish(writing.actor, owner)) notFound(wish.slug)
  return { ...asked, wish }
}

function isOpen({ wish, writing }: InterestRequest): boolean {
  return stateOf(wish, writing.today) === 'open'
}

async function show(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: InterestRequest,
  typed?: Shown,
): Promise<FastifyReply> {
  if (!isOpen(asked)) return showClosed(application, request, reply, asked)
  const { writing, reader } = asked
  const speakers = speakersOf(asked)
  const refs = await listOrganisationRefs(writing, speakers.organisationIds.slice(0, 1))
  const usual = valuesOfChoice(reader, 'authority', [...refs.values()][0])
  const shown = typed ?? { values: usual, errors: [] }
  return draw(
    application,
    request,
    reply,
    asked,
    <InterestPage
      {...asked}
      shown={shown}
      choices={await readChoices(writing, shown.values, ['authority'])}
      hasAccount={speakers.hasAccount}
      begun={signMoment(application.secret, application.clock.now().epochMilliseconds)}
    />,
  )
}

async function showClosed(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: InterestRequest,
): Promise<FastifyReply> {
  const alike = await listOnThemes(asked.writing, asked.wish, mostAlike)
  return draw(
    application,
    request,
    reply.code(410),
    asked,
    <NotAnsweredPage reader={asked.reader} network={asked.network.slug} wish={asked.wish} alike={alike} />,
  )
}

function draw(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: InterestRequest,
  children: Parameters<typeof drawNetworkPage>[4]['children'],
): FastifyReply {
  const { reader, wish } = asked
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('partners.introduction.interest.title'),
    description: reader.t('partners.introduction.interest.lead'),
    path: `/partners/${wish.slug}/interest`,
    noindex: true,
    width: 'reading',
    children,
  })
}
