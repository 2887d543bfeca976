import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { ExplainedChange, RecordKind } from '../../../platform/records/record-kind.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayChangeRecord, mayReadNames } from '../policy.ts'
import { loadRecordRequest, type RecordRequest } from '../request.ts'
import { ChangeList } from './change-list.tsx'
import { changeRecord } from './commands.ts'
import { HistoryPage, historyTitle, originWords, VersionAuthor, VersionMoment } from './history-page.tsx'
import {
  findCurrentVersion,
  type HistoryOf,
  listVersions,
  lookUpState,
  lookUpVersion,
  type Version,
} from './queries.ts'
import { restorationForm } from './schema.ts'

const versionsAPage = 50

/** The history of each kind of record: its versions, comparisons, and restoring. */
export function addVersionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  for (const kind of application.records) {
    const place = `/:language/:network/${kind.segment}/:slug/history`
    pages.get(place, async (visit) => {
      const loaded = await loadRecordRequest(visit, kind)
      return showHistory(loaded)
    })
    pages.get(`${place}/:number`, async (visit) => {
      const loaded = await loadRecordRequest(visit, kind)
      return showVersion(loaded)
    })
    addNetworkAction(pages, `${place}/:number/restoration`, {
      open: async (visit) => {
        const loaded = await loadRecordRequest(visit, kind)
        return mayRestore(loaded) ? loaded : notFound(loaded.head.slug)
      },
      schema: restorationForm,
      again: showVersion,
      save: restore,
    })
  }
}

async function showHistory(visit: RecordRequest): Promise<FastifyReply> {
  const { request, writing, reader, network, kind, head } = visit
  const before = numberOf(request.query, 'before')
  const history = await findHistory(visit)
  const found = await listVersions(writing, history, { limit: versionsAPage + 1, before })
  return renderNetworkPage(visit, {
    title: historyTitle(reader, head),
    description: reader.t('contributions.history.lead'),
    path: `/${kind.segment}/${head.slug}/history`,
    noindex: true,
    width: 'wide',
    children: (
      <HistoryPage
        network={network.slug}
        kind={kind}
        head={head}
        versions={found.slice(0, versionsAPage)}
        hasMore={found.length > versionsAPage}
        present={history.current.number}
        showsNames={mayReadNames(writing.actor, network.id)}
        restored={numberOf(request.query, 'restored')}
      />
    ),
  })
}

async function showVersion(visit: RecordRequest, form?: FormState): Promise<FastifyReply> {
  const { request, writing, reader, network, kind, head } = visit
  const history = await findHistory(visit)
  const version = await findVersion(visit, history, request)
  const compared = numberOf(request.query, 'with') ?? (version.number > 1 ? version.number - 1 : null)
  const document = await findState(visit, history, version.number)
  const other = compared === null ? null : await findState(visit, history, compared)
  const [before, after] =
    compared !== null && compared > version.number ? [document, other] : [other, document]
  const changes =
    before === null || after === null
      ? []
      : await kind.explain(writing, reader, network, compareDocuments(before, after), { before, after })
  return renderNetworkPage(visit, {
    title: `${reader.t('contributions.history.version', { number: version.number })} · ${chooseName(head.title, reader.language).text}`,
    description: reader.t('contributions.history.lead'),
    path: `/${kind.segment}/${head.slug}/history/${version.number}`,
    noindex: true,
    children: (
      <VersionPage
        network={network.slug}
        kind={kind}
        head={head}
        version={version}
        compared={compared}
        changes={changes}
        present={history.current.number}
        showsNames={mayReadNames(writing.actor, network.id)}
        mayRestore={mayRestore(visit)}
        form={form}
      />
    ),
  })
}

