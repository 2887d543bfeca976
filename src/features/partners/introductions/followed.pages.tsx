import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { ConfirmPage } from '../../../ui/form/confirm-page.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import {
  addErasure,
  drawEnded,
  drawSecretPage,
  goOn,
  type LinkRequest,
  readLinkRequest,
} from '../../networks/index.ts'
import { introductionLinks } from '../links.ts'
import { paths as wishPaths } from '../wishes/paths.ts'
import type { TalksRequest } from './call.ts'
import { confirmIntroduction } from './commands.ts'
import { notifySides } from './mails.ts'
import { paths } from './paths.ts'
import { listTalkMessages, listTiesIn, lookUpIntroduction, type TalkMessage } from './queries.ts'
import { forgetSenderOf } from './retention.commands.ts'
import { addDeedRoutes, type Typed } from './talks/deeds.pages.tsx'
import { TalksPage, talksTitle } from './talks/talks-page.tsx'

type FollowedRequest = TalksRequest & LinkRequest & { link: Link }
type Link = NonNullable<Awaited<ReturnType<typeof introductionLinks.lookUp>>>

/** What whoever has no account does by the links in their mails: confirm, follow the talks, take part, have their data erased. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/introduced/:token'
  pages.get(place, read, show)
  addDeedRoutes(app, application, { place, read: readKept, draw: showTalks })
  pages.with(limits.mail).post(`${place}/consent`, read, async (asked) => {
    const { reply, writing, network, introduction, reader, token } = asked
    const kept = await introductionLinks.confirm(writing, token, async (inside) => {
      await confirmIntroduction(inside, introduction)
      const notifying = { ...asked, writing: inside }
      await notifySides(notifying, introduction, { key: 'received', sides: ['interest'] })
      if (introduction.heldFor === null)
        await notifySides(notifying, introduction, { key: 'arrived', sides: ['adviser'] })
      return { introduction_id: introduction.id }
    })
    if (kept === null) return show(asked)
    return goOn(reply, paths.followed(reader.language, network.slug, kept))
  })
  addErasure(pages, place, {
    open: readKept,
    goes: 'partners.introduction.erasure.goes',
    stays: 'partners.introduction.erasure.stays',
    erase: ({ writing, introduction }) => forgetSenderOf(writing, introduction.id),
    erased: (asked) => endedWords(asked, 'erased'),
  })
}

async function read(visit: Visit): Promise<FollowedRequest> {
  const asked = await readLinkRequest(visit)
  const { writing, network, token } = asked
  const link = (await introductionLinks.lookUp(writing, token)) ?? notFound('introduction')
  const introduction =
    (await lookUpIntroduction(writing, network.id, link.introduction_id)) ?? notFound('introduction')
  return {
    ...asked,
    introduction,
    link,
    speaking: { wish: false, interest: true, adviser: false },
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
  if (!link.isOpen)
    return drawEnded(asked, {
      ...endedWords(asked, introduction.isConfirmed ? 'used' : 'lapsed'),
      status: 410,
    })
  const messages = await listTalkMessages(writing, introduction.id)
  return drawFollowed(
    asked,
    reader.t('partners.introduction.confirmTitle'),
    <ConfirmSending {...asked} messages={messages} action={`${address}/consent`} />,
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

function endedWords({ reader, network }: FollowedRequest, why: 'used' | 'lapsed' | 'erased') {
  const { t } = reader
  return {
    title: t('partners.introduction.confirmTitle'),
    text: t(`partners.introduction.ended.${why}`),
    next: { href: wishPaths.board(reader, network.slug), label: t('partners.board.title') },
  }
}

function drawFollowed(asked: TalksRequest, title: string, children: ComponentChildren): FastifyReply {
  return drawSecretPage(asked, { title, description: title, children })
}

/** What is kept about whoever has no account, how long, and how to have it erased before. */
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

/** What somebody is said to have sent, and the one button by which they say that it is theirs. */
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
