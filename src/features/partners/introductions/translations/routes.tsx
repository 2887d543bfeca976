import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
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
  const place = '/:language/:network/partners/introductions/:id/messages/:message/translation'
  app.get(place, async (request, reply) =>
    show(application, request, reply, await read(application, request)),
  )
  app.post(place, async (request, reply) => {
    const asked = await read(application, request)
    const { introduction, message, network } = asked
    const form = readForm(translationForm, request.body)
    if (!form.valid) return show(application, request, reply.code(422), asked, form)
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

async function read(application: Application, request: FastifyRequest): Promise<MessageRequest> {
  const asked = await readTalksRequest(application, request)
  if (!asked.speaking.adviser) notFound('translation')
  const id = parameterOf(request.params, 'message') ?? ''
  const messages = await listTalkMessages(asked.writing, asked.introduction.id)
  return { ...asked, message: messages.find((each) => each.id === id) ?? notFound(id) }
}

async function show(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: MessageRequest,
  typed?: Shown,
): Promise<FastifyReply> {
  const { reader, network, introduction, message, address } = asked
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('partners.introduction.translation'),
    description: reader.t('partners.introduction.translation'),
    path: `/partners/introductions/${introduction.id}/messages/${message.id}/translation`,
    noindex: true,
    width: 'reading',
    children: (
      <TranslationPage
        reader={reader}
        languages={network.languages}
        message={message}
        address={address}
        shown={typed ?? { values: {}, errors: [] }}
      />
    ),
  })
}
