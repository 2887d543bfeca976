import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import { readSignedId } from '../../../platform/context/signed-id.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { loadLinkRequest } from '../../networks/index.ts'
import { findCooperationPage } from '../cooperations/cooperation-page-data.ts'
import { lookUpHead } from '../cooperations/record/queries.ts'
import { cooperationTitle } from '../cooperations/views/cooperation-page.tsx'
import { paths } from '../paths.ts'
import { tieLine } from '../tie.ts'
import { stateConfirmation } from './commands.ts'
import { StanceFields, TieAsWritten } from './confirmation-page.tsx'
import { confirmationPurpose, notifyOfDispute } from './mails.ts'
import { lookUpRequest } from './queries.ts'
import { stanceForm } from './schema.ts'

/**
 * The page on which a partner answers from the link in a mail, in its language and without an account; viewing the page does not consume
 * the link.
 */
export function addAnswerRoutes(app: FastifyInstance, application: Application): void {
  addNetworkForm(pagesOf(app, application, noStore), '/:language/:network/confirmations/:token', {
    sending: { ...noStore, ...limits.mail },
    open: loadConfirmationRequest,
    title: ({ reader, network, data }) =>
      reader.t('registry.confirmation.title', { tie: cooperationTitle(reader, network, data.cooperation) }),
    description: 'registry.confirmation.lead',
    path: '',
    width: 'reading',
    action: ({ address }) => address,
    schema: stanceForm,
    asksFirst: true,
    page: (visit, form) => (
      <AnswerPage visit={visit} state={stateOf(visit)}>
        {form}
      </AnswerPage>
    ),
    fields: ({ reader: { t } }, form) => (
      <>
        <ErrorList form={form} />
        <Field
          name="said_as"
          label={t('registry.confirmation.saidAs')}
          hint={t('registry.confirmation.saidAsHint')}
        />
        <StanceFields />
      </>
    ),
    save: async (visit, { stance, words, said_as: saidAs }) => {
      const { address, reader, writing, network, asking, data } = visit
      const { organisationId, requestId } = asking
      const { cooperation } = data
      await inTransaction(writing, async (inside) => {
        await stateConfirmation(
          inside,
          { id: cooperation.id, networkId: network.id },
          { organisationId, stance, words, language: reader.interfaceLanguage, saidAs, requestId },
        )
        if (stance === 'disputed')
          await notifyOfDispute({ ...visit, writing: inside, cooperation, organisationId, words })
      })
      return address
    },
  })
}

type Asked = Awaited<ReturnType<typeof loadConfirmationRequest>>

async function loadConfirmationRequest(visit: Visit) {
  const { reply, application } = visit
  const loaded = await loadLinkRequest(visit)
  const { writing, token } = loaded
  const id = readSignedId(application.secret, confirmationPurpose, token) ?? notFound('confirmation')
  const asking = (await lookUpRequest(writing, loaded.network.id, id)) ?? notFound('confirmation')
  const head =
    (await lookUpHead(writing, loaded.network, { id: asking.cooperationId })) ?? notFound('confirmation')
  // Its address gives access as the party: no other page may learn it.
  reply.header('referrer-policy', 'no-referrer')
  return { ...loaded, asking, data: await findCooperationPage(writing, loaded.network.id, head.slug) }
}

function stateOf({ application, asking }: Asked): 'open' | 'answered' | 'ended' {
  if (asking.usedAt) return 'answered'
  return asking.expiresAt.getTime() <= application.clock.now().epochMilliseconds ? 'ended' : 'open'
}

interface AnswerPageProps {
  visit: Asked
  state: ReturnType<typeof stateOf>
  children: ComponentChildren
}

// A tie as the registry has it, for the partner to confirm or to dispute with one click.
function AnswerPage({ visit, state, children }: AnswerPageProps) {
  const reader = useReader()
  const { network, data, asking } = visit
  const { t } = reader
  const party = data.cooperation.parties.find(({ id }) => id === asking.organisationId)
  const name = party ? chooseName(party.name, reader.language).text : ''
  return (
    <>
      <PageHeading
        kicker={t('registry.cooperation.confirmation')}
        lead={t('registry.confirmation.question', { names: name })}
      >
        <TieLine {...tieLine(reader, network, data.cooperation)} size="heading" />
      </PageHeading>
      {state === 'open' ? null : (
        <Notice kind={state === 'answered' ? 'done' : 'warning'} live>
          <p>
            {t(state === 'answered' ? 'registry.confirmation.thanks' : 'registry.confirmation.linkEnded')}
          </p>
          <p>
            <a href={paths.cooperation(reader, network.slug, data.cooperation.slug)}>
              {t('registry.confirmation.seeTie')}
            </a>
          </p>
        </Notice>
      )}
      <TieAsWritten network={network} data={data} />
      {state === 'open' ? (
        <Section id="answer" title={t('registry.confirmation.yours')}>
          {children}
        </Section>
      ) : null}
    </>
  )
}
