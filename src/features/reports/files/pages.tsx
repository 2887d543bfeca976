import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import { findEdition, listEditions, readFacts } from '../../../platform/editions/editions.ts'
import { listErrata } from '../../../platform/editions/errata.ts'
import { freezeFacts } from '../../../platform/editions/frozen-facts.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { serveFile } from '../../../platform/storage/serve-file.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ReportPage } from '../../../ui/blocks/report-page.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { ClockLines } from '../../../ui/text/clock-lines.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { cachedByNetwork, loadNetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { EditionErrata, EditionSigns, ReportFiles } from '../drafting/edition-parts.tsx'
import {
  findFacts,
  findFrozenText,
  listLines,
  listSignatures,
  lookUpDraft,
  lookUpLater,
  lookUpReportOf,
} from '../drafting/queries.ts'
import { seriesOf } from '../drafting/report.ts'
import { type ReportFacts, reportFacts } from '../facts.ts'
import { layoutReport } from '../layout/layout.ts'
import { paths } from '../paths.ts'
import { mayPrepareReports } from '../policy.ts'
import { type DrawnEdition, drawnIn, typesetter } from './draw-files.ts'
import { listFiles, lookUpReportFile } from './queries.ts'

/** The editions of reports, each the report itself with its files; and the draft, as it would be printed, for those who prepare it. */
export function addEditionRoutes(app: FastifyInstance, application: Application): void {
  app.addHook('onClose', async () => typesetter.close())
  const place = '/:language/:network/reports'
  const kept = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  kept.get(`${place}/:number`, loadEditionRequest, showEdition)
  kept.get(`${place}/:number/:name`, loadEditionRequest, async ({ request, reply, context, report }) => {
    const name = parameterOf(request.params, 'name') ?? ''
    const file = (report && (await lookUpReportFile(context, report.id, name))) ?? notFound(name)
    const isShown = /\.(pdf|json)$/.test(name)
    // Never without asking: an edition is withdrawn, and a name erased with its files.
    return serveFile(reply, application.storage, file, { isShown, isPublic: true, isChecked: true })
  })
  const drafts = pagesOf(app, application, noStore)
  drafts.get(`${place}/draft/preview`, loadDraftRequest, showPreview)
  drafts.get(`${place}/draft/:name`, loadDraftRequest, async ({ request, reply, context, report }) => {
    const name = parameterOf(request.params, 'name') ?? ''
    const file = (await lookUpReportFile(context, report.id, name)) ?? notFound(name)
    return serveFile(reply, application.storage, file, {
      isShown: name.endsWith('.pdf'),
      isChecked: true,
    })
  })
}

async function loadEditionRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  const number = parameterOf(visit.request.params, 'number') ?? ''
  const edition = await findEdition(context, seriesOf(network.id), number)
  return { ...loaded, edition, report: await lookUpReportOf(context, edition.id) }
}

async function loadDraftRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  if (!mayPrepareReports(writing.actor, network.id)) notFound('draft')
  return { ...loaded, report: (await lookUpDraft(writing, network.id)) ?? notFound('draft') }
}

async function showPreview(visit: Awaited<ReturnType<typeof loadDraftRequest>>) {
  const { application, writing, reader, network, report } = visit
  const frozen = await findFrozenText(writing, report.id)
  const lines = await listLines(writing, report.id)
  const facts = frozen
    ? reportFacts.parse(JSON.parse(frozen.text))
    : await findFacts(writing, application, network, { ...report, lines })
  const digest = frozen?.digest ?? freezeFacts(facts).digest
  return renderNetworkPage(visit, {
    title: reader.t('reports.page.preview'),
    description: reader.t('reports.draft.lead'),
    path: '/reports/draft/preview',
    noindex: true,
    isNeverKept: true,
    children: <Shown facts={facts} edition={{ number: report.number, digest }} />,
  })
}

async function showEdition(visit: Awaited<ReturnType<typeof loadEditionRequest>>) {
  const { context, reader, network, edition, report } = visit
  const facts = reportFacts.parse(await readFacts(context, edition.id))
  const errata = await listErrata(context, { kind: 'report', id: edition.id })
  const editions = await listEditions(context, seriesOf(network.id))
  const later = lookUpLater(editions, edition.number)
  const former = editions.find(({ number }) => number < edition.number)
  const files = report ? await listFiles(context, report.id) : []
  const signatures = report ? await listSignatures(context, report.id) : []
  const { t } = reader
  const number = String(edition.number)
  const fileAt = (name: string) => paths.file(reader, network.slug, edition.number, name)
  return renderNetworkPage(visit, {
    title: t('reports.page.title', { number }),
    description: t('reports.page.description', {
      number,
      group: chooseName(network.name, reader.language).text,
    }),
    path: `/reports/${number}`,
    noindex: edition.withdrawnAt !== null,
    children: (
      <>
        {edition.withdrawnAt ? (
          <Notice kind="warning">
            {t('reports.list.withdrawn')} <Passage text={edition.withdrawnReason ?? {}} as="span" />
          </Notice>
        ) : null}
        {later ? (
          <Notice>
            <a href={paths.report(reader, network.slug, later.number)}>
              {t('reports.list.supersededBy', { number: String(later.number) })}
            </a>
          </Notice>
        ) : null}
        <Shown facts={facts} edition={edition} beside={<EditionErrata errata={errata} facts={facts} />}>
          <div>
            {files.length > 0 ? null : (
              <p>{t(edition.erasedAt ? 'reports.page.noFiles' : 'reports.page.drawing')}</p>
            )}
            {former ? (
              <p>
                <a href={paths.report(reader, network.slug, former.number)}>
                  {t('reports.list.supersedes', { number: String(former.number) })}
                </a>
                {' · '}
                <a href={paths.difference(reader, network.slug, edition.number, former.number)}>
                  {t('reports.page.difference')}
                </a>
              </p>
            ) : null}
            <ReportFiles names={files.map(({ name }) => name)} at={fileAt} />
          </div>
        </Shown>
        <Section id="signatures" title={t('reports.page.signatures')}>
          <EditionSigns countries={network.countries} signatures={signatures} />
          <h3>{t('reports.sign.published')}</h3>
          <ClockLines
            countries={network.countries}
            hours={{ startsAt: edition.madeAt, endsAt: null, zone: 'Europe/Paris' }}
          />
        </Section>
      </>
    ),
  })
}

interface ShownProps {
  facts: ReportFacts
  edition: DrawnEdition
  beside?: ComponentChildren
  children?: ComponentChildren
}

/** The report as a page, drawn like its files of the facts alone, in the language of the reader. */
function Shown({ facts, edition, beside, children }: ShownProps) {
  const { interfaceLanguage: language } = useReader()
  const { report, charts } = layoutReport(facts, language, drawnIn(facts, language, edition))
  return <ReportPage report={report} pictures={charts} actions={children} beside={beside} />
}
