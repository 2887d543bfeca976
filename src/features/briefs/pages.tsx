import type { FastifyInstance } from 'fastify'
import { renderReportText } from '../../platform/documents/render-report-text.ts'
import { callContext } from '../../platform/http/api/call-context.ts'
import type { Application, SitemapEntry } from '../../platform/http/application.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../platform/http/visit.ts'
import { numberFormatter } from '../../platform/i18n/formatters.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusal.ts'
import { renderFor, useReader } from '../../ui/reader.tsx'
import { languageInWords } from '../../ui/text/language-in-words.ts'
import { renderContactsOf } from '../contacts/index.ts'
import { mayChangeRecord, maySuggest } from '../contributions/index.ts'
import { byOwnSide } from '../directory/index.ts'
import {
  cachedByNetwork,
  listNetworks,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../networks/index.ts'
import { briefAnswer } from './api.ts'
import { findBrief, listBodies } from './drawing/brief.ts'
import { BriefPage, ComparePage } from './drawing/brief-page.tsx'
import { mostPages, renderBriefReport, wholeRoom } from './drawing/brief-report.ts'
import { drawBrief, type Filling, groupDrawing, measureLanguages, typesetter } from './drawing/drawing.ts'
import { briefDocument } from './items/document.ts'
import { itemForms } from './items/item-form.tsx'
import { listBriefDocuments } from './items/queries.ts'
import { briefTitle } from './paths.ts'
import { addQuestionRoutes } from './questions/pages.tsx'

/** The briefs of a group: all beside each other, one with its files, and how full its pages would be with what a form holds. */
export function addBriefRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  app.addHook('onClose', async () => typesetter.close())
  addQuestionRoutes(app, application)

  pages.get('/:language/:network/brief', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    const countries = byOwnSide(reader, network.countries)
    return renderNetworkPage(visit, {
      title: reader.t('briefs.brief.title'),
      description: reader.t('briefs.brief.kicker'),
      path: '/brief',
      width: 'wide',
      children: (
        <ComparePage
          network={network}
          briefs={await Promise.all(countries.map((country) => findBrief(context, network, country)))}
        />
      ),
    })
  })

  pages.get('/:language/:network/brief/:slug', loadBriefRequest, async (visit) => {
    const { context, reader, network, country, brief } = visit
    const bodies = await listBodies(context, network.id, country)
    const organisationIds = bodies.map(({ organisationId }) => organisationId)
    const contacts = await renderContactsOf(visit, organisationIds)
    const record = { networkId: network.id, kind: 'brief', organisationIds }
    return renderNetworkPage(visit, {
      title: briefTitle(reader, country),
      description: reader.t('briefs.brief.kicker'),
      path: `/brief/${country.toLowerCase()}`,
      // What only some may read of the people of that side is drawn for its reader alone.
      isNeverKept: context.actor.kind !== 'anonymous',
      children: (
        <BriefPage
          network={network}
          brief={brief}
          mayEdit={maySuggest(context.actor, network.id)}
          contacts={contacts}
          mayAsk={mayChangeRecord(context.actor, record)}
        />
      ),
    })
  })

  for (const format of ['pdf', 'docx'] as const)
    pages.get(`/:language/:network/brief/:slug.${format}`, loadBriefRequest, async (visit) => {
      const { reply, reader, brief } = visit
      const bytes = await drawBrief(format, reader, brief, drawingOf(visit))
      return sendFile(reply.header('cache-control', 'no-cache'), `${nameOf(visit)}.${format}`, bytes)
    })
  pages.get('/:language/:network/brief/:slug.txt', loadBriefRequest, async (visit) => {
    const report = renderBriefReport(visit.reader, visit.brief, { room: wholeRoom, ...drawingOf(visit) })
    return visit.reply.type('text/plain; charset=utf-8').send(renderReportText(report))
  })
  pages.get('/:language/:network/brief/:slug.json', loadBriefRequest, async (visit) => {
    const answer = briefAnswer(visit.brief, visit.reader.language)
    return sendFile(visit.reply, `${nameOf(visit)}.json`, JSON.stringify(answer, null, 2))
  })

  // Asked while one writes; nothing is written.
  pages.post('/:language/:network/brief/:slug/edit/:part/meter', loadBriefRequest, async (visit) => {
    const { request, reply, writing, reader, network, country } = visit
    if (!maySuggest(writing.actor, network.id)) notFound('meter')
    const key = parameterOf(request.params, 'part')
    const part = itemForms.find((each) => each.key === key) ?? notFound('item')
    const document = (await listBriefDocuments(writing, [country])).get(country) ?? notFound(country)
    const call = { context: writing, reader, network, head: null, document, entryId: null, form: null }
    const reading = await part.read(call, request.body)
    const instead = briefDocument.parse(reading.valid ? reading.document : document)
    const fillings = await measureLanguages(
      { context: writing, network, translate: application.translate },
      await findBrief(writing, network, country, instead),
    )
    return reply
      .type('text/html; charset=utf-8')
      .send(renderFor(reader, () => <MeterLines fillings={fillings} />))
  })
}

/** The briefs of each network, for search engines. */
export async function listBriefPages(application: Application): Promise<SitemapEntry[]> {
  const networks = await listNetworks(callContext(application))
  return networks.flatMap(({ slug, countries }) =>
    ['', '/editions', '/legal-path', ...countries.map((country) => `/${country.toLowerCase()}`)].map(
      (page) => ({
        path: `/${slug}/brief${page}`,
        changedAt: null,
      }),
    ),
  )
}

interface BriefRequest extends NetworkRequest {
  /** In capitals. */
  country: string
}

async function loadBriefRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const slug = parameterOf(visit.request.params, 'slug') ?? ''
  const country = loaded.network.countries.find((each) => each.toLowerCase() === slug) ?? notFound(slug)
  return { ...loaded, country, brief: await findBrief(loaded.context, loaded.network, country) }
}

function drawingOf({ application, reader, network, country }: BriefRequest) {
  return groupDrawing(reader, network, country, application.settings.baseUrl)
}

const nameOf = ({ reader, country, context }: BriefRequest) =>
  `brief-${country.toLowerCase()}-${context.today}-${reader.language}` as const

/** How full the pages are in each language, in words. */
function MeterLines({ fillings }: { fillings: readonly Filling[] }) {
  const reader = useReader()
  const { t } = reader
  const pages = numberFormatter(reader.interfaceLanguage, { maximumFractionDigits: 1 })
  return (
    <div class="brief-meter">
      <p class="field-hint">{t('briefs.meter.title')}</p>
      <ul>
        {fillings.map(({ language, filled, linesLeft, shortened }) => {
          const name = languageInWords(reader, language)
          return (
            <li key={language}>
              <meter min={0} max={mostPages} value={Math.min(filled, mostPages)} aria-hidden="true" />{' '}
              {linesLeft < 0 ? (
                <strong>{t('briefs.meter.over', { language: name, lines: -linesLeft })}</strong>
              ) : (
                t('briefs.meter.left', { language: name, filled: pages.format(filled), lines: linesLeft })
              )}
              {shortened > 0 ? ` – ${t('briefs.meter.shortened')}` : ''}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
