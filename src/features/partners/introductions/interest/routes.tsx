import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { signMoment } from '../../../../platform/input/likely-spam.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, valuesOfChoice } from '../../../directory/picking/index.ts'
import { drawNetworkPage, type NetworkRequest, readNetworkRequest } from '../../../networks/index.ts'
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

export interface InterestRequest extends NetworkRequest {
  wish: Wish
}

/** Where an authority says that it is interested in a wish: its members, the secretariat for it, or somebody without an account. */
export function addInterestRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/:slug/interest'
  pages.get(place, read, show)
  pages.with({ config: seldom }).post(place, read, async (asked) => {
    const { request, reply } = asked
    if (!isOpen(asked)) return showClosed(asked)
    const sent = await sendInterest(application, asked, request.body)
    if (!('outcome' in sent)) return show(withStatus(asked, 422), sent)
    const { reader, network } = asked
    if (sent.outcome === 'begun')
      return reply.redirect(paths.introduction(reader, network.slug, sent.id).split('?')[0] ?? '', 303)
    // The answer is the same for what is held, so that nobody learns what was made of it.
    return draw(asked, <SentPage {...asked} address={sent.address} />)
  })
}

async function read(visit: Visit): Promise<InterestRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing, network } = asked
  const wish = await findWish(writing, network.id, parameterOf(request.params, 'slug') ?? '')
  const owner = { networkId: network.id, organisationId: wish.organisation.id }
  if (!mayAnswerWish(writing.actor, owner)) notFound(wish.slug)
  return { ...asked, wish }
}

function isOpen({ wish, writing }: InterestRequest): boolean {
  return stateOf(wish, writing.today) === 'open'
}

async function show(asked: InterestRequest, typed?: Shown): Promise<FastifyReply> {
  const { application } = asked
  if (!isOpen(asked)) return showClosed(asked)
  const { writing, reader } = asked
  const speakers = speakersOf(asked)
  const refs = await listOrganisationRefs(writing, speakers.organisationIds.slice(0, 1))
  const usual = valuesOfChoice(reader, 'authority', [...refs.values()][0])
  const shown = typed ?? { values: usual, errors: [] }
  return draw(
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

async function showClosed(asked: InterestRequest): Promise<FastifyReply> {
  const alike = await listOnThemes(asked.writing, asked.wish, mostAlike)
  return draw(
    withStatus(asked, 410),
    <NotAnsweredPage network={asked.network.slug} wish={asked.wish} alike={alike} />,
  )
}

function draw(
  asked: InterestRequest,
  children: Parameters<typeof drawNetworkPage>[1]['children'],
): FastifyReply {
  const { reader, wish } = asked
  return drawNetworkPage(asked, {
    title: reader.t('partners.introduction.interest.title'),
    description: reader.t('partners.introduction.interest.lead'),
    path: `/partners/${wish.slug}/interest`,
    noindex: true,
    width: 'reading',
    children,
  })
}
