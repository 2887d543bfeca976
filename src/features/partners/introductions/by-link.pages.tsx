import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { heldOnceConfirmed } from '../../../platform/input/likely-spam.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { ConfirmPage } from '../../../ui/form/confirm-page.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import {
  addErasure,
  type LinkRequest,
  loadLinkRequest,
  redirectAfterPost,
  renderEnded,
  renderSecretPage,
} from '../../networks/index.ts'
import { introductionLinks } from '../links.ts'
import { paths as wishPaths } from '../wishes/paths.ts'
import { confirmIntroduction } from './commands.ts'
import { notifySides } from './mails.ts'
import { paths } from './paths.ts'
import { listTalkMessages, listTiesIn, lookUpIntroduction, type TalkMessage } from './queries.ts'
import type { TalksRequest } from './request.ts'
import { forgetSenderOf } from './retention.commands.ts'
import { addActionRoutes, type Typed } from './talks/actions.pages.tsx'
import { TalksPage, talksTitle } from './talks/talks-page.tsx'

type FollowedRequest = TalksRequest & LinkRequest & { link: Link }
type Link = NonNullable<Awaited<ReturnType<typeof introductionLinks.lookUp>>>

/** What recipients without an account do by the links in their mails: confirm, follow the talks, take part, have their data erased. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/introduced/:token'
  pages.get(place, loadFollowedRequest, show)
  addActionRoutes(app, application, { place, read: loadKeptRequest, render: showTalks })
  pages.with(limits.mail).post(`${place}/consent`, loadFollowedRequest, async (visit) => {
    const { reply, writing, network, introduction, reader, token } = visit
    const kept = await introductionLinks.confirm(writing, token, async (inside) => {
      await confirmIntroduction(inside, introduction)
      const notifying = { ...visit, writing: inside }
      await notifySides(notifying, introduction, { key: 'received', sides: ['interest'] })
      if (heldOnceConfirmed(introduction.heldFor) === null)
        await notifySides(notifying, introduction, { key: 'arrived', sides: ['adviser'] })
      return { introduction_id: introduction.id }
    })
    if (kept === null) return show(visit)
    return redirectAfterPost(reply, paths.followed(reader.language, network.slug, kept))
  })
  addErasure(pages, place, {
    open: loadKeptRequest,
    goes: 'partners.introduction.erasure.goes',
    stays: 'partners.introduction.erasure.stays',
    erase: ({ writing, introduction }) => forgetSenderOf(writing, introduction.id),
    erased: (visit) => endedWords(visit, 'erased'),
  })
}

async function loadFollowedRequest(visit: Visit): Promise<FollowedRequest> {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const link = (await introductionLinks.lookUp(writing, token)) ?? notFound('introduction')
  const introduction =
    (await lookUpIntroduction(writing, network.id, link.introduction_id)) ?? notFound('introduction')
  return {
    ...loaded,
    introduction,
    link,
    speaking: { wish: false, interest: true, adviser: false },
    isByLink: true,
  }
}

/** Loads the talks by a link that may be kept: one that was not confirmed does nothing else. */
async function loadKeptRequest(visit: Visit): Promise<FollowedRequest> {
  const loaded = await loadFollowedRequest(visit)
  return loaded.link.purpose === 'keep' ? loaded : notFound('introduction')
}

async function show(visit: FollowedRequest): Promise<FastifyReply> {
  const { reader, writing, introduction, link, address } = visit
  if (link.purpose === 'keep') return showTalks(visit)
  if (!link.isOpen)
    return renderEnded(visit, {
      ...endedWords(visit, introduction.isConfirmed ? 'used' : 'lapsed'),
      status: 410,
    })
  const messages = await listTalkMessages(writing, introduction.id)
  return renderFollowed(
    visit,
    reader.t('partners.introduction.confirmTitle'),
    <ConfirmSending {...visit} messages={messages} action={`${address}/consent`} />,
  )
}

async function showTalks(visit: TalksRequest, typed: Typed = {}): Promise<FastifyReply> {
  const { reader, writing, introduction } = visit
  return renderFollowed(
    visit,
    talksTitle(reader, introduction),
    <TalksPage
      {...visit}
      messages={await listTalkMessages(writing, introduction.id)}
      ties={await listTiesIn(writing, visit.network.id, introduction.id)}
      advisers={[]}
      typed={typed}
      foot={<SenderFoot address={visit.address} />}
    />,
  )
}

function endedWords({ reader, network }: FollowedRequest, why: 'used' | 'lapsed' | 'erased') {
  const { t } = reader
  return {
    title: t('partners.introduction.confirmTitle'),
    text: t(`partners.introduction.ended.${why}`),
    next: { href: wishPaths.board(reader, network.slug), label: t('partners.board.title') },
  }
}

function renderFollowed(visit: TalksRequest, title: string, children: ComponentChildren): FastifyReply {
  return renderSecretPage(visit, { title, description: title, children })
}

/** What is kept about a sender without an account, how long, and how to have it erased before. */
function SenderFoot({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <ErasureSection
      title={t('partners.introduction.data')}
      label={t('partners.introduction.erase')}
      address={address}
    >
      <p>{t('partners.introduction.dataKept')}</p>
    </ErasureSection>
  )
}

interface ConfirmSendingProps extends TalksRequest {
  messages: TalkMessage[]
  action: string
}

/** What a person is said to have sent, and the one button by which they say that it is theirs. */
function ConfirmSending({ introduction, messages, action }: ConfirmSendingProps) {
  const reader = useReader()
  const { t } = reader
  const authority = chooseName(shortNames(introduction.interested), reader.language).text
  return (
    <ConfirmPage
      title={t('partners.introduction.confirmTitle')}
      lead={t('partners.introduction.toConfirm', { authority })}
      action={action}
      label={t('partners.introduction.confirmSending')}
    >
      <p class="entry-title">
        <Passage text={introduction.wish.title} as="span" />
      </p>
      {messages.map((message) => (
        <blockquote key={message.id} class="as-written" {...languageAttributes(reader, message.language)}>
          {message.text}
        </blockquote>
      ))}
    </ConfirmPage>
  )
}
