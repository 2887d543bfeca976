import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { languageOptions } from '../../../../ui/form/language-options.ts'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { listDeciders } from '../../../contributions/index.ts'
import { addNetworkAction, addNetworkForm } from '../../../directory/picking/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { assignAdviser, vouchFor } from '../commands.ts'
import { notifySides } from '../mails.ts'
import { listTalkMessages, listTiesIn, type TalkMessage } from '../queries.ts'
import { loadTalksRequest, requireAction, type TalksRequest } from '../request.ts'
import { adviserForm, longestMessage, translationForm } from '../schema.ts'
import { translateMessage } from './actions.commands.ts'
import { addActionRoutes, type Typed } from './actions.pages.tsx'
import { TalksPage, talksTitle } from './talks-page.tsx'

/** The talks between two authorities, for their members and the secretariat between them, who types their messages in other languages. */
export function addTalksRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/introductions/:id'
  pages.get(place, loadTalksRequest, (visit) => show(visit, {}))
  addActionRoutes(app, application, { place, read: loadTalksRequest, render: show })

  pages.post(`${place}/recognition`, loadTalksRequest, async (loaded) => {
    const visit = requireAction(loaded, 'vouch')
    const { reply } = visit
    await inTransaction(visit.writing, async (writing) => {
      const { introduction } = visit
      await vouchFor(writing, introduction)
      const [first] = await listTalkMessages(writing, introduction.id)
      const quoted = first ? [{ text: first.text, language: first.language }] : []
      await notifySides({ ...visit, writing }, introduction, { key: 'expressed', sides: ['wish'], quoted })
    })
    return reply.redirect(visit.address, 303)
  })
  addNetworkAction(pages, `${place}/adviser`, {
    open: async (visit) => requireAction(await loadTalksRequest(visit), 'assign'),
    schema: adviserForm,
    again: (visit) => show(visit, {}),
    save: async (visit, { person, seen }) => {
      const { network, introduction } = visit
      await inTransaction(visit.writing, async (writing) => {
        const secretariat = await listDeciders(writing, network.id, [], 'coordinators')
        const taker = secretariat.find(({ personId }) => personId === person)
        if (!taker) throw new Refusal('notAllowed')
        await assignAdviser(writing, introduction, { personId: person, seen: seen === '' ? null : seen })
        const advised = { ...introduction, adviser: { personId: person, name: taker.name } }
        await notifySides({ ...visit, writing }, advised, { key: 'assigned', sides: ['adviser'] })
      })
      return visit.address
    },
  })

  addNetworkForm(pages, `${place}/messages/:message/translation`, {
    open: loadMessageRequest,
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
    values: (visit) => ({ language: usualLanguage(visit), state: 'reviewed' }),
    schema: translationForm,
    fields: renderTranslationFields,
    save: async (visit, { language, text, state }) => {
      const { introduction, message, address } = visit
      if (language === message.language) notFound(language)
      await inTransaction(visit.writing, async (writing) => {
        await translateMessage(writing, introduction, message, { language, text, state })
        // The author knows it already; the others may have waited for it.
        const sides = (['wish', 'interest'] as const).filter(
          (side) => side !== message.side && (side === 'interest' || introduction.vouchedAt !== null),
        )
        await notifySides({ ...visit, writing }, introduction, {
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

async function show(visit: TalksRequest, typed: Typed): Promise<FastifyReply> {
  const { writing, reader, network, introduction, speaking, address } = visit
  const advisers = speaking.adviser ? await listDeciders(writing, network.id, [], 'coordinators') : []
  const title = talksTitle(reader, introduction)
  return renderNetworkPage(visit, {
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
        actor={writing.actor}
        typed={typed}
      />
    ),
  })
}

type MessageRequest = TalksRequest & { message: TalkMessage }

async function loadMessageRequest(visit: Visit): Promise<MessageRequest> {
  const loaded = await loadTalksRequest(visit)
  if (!loaded.speaking.adviser) notFound('translation')
  const id = parameterOf(visit.request.params, 'message') ?? ''
  const messages = await listTalkMessages(loaded.writing, loaded.introduction.id)
  return { ...loaded, message: messages.find((each) => each.id === id) ?? notFound(id) }
}

const othersOf = ({ network, message }: MessageRequest) =>
  network.languages.filter((each) => each !== message.language)

// The first that it is not told in yet.
function usualLanguage(visit: MessageRequest): string {
  const others = othersOf(visit)
  const [usual = ''] = others.filter((each) => visit.message.translations[each] === undefined).concat(others)
  return usual
}

function renderTranslationFields(visit: MessageRequest, form: FormState) {
  const { reader, message } = visit
  const { t } = reader
  const { values } = form
  return (
    <>
      <ErrorList form={form} />
      <ChoiceField
        name="language"
        label={t('partners.introduction.translateInto')}
        options={languageOptions(reader, othersOf(visit))}
        required
      />
      <TextAreaField
        name="text"
        label={t('partners.introduction.translated')}
        // An existing translation fills the box until something else is typed.
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
