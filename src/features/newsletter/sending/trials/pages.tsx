import type { FastifyInstance } from 'fastify'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import {
  type InterfaceLanguage,
  isInterfaceLanguage,
  languageNames,
} from '../../../../platform/i18n/languages.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import { paths as issuePaths } from '../../issues/paths.ts'
import { type DraftRequest, loadDraftRequest } from '../../issues/request.ts'
import { maySendLetters } from '../../policy.ts'
import { lettersIn } from '../../subscribers/request.ts'
import { paths } from '../paths.ts'
import { LetterNotDrawn } from '../preparing/editions.ts'
import { trialForm } from '../schema.ts'
import { NoServer } from '../sending-page.tsx'
import { sendTrial } from './commands.ts'
import { type Editor, listEditors, listTrials, type TriedLetter } from './queries.ts'

/** Sends the draft to its editors as readers would get it. */
export function addTrialRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/newsletter/draft/trial', {
    open: loadTrialRequest,
    title: 'newsletter.sending.trial',
    path: '/newsletter/draft/trial',
    action: ({ reader, network }) => paths.trial(reader, network.slug),
    submit: 'newsletter.sending.trial.send',
    values: ({ writing, reader }) => ({
      languages: [reader.interfaceLanguage],
      people: [personIdOf(writing.actor) ?? ''],
    }),
    schema: ({ people }) => trialForm(people.map(({ id }) => id)),
    fields: ({ network, people }, form) => (
      <>
        <ErrorList form={form} />
        <TrialFields languages={lettersIn(network)} people={people} />
      </>
    ),
    save: async ({ reply, writing, reader, network, issue, ...visit }, { languages, people }) => {
      const chosen = visit.people.filter(({ id }) => people.includes(id))
      try {
        await sendTrial(application, writing, { network, issue, languages, people: chosen })
      } catch (error) {
        return [trialTrouble(error)]
      }
      reply.header('referrer-policy', 'no-referrer')
      return paths.trial(reader, network.slug, { done: 'sent' })
    },
    page: async ({ request, reader, network, writing, issue }, form) => {
      const { t } = reader
      const trials = await listTrials(writing, issue.id)
      return (
        <>
          <PageHeading
            kicker={<a href={issuePaths.draft(reader, network.slug)}>{t('newsletter.issues.draft.title')}</a>}
            lead={t('newsletter.sending.trialLead')}
          >
            {t('newsletter.sending.trial')}
          </PageHeading>
          {parameterOf(request.query, 'done') === 'sent' ? (
            <Notice kind="done" live>
              {t('newsletter.sending.trial.done')}
            </Notice>
          ) : null}
          {application.settings.smtpUrl === null ? <NoServer /> : null}
          {form}
          {trials.length > 0 ? (
            <Section id="trials" title={t('newsletter.sending.trials')}>
              <TrialTable trials={trials} />
            </Section>
          ) : null}
        </>
      )
    },
  })
}

// People who compose but may not send do not see the addresses of others.
async function loadTrialRequest(visit: Visit): Promise<DraftRequest & { people: Editor[] }> {
  const loaded = await loadDraftRequest(visit)
  const { writing, network } = loaded
  if (!maySendLetters(writing.actor, network.id)) notFound('trial')
  return { ...loaded, people: await listEditors(writing, network.id) }
}

function trialTrouble(error: unknown) {
  if (error instanceof LetterNotDrawn)
    return fieldError('languages', `newsletter.sending.trouble.${error.trouble}`)
  if (error instanceof Refusal && error.reason === 'tooMany')
    return fieldError('people', 'newsletter.sending.error.tooManyTrials')
  throw error
}

interface TrialFieldsProps {
  languages: readonly InterfaceLanguage[]
  people: readonly Editor[]
}

/** The languages of a trial, and its recipients among the editors. */
function TrialFields({ languages, people }: TrialFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <ChoiceField
        name="languages"
        label={t('newsletter.sending.trial.languages')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        multiple
        required
      />
      <ChoiceField
        name="people"
        label={t('newsletter.sending.trial.people')}
        hint={t('newsletter.sending.trial.peopleHint')}
        options={people.map(({ id, name, address }) => ({
          value: id,
          label: name,
          hint: <bdi>{address}</bdi>,
        }))}
        multiple
        required
      />
    </>
  )
}

/** The outcome of the last trials. */
function TrialTable({ trials }: { trials: TriedLetter[] }) {
  const { t } = useReader()
  return (
    <DataTable<TriedLetter>
      caption={t('newsletter.sending.trials')}
      captionHidden
      rows={trials}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'address',
          label: t('newsletter.subscribers.address'),
          header: true,
          cell: ({ address }) => <bdi>{address}</bdi>,
        },
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          cell: ({ language }) => (isInterfaceLanguage(language) ? languageNames[language] : language),
        },
        {
          key: 'when',
          label: t('newsletter.sending.when'),
          cell: ({ madeAt }) => <Moment at={madeAt} />,
        },
        {
          key: 'state',
          label: t('newsletter.sending.outcome'),
          cell: ({ state }) => t(`newsletter.sending.trial.state.${state}`),
        },
        {
          key: 'words',
          label: t('newsletter.sending.words'),
          cell: ({ words }) => (words === null ? '–' : <bdi>{words}</bdi>),
        },
      ]}
    />
  )
}
