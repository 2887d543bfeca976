import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { showOwnFrames } from '../../../../platform/http/security.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { drawLetter } from '../../../../platform/letters/drawing/draw-letter.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { readDraftRequest } from '../call.ts'
import { letterOf } from '../letter.ts'
import { inScheme, readPreviewChoice, withoutReader } from './preview-choice.ts'
import { PreviewPage } from './views/preview-page.tsx'

// A mail brings its styles with it; here it fetches our own pictures, runs nothing, and stands in a frame of this site alone. Without the
// origin of this site it would fetch them as nobody, who may not see those of a draft.
const framePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join(';')

/** The letter in the making as its readers would get it. */
export function addPreviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/newsletter/draft/preview'
  pages.get(place, drawAsked, ({ asked, choice, drawn }) => {
    const { reply, reader, network } = asked
    showOwnFrames(reply)
    return drawNetworkPage(asked, {
      title: reader.t('newsletter.issues.preview.title'),
      description: reader.t('newsletter.issues.lead'),
      path: '/newsletter/draft/preview',
      width: 'wide',
      noindex: true,
      children: <PreviewPage network={network.slug} choice={choice} text={drawn.text} />,
    })
  })
  pages.get(`${place}/html`, drawAsked, ({ asked, choice, drawn }) => {
    return asked.reply
      .header('content-security-policy', framePolicy)
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(inScheme(drawn.html, choice.scheme))
  })
}

async function drawAsked(visit: Visit) {
  const { request, application } = visit
  const asked = await readDraftRequest(visit)
  const { reader, network, issue } = asked
  const choice = readPreviewChoice(request.query, reader.interfaceLanguage)
  const { baseUrl } = application.settings
  const t = application.translate(choice.in)
  const letter = letterOf(issue, { baseUrl, t, network, language: choice.in, today: reader.today })
  const { html, text } = await drawLetter(application, letter)
  const shown = (part: string) =>
    withoutReader(part, `${baseUrl}/${choice.in}/${network.slug}/newsletter/subscribe`)
  return { asked, choice, drawn: { html: shown(html), text: shown(text) } }
}
