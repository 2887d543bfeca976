import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { readTalksRequest, type TalksRequest } from '../call.ts'
import { tell } from '../notices/commands.ts'
import { listTalkMessages, type TalkMessage } from '../queries.ts'
import { translationForm } from '../schema.ts'
import { translateMessage } from './commands.ts'
import { TranslationPage } from './views/translation-page.tsx'

type MessageRequest = TalksRequest & { message: TalkMessage }

/** Where the adviser types a message in the language of the other side. */
export function addTranslationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/introductions/:id/messages/:message/translation'
  pages.get(place, read, show)
  pages.post(place, read, async (asked) => {
    const { request, reply, introduction, message, network } = asked
    const form = readForm(translationForm, request.body)
    if (!form.valid) return show(withStatus(asked, 422), form)
    const { language, text, state } = form.data
    if (language === message.language) notFound(language)
    await inTransaction(asked.writing, async (writing) => {
      await translateMessage(writing, introduction, message, { language, text, state })
      // Whoever wrote it knows it already; the others may have waited for it.
      const sides = (['wish', 'interest'] as const).filter(
        (side) => side !== message.side && (side === 'interest' || introduction.vouchedAt !== null),
      )
      await tell({ application, writing, network }, introduction, {
        key: 'translated',
        sides,
        quoted: [
          { text, language },
          { text: message.text, language: message.language },
        ],
      })
    })
    return reply.redirect(`${asked.address}#message-${message.id}`, 303)
  })
}

async function read(visit: Visit): Promise<MessageRequest> {
  const { request } = visit
  const asked = await readTalksRequest(visit)
  if (!asked.speaking.adviser) notFound('translation')
  const id = parameterOf(request.params, 'message') ?? ''
  const messages = await listTalkMessages(asked.writing, asked.introduction.id)
  return { ...asked, message: messages.find((each) => each.id === id) ?? notFound(id) }
}

async function show(asked: MessageRequest, typed?: Shown): Promise<FastifyReply> {
  const { reader, network, introduction, message, address } = asked
  return drawNetworkPage(asked, {
    title: reader.t('partners.introduction.translation'),
    description: reader.t('partners.introduction.translation'),
    path: `/partners/introductions/${introduction.id}/messages/${message.id}/translation`,
    noindex: true,
    width: 'reading',
    children: (
      <TranslationPage
        languages={network.languages}
        message={message}
        address={address}
        shown={typed ?? { values: {}, errors: [] }}
      />
    ),
  })
}
