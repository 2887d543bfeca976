import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { isSure } from '../../../../platform/personal-data/sure.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawErasureQuestion, drawSecretPage, goOn, readWritingRequest } from '../../../networks/index.ts'
import type { TalksRequest } from '../call.ts'
import { confirmIntroduction } from '../commands.ts'
import { makeLink, useConfirmation } from '../links/commands.ts'
import { type Link, lookUpLink } from '../links/queries.ts'
import { tell } from '../notices/commands.ts'
import { paths } from '../paths.ts'
import { listTalkMessages, lookUpIntroduction } from '../queries.ts'
import { forgetSenderOf } from '../retention/commands.ts'
import { addDeedRoutes, type Typed } from '../talks/deeds/routes.tsx'
import { TalksPage, talksTitle } from '../talks/views/talks-page.tsx'
import { listTiesIn } from '../ties/queries.ts'
import { ConfirmPage } from './views/confirm-page.tsx'
import { EndedPage } from './views/ended-page.tsx'
import { SenderFoot } from './views/sender-foot.tsx'

type FollowedRequest = TalksRequest & { link: Link }

/** What whoever has no account does by the links in their mails: confirm, follow the talks, take part, have their data erased. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/partners/introduced/:token'
  const draw = (request: FastifyRequest, reply: FastifyReply, asked: TalksRequest, typed?: Typed) =>
    showTalks(application, request, reply, asked, typed)
  app.get(place, async (request, reply) =>
    show(application, request, reply, await read(application, request)),
  )
  addDeedRoutes(app, application, { place, read: (request) => readKept(application, request), draw })
  app.post(`${place}/consent`, async (request, reply) => {
    const asked = await read(application, request)
    const { writing, network, introduction, reader } = asked
    const token = parameterOf(request.params, 'token') ?? ''
    const kept = await inTransaction(writing, async (inside) => {
      if (!(await useConfirmation(inside, token))) return null
      await confirmIntroduction(inside, introduction)
      const telling = { application, writing: inside, network }
      await tell(telling, introduction, { key: 'received', sides: ['interest'] })
      if (introduction.heldFor === null)
        await tell(telling, introduction, { key: 'arrived', sides: ['adviser'] })
      return makeLink(inside, introduction.id, 'keep')
    })
    if (kept === null) return show(application, request, reply, asked)
    return goOn(reply, paths.followed(reader.language, network.slug, kept))
  })
  app.post(`${place}/erasure`, async (request, reply) => {
    const asked = await readKept(application, request)
    if (!isSure(request.body))
      return drawErasureQuestion(application, request, reply, asked, {
        goes: asked.reader.t('partners.introduction.erasure.goes'),
        stays: asked.reader.t('partners.introduction.erasure.stays'),
      })
    await inTransaction(asked.writing, (inside) => forgetSenderOf(inside, asked.introduction.id))
    return drawEnded(application, request, reply, asked, 'erased')
  })
}

async function read(application: Application, request: FastifyRequest): Promise<FollowedRequest> {
  const asked = await readWritingRequest(application, request)
  const { writing, network, reader } = asked
  const token = parameterOf(request.params, 'token') ?? ''
  const link = (await lookUpLink(writing, token)) ?? notFound('introduction')
  const introduction =
    (await lookUpIntroduction(writing, network.id, link.introductionId)) ?? notFound('introduction')
  return {
    ...asked,
    introduction,
    link,
    speaking: { wish: false, interest: true, adviser: false },
    address: paths.followed(reader.language, network.slug, token),
    isByLink: true,
  }
}

/** The same by a link that may be kept: what was not confirmed does nothing else. */
async function readKept(application: Application, request: FastifyRequest): Promise<FollowedRequest> {
  const asked = await read(application, request)
  return asked.link.purpose === 'keep' ? asked : notFound('introduction')
}

async function show(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: FollowedRequest,
): Promise<FastifyReply> {
  const { reader, writing, introduction, link, address } = asked
  if (link.purpose === 'keep') return showTalks(application, request, reply, asked)
  if (!link.isOpen)
    return drawEnded(
      application,
      request,
      reply.code(410),
      asked,
      introduction.isConfirmed ? 'used' : 'lapsed',
    )
  const messages = await listTalkMessages(writing, introduction.id)
  return drawFollowed(
    application,
    request,
    reply,
    asked,
    reader.t('partners.introduction.confirmTitle'),
    <ConfirmPage {...asked} messages={messages} action={`${address}/consent`} />,
  )
}

async function showTalks(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TalksRequest,
  typed?: Typed,
): Promise<FastifyReply> {
  const { reader, writing, introduction } = asked
  return drawFollowed(
    application,
    request,
    reply,
    asked,
    talksTitle(reader, introduction),
    <TalksPage
      {...asked}
      messages={await listTalkMessages(writing, introduction.id)}
      ties={await listTiesIn(writing, asked.network.id, introduction.id)}
      advisers={[]}
      typed={typed ?? null}
      foot={<SenderFoot reader={reader} address={asked.address} />}
    />,
  )
}

function drawEnded(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: FollowedRequest,
  why: 'used' | 'lapsed' | 'erased',
): FastifyReply {
  const { reader, network } = asked
  return drawFollowed(
    application,
    request,
    reply,
    asked,
    reader.t('partners.introduction.confirmTitle'),
    <EndedPage reader={reader} network={network.slug} why={why} />,
  )
}

function drawFollowed(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TalksRequest,
  title: string,
  children: ComponentChildren,
): FastifyReply {
  return drawSecretPage(application, request, reply, asked, { title, description: title, children })
}
