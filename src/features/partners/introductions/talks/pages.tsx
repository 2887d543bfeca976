import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { listDeciders } from '../../../contributions/index.ts'
import { addNetworkAction, addNetworkForm } from '../../../directory/picking/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { allowed, readTalksRequest, type TalksRequest } from '../call.ts'
import { assignAdviser, vouchFor } from '../commands.ts'
import { notifySides } from '../mails.ts'
import { listTalkMessages, listTiesIn, type TalkMessage } from '../queries.ts'
import { adviserForm, longestMessage, translationForm } from '../schema.ts'
import { addDeedRoutes, type Typed } from './deeds.pages.tsx'
import { TalksPage, talksTitle } from './talks-page.tsx'
import { translateMessage } from './translation.commands.ts'

/** The talks between two authorities, for their members and the secretariat between them, who types their messages in other languages. */
export function addTalksRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/introductions/:id'
  pages.get(place, readTalksRequest, (asked) => show(asked, {}))
  addDeedRoutes(app, application, { place, read: readTalksRequest, draw: show })

  pages.post(`${place}/recognition`, readTalksRequest, async (opened) => {
    const asked = allowed(opened, 'vouch')
    const { reply } = asked
    await inTransaction(asked.writing, async (writing) => {
      const { introduction } = asked
      await vouchFor(writing, introduction)
      const [first] = await listTalkMessages(writing, introduction.id)
      const quoted = first ? [{ text: first.text, language: first.language }] : []
      await notifySides({ ...asked, writing }, introduction, { key: 'expressed', sides: ['wish'], quoted })
    })
    return reply.redirect(asked.address, 303)
  })
  addNetworkAction(pages, `${place}/adviser`, {
    open: async (visit) => allowed(await readTalksRequest(visit), 'assign'),
    schema: adviserForm,
    again: (asked) => show(asked, {}),
    save: async (asked, { person, seen }) => {
      const { network, introduction } = asked
      await inTransaction(asked.writing, async (writing) => {
        const secretariat = await listDeciders(writing, network.id, [], 'coordinators')
        const taker = secretariat.find(({ personId }) => personId === person)
        if (!taker) throw new Refusal('notAllowed')
        await assignAdviser(writing, introduction, { personId: person, seen: seen === '' ? null : seen })
        const advised = { ...introduction, adviser: { personId: person, name: taker.name } }
        await notifySides({ ...asked, writing }, advised, { key: 'assigned', sides: ['adviser'] })
      })
      return asked.address
    },
  })

  addNetworkForm(pages, `${place}/messages/:message/translation`, {
    open: readMessageRequest,
    title: 'partners.introduction.translation',
    path: ({ introduction, message }) =>
      `/partners/introductions/${introduction.id}/messages/${message.id}/translation`,
    width: 'reading',
    submit: 'partners.introduction.keepTranslation',
    page: ({ reader, address, message }, form) => (
      <>
        <PageHeading kicker={<a href={address}>{reader.t('partners.introduction.back')}</a>}>
          {reader.t('partners.introduction.translation')}
        </PageHeading>
        <blockquote class="as-written" {...languageAttributes(reader, message.language)}>
          {message.text}
        </blockquote>
        {form}
      </>
    ),
    values: (asked) => ({ language: usualLanguage(asked), state: 'reviewed' }),
    schema: translationForm,
    fields: drawTranslationFields,
    save: async (asked, { language, text, state }) => {
      const { introduction, message, address } = asked
      if (language === message.language) notFound(language)
      await inTransaction(asked.writing, async (writing) => {
        await translateMessage(writing, introduction, message, { language, text, state })
        // Whoever wrote it knows it already; the others may have waited for it.
        const sides = (['wish', 'interest'] as const).filter(
          (side) => side !== message.side && (side === 'interest' || introduction.vouchedAt !== null),
        )
        await notifySides({ ...asked, writing }, introduction, {
          key: 'translated',
          sides,
          quoted: [
            { text, language },
            { text: message.text, language: message.language },
          ],
        })
      })
      return `${address}#message-${message.id}`
    },
  })
}

async function show(asked: TalksRequest, typed: Typed): Promise<FastifyReply> {
  const { writing, reader, network, introduction, speaking, address } = asked
  const advisers = speaking.adviser ? await listDeciders(writing, network.id, [], 'coordinators') : []
  const title = talksTitle(reader, introduction)
  return drawNetworkPage(asked, {
    title,
    description: title,
    path: `/partners/introductions/${introduction.id}`,
    noindex: true,
    children: (
      <TalksPage
        network={network}
        introduction={introduction}
        speaking={speaking}
        messages={await listTalkMessages(writing, introduction.id)}
        ties={await listTiesIn(writing, network.id, introduction.id)}
        advisers={advisers.map(({ personId, name }) => ({ personId, name }))}
        address={address}
        isByLink={false}
        typed={typed}
      />
    ),
  })
}

type MessageRequest = TalksRequest & { message: TalkMessage }

async function readMessageRequest(visit: Visit): Promise<MessageRequest> {
  const asked = await readTalksRequest(visit)
  if (!asked.speaking.adviser) notFound('translation')
  const id = parameterOf(visit.request.params, 'message') ?? ''
  const messages = await listTalkMessages(asked.writing, asked.introduction.id)
  return { ...asked, message: messages.find((each) => each.id === id) ?? notFound(id) }
}

const othersOf = ({ network, message }: MessageRequest) =>
  network.languages.filter((each) => each !== message.language)

// The first that it is not told in yet.
function usualLanguage(asked: MessageRequest): string {
  const others = othersOf(asked)
  const [usual = ''] = others.filter((each) => asked.message.translations[each] === undefined).concat(others)
  return usual
}

function drawTranslationFields(asked: MessageRequest, form: FormState) {
  const { reader, message } = asked
  const { t } = reader
  const { values } = form
  return (
    <>
      <ErrorList form={form} />
      <ChoiceField
        name="language"
        label={t('partners.introduction.translateInto')}
        options={othersOf(asked).map((value) => ({
          value,
          label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
        }))}
        required
      />
      <TextAreaField
        name="text"
        label={t('partners.introduction.translated')}
        // What it is told in already stands in the box until something else is typed.
        value={
          typedValue(values, 'text') || (message.translations[typedValue(values, 'language')]?.text ?? '')
        }
        max={longestMessage * 2}
        rows={6}
        required
      />
      <ChoiceField
        name="state"
        label={t('partners.introduction.translatedBy')}
        options={(['reviewed', 'machine'] as const).map((value) => ({
          value,
          label: t(`partners.introduction.translatedBy.${value}`),
        }))}
        required
      />
    </>
  )
}