async function restore(
  visit: RecordRequest,
  { base, reason }: z.output<typeof restorationForm>,
): Promise<string> {
  const { request, writing, reader, network, kind, head } = visit
  const history = await findHistory(visit)
  const version = await findVersion(visit, history, request)
  const outcome = await changeRecord(writing, {
    network,
    kind,
    head,
    base,
    document: await findState(visit, history, version.number),
    reason,
    language: reader.interfaceLanguage,
    origin: 'restoration',
    organisationId: null,
    restores: version.number,
  })
  // Another person changed the record during the comparison, which must be looked at again.
  if (outcome.outcome === 'met') throw new Refusal('taken', reader.t('contributions.error.changedMeanwhile'))
  const place = paths.history(reader, network.slug, kind, head.slug)
  return `${place}${place.includes('?') ? '&' : '?'}restored=${version.number}`
}

function mayRestore({ writing, network, kind, head }: RecordRequest): boolean {
  const { organisationIds } = head
  return mayChangeRecord(writing.actor, { networkId: network.id, kind: kind.kind, organisationIds })
}

async function findHistory({ writing, network, kind, head: { id } }: RecordRequest): Promise<HistoryOf> {
  return { id, kind, network, current: await findCurrentVersion(writing, network, kind, id) }
}

async function findVersion({ writing }: RecordRequest, history: HistoryOf, request: FastifyRequest) {
  const number = numberOf(request.params, 'number')
  return (number && (await lookUpVersion(writing, history, number))) || notFound('version')
}

async function findState({ writing }: RecordRequest, history: HistoryOf, number: number) {
  return (await lookUpState(writing, history, number)) ?? notFound('version')
}

function numberOf(given: unknown, name: string): number | null {
  const text = parameterOf(given, name) ?? ''
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

interface VersionPageProps {
  network: string
  kind: RecordKind
  head: RecordHead
  version: Version
  /** The version that it is compared with; null for the first one. */
  compared: number | null
  changes: ExplainedChange[]
  present: number
  showsNames: boolean
  mayRestore: boolean
  /** Errors of the restoration that was just asked for. */
  form: FormState | undefined
}

/** One version compared with another: what changed, field by field and language by language, and how to restore it. */
function VersionPage(props: VersionPageProps) {
  const reader = useReader()
  const { network, kind, head, version, compared, changes, present } = props
  const { t } = reader
  const title = t('contributions.history.version', { number: version.number })
  return (
    <>
      <PageHeading
        kicker={<a href={paths.history(reader, network, kind, head.slug)}>{historyTitle(reader, head)}</a>}
      >
        {title}
      </PageHeading>
      <FactList
        facts={[
          {
            term: t('contributions.history.column.when'),
            detail: <VersionMoment version={version} />,
          },
          {
            term: t('contributions.history.column.by'),
            detail: <VersionAuthor version={version} showsNames={props.showsNames} />,
          },
          { term: t('contributions.history.how'), detail: originWords(reader, version) },
          ...(version.reason ? [{ term: t('contributions.history.why'), detail: version.reason }] : []),
        ]}
      />
      {compared === null ? (
        <p>{t('contributions.history.first')}</p>
      ) : (
        <Section id="changes" title={t('contributions.history.compared', { number: compared })}>
          <ChangeList changes={changes} />
        </Section>
      )}
      <p>
        {version.number === present || compared === present ? (
          <a href={paths.record(reader, network, kind, head.slug)}>{t('contributions.history.back')}</a>
        ) : (
          <a href={paths.version(reader, network, kind, head.slug, version.number, present)}>
            {t('contributions.history.compare', { number: present })}
          </a>
        )}
      </p>
      {props.mayRestore && version.number !== present ? <Restoration {...props} /> : null}
    </>
  )
}

function Restoration({ network, kind, head, version, present, form }: VersionPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="restoration" title={t('contributions.history.restore')}>
      <p>{t('contributions.history.restoreExplained', { number: version.number })}</p>
      <Form
        action={`${paths.version(reader, network, kind, head.slug, version.number).split('?')[0]}/restoration`}
        asksFirst
        form={form}
      >
        {form ? <ErrorList form={form} /> : null}
        <input type="hidden" name="base" value={String(present)} />
        <Field name="reason" label={t('contributions.history.restoreReason')} required />
        <button type="submit" class="button">
          {t('contributions.history.restore')}
        </button>
      </Form>
    </Section>
  )
}
