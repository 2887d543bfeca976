import type { FastifyInstance, FastifyReply } from 'fastify'
import { readSignedId } from '../../../platform/context/signed-id.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { heldOnceConfirmed } from '../../../platform/input/likely-spam.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { addLinkAction } from '../../directory/picking/index.ts'
import { loadLinkRequest, redirectAfterPost, renderNetworkPage } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { addMessage } from '../suggestions/commands.ts'
import { Dialogue } from '../suggestions/dialogue.tsx'
import { notifyDeciders, notifyOfReply } from '../suggestions/mails.ts'
import { listMessages, type Message } from '../suggestions/queries.ts'
import { messageForm } from '../suggestions/schema.ts'
import { confirmCorrection } from './commands.ts'
import { correctionPurpose } from './mails.ts'
import { type Correction, lookUpCorrection } from './queries.ts'

/** A reader’s view of the correction they reported, from the link in their mail: confirm it, follow it, answer. */
export function addReaderRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const sending = pages.with({ ...noStore, ...limits.mail })
  const place = '/:language/:network/corrections/:token'
  pages.get(place, loadCorrectionRequest, (visit) => show(visit, { values: {}, errors: [] }))
  sending.post(`${place}/confirmation`, loadCorrectionRequest, async (visit) => {
    const { reply, address, writing, correction } = visit
    await inTransaction(writing, async (inside) => {
      const isNew = await confirmCorrection(inside, correction)
      if (isNew && heldOnceConfirmed(correction.heldFor) === null)
        await notifyDeciders({ ...visit, writing: inside }, correction, true)
    })
    return redirectAfterPost(reply, address)
  })
  addLinkAction(sending, `${place}/messages`, {
    open: loadCorrectionRequest,
    schema: messageForm,
    again: show,
    save: async (visit, { text }) => {
      const { address, writing, correction } = visit
      if (!correction.isConfirmed || correction.decision !== null) notFound('messages')
      await inTransaction(writing, async (inside) => {
        await addMessage(inside, correction.id, { personId: null, text })
        const said = { id: correction.id, words: text, language: correction.language }
        await notifyOfReply({ ...visit, writing: inside }, said)
      })
      return address
    },
  })
}

async function loadCorrectionRequest(visit: Visit) {
  const { application } = visit
  const loaded = await loadLinkRequest(visit)
  const id = readSignedId(application.secret, correctionPurpose, loaded.token) ?? notFound('correction')
  const correction = (await lookUpCorrection(loaded.writing, loaded.network.id, id)) ?? notFound('correction')
  const kind = application.records.find((each) => each.kind === correction.kind) ?? notFound('correction')
  const head = await kind.lookUp(loaded.writing, loaded.network, { id: correction.recordId })
  return { ...loaded, correction, kind, head }
}

async function show(
  visit: Awaited<ReturnType<typeof loadCorrectionRequest>>,
  form: FormState,
): Promise<FastifyReply> {
  const { reply, address, writing, reader, correction, kind, head } = visit
  // Its address gives access as the reader: no other page may learn it.
  reply.header('referrer-policy', 'no-referrer')
  return renderNetworkPage(visit, {
    title: reader.t('contributions.correction.yours'),
    description: reader.t('contributions.correction.lead'),
    path: '',
    noindex: true,
    width: 'reading',
    children: (
      <FollowedPage
        network={visit.network.slug}
        correction={correction}
        kind={kind}
        head={head}
        action={address}
        messages={await listMessages(writing, correction.id)}
        form={form}
      />
    ),
  })
}

interface FollowedPageProps {
  network: string
  correction: Correction
  kind: RecordKind
  head: RecordHead | null
  action: string
  messages: Message[]
  form: FormState
}

/** A reader’s own correction: to confirm, then with its messages and the decision. */
function FollowedPage({ network, correction, kind, head, action, messages, form }: FollowedPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={
          head ? (
            <a href={paths.record(reader, network, kind, head.slug)}>
              {chooseName(head.title, reader.language).text}
            </a>
          ) : undefined
        }
      >
        {t('contributions.correction.yours')}
      </PageHeading>
      {correction.isConfirmed ? <State correction={correction} /> : null}
      <blockquote
        class="as-written"
        lang={correction.language === reader.interfaceLanguage ? undefined : correction.language}
      >
        {correction.words}
      </blockquote>
      {correction.isConfirmed ? (
        <Dialogue
          messages={messages}
          form={form}
          action={correction.decision === null ? `${action}/messages` : null}
          speaker={({ isOfAuthor }) =>
            t(isOfAuthor ? 'contributions.correction.you' : 'contributions.correction.them')
          }
        />
      ) : (
        <form method="post" action={`${action}/confirmation`} class="form">
          <p>{t('contributions.correction.toConfirm')}</p>
          <button type="submit" class="button primary">
            {t('contributions.correction.confirm')}
          </button>
        </form>
      )}
    </>
  )
}

function State({ correction }: Pick<FollowedPageProps, 'correction'>) {
  const reader = useReader()
  const { decision, decisionReason } = correction
  return (
    <Notice kind={decision === null ? 'information' : 'done'}>
      <p>
        {reader.t(
          decision === null
            ? 'contributions.correction.waits'
            : decision === 'accepted'
              ? 'contributions.correction.accepted'
              : 'contributions.correction.declined',
        )}
      </p>
      {decisionReason ? <p class="as-written">{decisionReason}</p> : null}
    </Notice>
  )
}
