import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { EditLink, RecordFoot } from '../../contributions/index.ts'
import { drawNetworkPage, keptByNetwork, readNetworkRequest } from '../../networks/index.ts'
import { drawTalks } from '../introductions/of-wish/page.tsx'
import { mayAnswerWish } from '../introductions/policy.ts'
import { maySpeakFor } from '../policy.ts'
import { listOnThemes } from './board/queries.ts'
import { addBoardRoutes } from './board/routes.tsx'
import { addRenewalRoutes } from './renewal/routes.tsx'
import { findWish, type Wish } from './row/queries.ts'
import { lookUpSaid } from './said/queries.ts'
import { addSaidRoutes } from './said/routes.tsx'
import { WishPage, wishTitle } from './views/wish-page.tsx'
import { stateOf } from './wish-state.ts'

const mostAlike = 5
const doneWords = ['renewed', 'found', 'reopened'] as const

/** The board of a network and each of its wishes. */
export function addWishRoutes(app: FastifyInstance, application: Application): void {
  addBoardRoutes(app, application)
  addSaidRoutes(app, application)
  addRenewalRoutes(app, application)
  app.get(
    '/:language/:network/partners/:slug',
    { config: { kept: keptByNetwork(['now', 'done']) } },
    (request, reply) => showWish(application, request, reply),
  )
}

async function showWish(application: Application, request: FastifyRequest, reply: FastifyReply) {
  const asked = await readNetworkRequest(application, request)
  const { context, reader, network } = asked
  const { actor } = context
  const wish = await findWish(context, network.id, parameterOf(request.params, 'slug') ?? '')
  const isOpen = stateOf(wish, context.today) === 'open'
  const speaksFor = maySpeakFor(actor, { networkId: network.id, organisationId: wish.organisation.id })
  const [said, alike, talks] = await Promise.all([
    wish.interestId === null ? null : lookUpSaid(context, network.id, wish.interestId),
    isOpen ? [] : listOnThemes(context, wish, mostAlike),
    drawTalks(asked, wish),
  ])
  const subjectIds = said === null ? [] : [said.id]
  const marks =
    (await application.factSources?.findMarks({ context, reader, network, subjectIds })) ?? (() => [])
  const title = wishTitle(reader, wish)
  const links = { reader, actor, network, kind: { kind: 'wish', segment: 'partners' }, slug: wish.slug }
  return drawNetworkPage(application, request, reply, asked, {
    title,
    description: chooseText(wish.text, reader.language)?.text.slice(0, 300) ?? title,
    path: `/partners/${wish.slug}`,
    noindex: !isPublic(wish) || !isOpen || reader.now !== null,
    children: (
      <WishPage
        reader={reader}
        network={network}
        wish={wish}
        said={said === null ? null : { said, marks: marks(said.id, 'organisation') }}
        speaksFor={speaksFor}
        mayAnswer={mayAnswerWish(actor, { networkId: network.id, organisationId: wish.organisation.id })}
        alike={alike}
        done={doneWords.find((each) => each === parameterOf(request.query, 'done')) ?? null}
        actions={<EditLink {...links} organisationIds={[wish.organisation.id]} />}
        talks={talks}
        foot={<RecordFoot {...links} />}
      />
    ),
  })
}

const isPublic = ({ visibility, publishedAt }: Wish) => visibility === 'public' && publishedAt !== null
