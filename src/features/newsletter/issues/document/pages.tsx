import type { FastifyInstance } from 'fastify'
import { Typesetter } from '../../../../platform/documents/typesetter.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { sendFile } from '../../../../platform/http/send-file.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../../networks/index.ts'
import { mayEditLetters } from '../../policy.ts'
import { showIssue } from '../archive/pages.tsx'
import { gapsIn } from '../gaps.ts'
import { letterOf } from '../letter.ts'
import { pictureAddress } from '../paths.ts'
import { readPreviewChoice } from '../preview-choice.ts'
import { findPublished } from '../queries.ts'
import { type DraftRequest, loadDraftRequest } from '../request.ts'
import { letterReport } from './letter-report.ts'
import { listPrintedPictures } from './queries.ts'

/** Letters as PDF: the published ones, and for editors the draft. */
export function addDocumentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  pages.get('/:language/:network/newsletter/:number.pdf', loadNetworkRequest, async (visit) => {
    const { request, reply, context, reader, network } = visit
    const issue = await findPublished(context, network.id, parameterOf(request.params, 'number') ?? '')
    if (issue.state === 'withdrawn' && !mayEditLetters(context.actor, network.id)) return showIssue(visit)
    reply.header('cache-control', 'no-cache')
    const rendered = await draw({ context, network, reader, issue }, reader.interfaceLanguage)
    return sendFile(reply, `${network.slug}-${issue.number}-${reader.interfaceLanguage}.pdf`, rendered)
  })

  pages
    .with(noStore)
    .get(
      '/:language/:network/newsletter/draft/preview.pdf',
      loadDraftRequest,
      async ({ request, reply, writing: context, reader, network, issue }) => {
        const { in: language } = readPreviewChoice(request.query, reader.interfaceLanguage)
        const rendered = await draw({ context, network, reader, issue }, language)
        return sendFile(reply, `${network.slug}-draft-${language}.pdf`, rendered)
      },
    )

  type Drawn = Pick<DraftRequest, 'network' | 'reader' | 'issue'> & { context: DraftRequest['writing'] }

  async function draw({ context, network, reader, issue }: Drawn, language: InterfaceLanguage) {
    const { baseUrl } = application.settings
    const t = application.translate(language)
    const letter = letterOf(issue, { baseUrl, t, network, language, today: reader.today })
    const pictures = await listPrintedPictures(context, application.storage, issue)
    const report = letterReport(letter, {
      t,
      day: issue.publishedOn ?? reader.today,
      isUnreviewed: gapsIn(issue, language).some(({ state }) => state !== 'other'),
      pictures: new Map(
        [...pictures.keys()].map((id, index) => [
          baseUrl + pictureAddress(language, network.slug, id),
          index,
        ]),
      ),
    })
    return typesetter.drawReport('pdf', report, [...pictures.values()])
  }
}
