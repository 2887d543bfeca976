import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { showOwnFrames } from '../../../platform/http/security.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { drawLetter } from '../../../platform/letters/drawing/draw-letter.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { readDraftRequest } from './call.ts'
import { letterOf } from './letter.ts'
import { paths } from './paths.ts'
import {
  inScheme,
  type PreviewChoice,
  readPreviewChoice,
  schemes,
  widths,
  withoutReader,
} from './preview-choice.ts'

// A mail brings its own styles. Here it may load our pictures, runs nothing, and may only be framed by this site. Without this site’s
// origin its requests would be anonymous, and a draft’s pictures would be refused.
const framePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join(';')

/** The draft as its readers would get it. */
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

interface PreviewPageProps {
  network: string
  choice: PreviewChoice
  /** The text part of the mail. */
  text: string
}

/** The mail of a letter in one language, as a mail program would show it. */
function PreviewPage({ network, choice, text }: PreviewPageProps) {
  const reader = useReader()
  const { t } = reader
  const title = t('newsletter.issues.preview.title')
  const address = withParameters(paths.draft(reader, network, 'preview', 'html'), {
    in: choice.in,
    scheme: choice.scheme,
  })
  return (
    <>
      <PageHeading
        kicker={<a href={paths.draft(reader, network)}>{t('newsletter.issues.draft.title')}</a>}
        lead={t('newsletter.issues.preview.lead')}
        actions={
          <a href={withParameters(paths.draft(reader, network, 'preview.pdf'), { in: choice.in })}>
            {t('newsletter.issues.pdf')}
          </a>
        }
      >
        {title}
      </PageHeading>
      <nav class="letter-choices" aria-label={t('newsletter.issues.preview.choices')}>
        <Choices
          network={network}
          choice={choice}
          name="in"
          options={interfaceLanguages.map((value) => ({
            value,
            label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
          }))}
        />
        <Choices
          network={network}
          choice={choice}
          name="width"
          options={widths.map((value) => ({ value, label: t(`newsletter.issues.preview.${value}`) }))}
        />
        {choice.width === 'text' ? null : (
          <Choices
            network={network}
            choice={choice}
            name="scheme"
            options={schemes.map((value) => ({ value, label: t(`newsletter.issues.preview.${value}`) }))}
          />
        )}
      </nav>
      {choice.width === 'text' ? (
        <pre class="mail-text" lang={choice.in}>
          {text}
        </pre>
      ) : (
        <iframe
          class={`letter-frame letter-frame-${choice.width} letter-frame-${choice.scheme}`}
          src={address}
          title={title}
        />
      )}
    </>
  )
}

interface ChoicesProps {
  network: string
  choice: PreviewChoice
  name: keyof PreviewChoice
  options: readonly { value: string; label: string }[]
}

function Choices({ network, choice, name, options }: ChoicesProps) {
  const reader = useReader()
  return (
    <ul>
      {options.map(({ value, label }) => (
        <li key={value}>
          <a
            href={withParameters(paths.draft(reader, network, 'preview'), { ...choice, [name]: value })}
            aria-current={choice[name] === value ? 'true' : undefined}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
