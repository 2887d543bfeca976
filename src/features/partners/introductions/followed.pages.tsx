import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { isSure } from '../../../platform/personal-data/sure.ts'
import { notFound } from '../../../platform/refusal.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import { drawErasureQuestion, drawSecretPage, goOn, readNetworkRequest } from '../../networks/index.ts'
import type { TalksRequest } from './call.ts'
import { confirmIntroduction } from './commands.ts'
import { EndedPage } from './ended-page.tsx'
import { makeLink, useConfirmation } from './links.commands.ts'
import { type Link, lookUpLink } from './links.queries.ts'
import { notifySides } from './mails.ts'
import { paths } from './paths.ts'
import { listTalkMessages, listTiesIn, lookUpIntroduction, type TalkMessage } from './queries.ts'
import { forgetSenderOf } from './retention.commands.ts'
import { addDeedRoutes, type Typed } from './talks/deeds.pages.tsx'
import { TalksPage, talksTitle } from './talks/talks-page.tsx'

type FollowedRequest = TalksRequest & { link: Link }

/** What whoever has no account does by the links in their mails: confirm, follow the talks, take part, have their data erased. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/introduced/:token'
  pages.get(place, read, show)
  addDeedRoutes(app, application, { place, read: readKept, draw: showTalks })
  pages.post(`${place}/consent`, read, async (asked) => {
    const { request, reply, writing, network, introduction, reader } = asked
    const token = parameterOf(request.params, 'token') ?? ''
    const kept = await inTransaction(writing, async (inside) => {
      if (!(await useConfirmation(inside, token))) return null
      await confirmIntroduction(inside, introduction)
      const notifying = { ...asked, writing: inside }
      await notifySides(notifying, introduction, { key: 'received', sides: ['interest'] })
      if (introduction.heldFor === null)
        await notifySides(notifying, introduction, { key: 'arrived', sides: ['adviser'] })
      return makeLink(inside, introduction.id, 'keep')
    })
    if (kept === null) return show(asked)
    return goOn(reply, paths.followed(reader.language, network.slug, kept))
  })
  pages.post(`${place}/erasure`, readKept, async (asked) => {
    const { request } = asked
    if (!isSure(request.body))
      return drawErasureQuestion(asked, {
        goes: asked.reader.t('partners.introduction.erasure.goes'),
        stays: asked.reader.t('partners.introduction.erasure.stays'),
      })
    await inTransaction(asked.writing, (inside) => forgetSenderOf(inside, asked.introduction.id))
    return drawEnded(asked, 'erased')
  })
}

async function read(visit: Visit): Promise<FollowedRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
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
async function readKept(visit: Visit): Promise<FollowedRequest> {
  const asked = await read(visit)
  return asked.link.purpose === 'keep' ? asked : notFound('introduction')
}

async function show(asked: FollowedRequest): Promise<FastifyReply> {
  const { reader, writing, introduction, link, address } = asked
  if (link.purpose === 'keep') return showTalks(asked)
  if (!link.isOpen) return drawEnded(withStatus(asked, 410), introduction.isConfirmed ? 'used' : 'lapsed')
  const messages = await listTalkMessages(writing, introduction.id)
  return drawFollowed(
    asked,
    reader.t('partners.introduction.confirmTitle'),
    <ConfirmPage {...asked} messages={messages} action={`${address}/consent`} />,
  )
}

async function showTalks(asked: TalksRequest, typed: Typed = {}): Promise<FastifyReply> {
  const { reader, writing, introduction } = asked
  return drawFollowed(
    asked,
    talksTitle(reader, introduction),
    <TalksPage
      {...asked}
      messages={await listTalkMessages(writing, introduction.id)}
      ties={await listTiesIn(writing, asked.network.id, introduction.id)}
      advisers={[]}
      typed={typed}
      foot={<SenderFoot address={asked.address} />}
    />,
  )
}

function drawEnded(asked: FollowedRequest, why: 'used' | 'lapsed' | 'erased'): FastifyReply {
  const { reader, network } = asked
  return drawFollowed(
    asked,
    reader.t('partners.introduction.confirmTitle'),
    <EndedPage network={network.slug} why={why} />,
  )
}

function drawFollowed(asked: TalksRequest, title: string, children: ComponentChildren): FastifyReply {
  return drawSecretPage(asked, { title, description: title, children })
}

/** What is kept about whoever has no account, how long, and how to have it erased before. */
function SenderFoot({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <Section id="data" title={t('partners.introduction.data')}>
      <p>{t('partners.introduction.dataKept')}</p>
      <form method="post" action={`${address}/erasure`}>
        <button type="submit" class="button">
          {t('partners.introduction.erase')}
        </button>
      </form>
    </Section>
  )
}

interface ConfirmPageProps extends TalksRequest {
  messages: TalkMessage[]
  action: string
}

/** What somebody is said to have sent, and the one button by which they say that it is theirs. */
function ConfirmPage({ introduction, messages, action }: ConfirmPageProps) {
  const reader = useReader()
  const { t } = reader
  const authority = chooseName(shortNames(introduction.interested), reader.language).text
  return (
    <>
      <PageHeading lead={t('partners.introduction.toConfirm', { authority })}>
        {t('partners.introduction.confirmTitle')}
      </PageHeading>
      <p class="entry-title">
        <Passage text={introduction.wish.title} as="span" />
      </p>
      {messages.map((message) => (
        <blockquote key={message.id} class="as-written" {...languageAttributes(reader, message.language)}>
          {message.text}
        </blockquote>
      ))}
      <form method="post" action={action} class="form">
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.introduction.confirmSending')}
          </button>
        </p>
      </form>
    </>
  )
}
