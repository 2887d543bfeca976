import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { showOwnFrames } from '../../../platform/http/security.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { withParameters, writtenLanguages } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { renderLetter } from '../../../platform/letters/rendering/render-letter.ts'
import { languageOptions } from '../../../ui/form/language-options.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { renderNetworkPage } from '../../networks/index.ts'
import { mayEditLetters, mayKeepSubscribers, maySendLetters } from '../policy.ts'
import { listTrials } from '../sending/trials/queries.ts'
import { countSubscribers } from '../subscribers/list/queries.ts'
import { listMembers, lookUpRule } from '../subscribers/members/queries.ts'
import { addAdditionRoutes } from './additions.pages.tsx'
import { addArchiveRoutes } from './archive/pages.tsx'
import { beginIssue, gatherAnew } from './commands.ts'
import { addDocumentRoutes } from './document.pages.tsx'
import { addEditingRoutes } from './editing/pages.tsx'
import { addIssueFeedRoutes } from './feed.pages.tsx'
import {
  inScheme,
  letterOf,
  type PreviewChoice,
  readPreviewChoice,
  schemes,
  widths,
  withoutReader,
} from './letter.ts'
import { paths } from './paths.ts'
import { addPictureRoutes } from './pictures/pages.tsx'
import { addPracticeRoutes } from './practice/pages.tsx'
import { isSecondNeeded } from './practice/queries.ts'
import { lookUpDraft } from './queries.ts'
import { isLate, loadDraftRequest, loadEditorRequest } from './request.ts'
import { addStateRoutes } from './states/pages.tsx'
import { hindrancesOf } from './states/readiness.ts'
import { DraftPage } from './views/draft-page.tsx'
import type { LetterReaders } from './views/letter-reach.tsx'

/** The letters of a network: the draft, and the published ones. */
export function addIssueRoutes(app: FastifyInstance, application: Application): void {
  addDraftRoutes(app, application)
  for (const add of [
    addEditingRoutes,
    addAdditionRoutes,
    addStateRoutes,
    addPracticeRoutes,
    addPreviewRoutes,
    addDocumentRoutes,
    addPictureRoutes,
    addIssueFeedRoutes,
    addArchiveRoutes,
  ])
    add(app, application)
}

const doings = ['late', 'gathered'] as const

function addDraftRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/newsletter/draft'
  pages.get(place, loadEditorRequest, async (visit) => {
    const { request, reply, writing, reader, network } = visit
    const issue = await lookUpDraft(writing, network.id)
    // The draft was published or put aside since: the list shows what there is.
    if (issue === null) return reply.redirect(paths.list(reader, network.slug), 303)
    const needsSecond = await isSecondNeeded(writing, network.id)
    const mayApprove = mayEditLetters(writing.actor, network.id)
    const [lastTrial] = mayApprove ? await listTrials(writing, issue.id) : []
    const title = reader.t('newsletter.issues.draft.title')
    return renderNetworkPage(visit, {
      title,
      description: reader.t('newsletter.issues.lead'),
      path: '/newsletter/draft',
      noindex: true,
      children: (
        <DraftPage
          network={network}
          issue={issue}
          mayApprove={mayApprove}
          hindrances={hindrancesOf(issue, { needsSecond, actor: writing.actor })}
          readers={
            mayKeepSubscribers(writing.actor, network.id) ? await findReaders(writing, network.id) : null
          }
          triedAt={lastTrial && lastTrial.madeAt >= issue.changedAt ? lastTrial.madeAt : null}
          done={doings.find((each) => each === parameterOf(request.query, 'done')) ?? null}
        />
      ),
    })
  })
  // A second editor finds the draft that the first one began.
  pages.post(place, loadEditorRequest, async ({ reply, writing, reader, network }) => {
    await beginIssue(writing, application, network)
    return reply.redirect(paths.draft(reader, network.slug), 303)
  })
  pages.post(`${place}/gathering`, loadDraftRequest, async ({ reply, writing, reader, network, issue }) => {
    const draft = paths.draft(reader, network.slug)
    try {
      await gatherAnew(writing, application, network, issue)
    } catch (error) {
      if (isLate(error)) return reply.redirect(`${draft}?done=late`, 303)
      throw error
    }
    return reply.redirect(`${draft}?done=gathered#parts`, 303)
  })
}

async function findReaders(context: Context, networkId: string): Promise<LetterReaders> {
  const [counts, members, rule] = await Promise.all([
    countSubscribers(context, networkId),
    listMembers(context, networkId),
    lookUpRule(context, networkId),
  ])
  const byLanguage = new Map<string, number>()
  for (const { state, language, count } of counts)
    if (state === 'subscribed') byLanguage.set(language, (byLanguage.get(language) ?? 0) + count)
  return { byLanguage, members: members.length, hasRule: rule !== null }
}

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
function addPreviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/newsletter/draft/preview'
  pages.get(place, renderAsked, ({ visit, choice, rendered }) => {
    const { reply, reader, network } = visit
    showOwnFrames(reply)
    return renderNetworkPage(visit, {
      title: reader.t('newsletter.issues.preview.title'),
      description: reader.t('newsletter.issues.lead'),
      path: '/newsletter/draft/preview',
      width: 'wide',
      noindex: true,
      children: (
        <PreviewPage
          network={network.slug}
          choice={choice}
          text={rendered.text}
          maySend={maySendLetters(visit.writing.actor, network.id)}
        />
      ),
    })
  })
  pages.get(`${place}/html`, renderAsked, ({ visit, choice, rendered }) => {
    return visit.reply
      .header('content-security-policy', framePolicy)
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(inScheme(rendered.html, choice.scheme))
  })
}

async function renderAsked(visit: Visit) {
  const { request, application } = visit
  const loaded = await loadDraftRequest(visit)
  const { reader, network, issue } = loaded
  const choice = readPreviewChoice(request.query, reader.interfaceLanguage)
  const { baseUrl } = application.settings
  const t = application.translate(choice.in)
  const letter = letterOf(issue, { baseUrl, t, network, language: choice.in, today: reader.today })
  const { html, text } = await renderLetter(application, letter)
  const shown = (part: string) =>
    withoutReader(part, `${baseUrl}/${choice.in}/${network.slug}/newsletter/subscribe`)
  return { visit: loaded, choice, rendered: { html: shown(html), text: shown(text) } }
}

interface PreviewPageProps {
  network: string
  choice: PreviewChoice
  /** The text part of the mail. */
  text: string
  maySend: boolean
}

/** The mail of a letter in one language, as a mail program would show it. */
function PreviewPage({ network, choice, text, maySend }: PreviewPageProps) {
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
          <>
            <a href={withParameters(paths.draft(reader, network, 'preview.pdf'), { in: choice.in })}>
              {t('newsletter.issues.pdf')}
            </a>
            {maySend ? (
              <a href={paths.draft(reader, network, 'trial')}>{t('newsletter.sending.trial')}</a>
            ) : null}
          </>
        }
      >
        {title}
      </PageHeading>
      <nav class="letter-choices" aria-label={t('newsletter.issues.preview.choices')}>
        <Choices
          network={network}
          choice={choice}
          name="in"
          options={languageOptions(reader, writtenLanguages(reader))}
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
