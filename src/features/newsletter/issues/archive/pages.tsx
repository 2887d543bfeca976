import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { parameterOf, readPageNumber } from '../../../../platform/input/parameters.ts'
import type { Letter } from '../../../../platform/letters/letter.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type Network,
  renderNetworkPage,
} from '../../../networks/index.ts'
import { CountsSection } from '../../counting/counts-section.tsx'
import { type Count, listCounts } from '../../counting/queries.ts'
import { mayEditLetters } from '../../policy.ts'
import { paths as sendingPaths } from '../../sending/paths.ts'
import { listOpenSendings } from '../../sending/queries.ts'
import { paths as subscriberPaths } from '../../subscribers/paths.ts'
import { feedLink } from '../feed-link.ts'
import { gapsIn } from '../gaps.ts'
import type { PublishedIssue } from '../issue.ts'
import { letterOf } from '../letter.ts'
import { paths } from '../paths.ts'
import { findPractice, isComposer } from '../practice/queries.ts'
import { findPublished, listDiscarded, listPublished, lookUpDraft } from '../queries.ts'
import type { Discarded } from './discarded-section.tsx'
import { IssuesPage } from './issues-page.tsx'
import { LetterBody } from './letter-body.tsx'

const rowsAPage = 24
const discardedAPage = 12

/** The published letters: the list, and each one permanently under its number. */
export function addArchiveRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now', 'page', 'aside']) } })
  pages.get('/:language/:network/newsletter', showList)
  pages
    .with({ config: { kept: cachedByNetwork(['now']) } })
    .get('/:language/:network/newsletter/:number', showIssue)
}

async function showList(visit: Visit) {
  const { request, reply } = visit
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network } = loaded
  const mayEdit = await isComposer(context, network.id)
  const page = readPageNumber(request.query)
  const slice = { limit: rowsAPage + 1, offset: (page - 1) * rowsAPage }
  const found = await listPublished(context, network.id, slice)
  // There used to be more pages, or the visitor typed the number.
  if (found.length === 0 && page > 1) return reply.redirect(paths.list(reader, network.slug), 303)
  return renderNetworkPage(loaded, {
    title: reader.t('newsletter.issues.title'),
    description: reader.t('newsletter.issues.lead'),
    path: '/newsletter',
    feeds: [feedLink(reader, network)],
    children: (
      <IssuesPage
        network={network}
        letters={found.slice(0, rowsAPage)}
        page={page}
        hasNext={found.length > rowsAPage}
        editing={
          mayEdit
            ? {
                draft: await lookUpDraft(context, network.id),
                discarded: await readDiscarded(context, network.id, readPageNumber(request.query, 'aside')),
                practice: mayEditLetters(context.actor, network.id)
                  ? await findPractice(context, network.id)
                  : null,
                sendings: await listOpenSendings(context, network.id),
                isPracticeSaved: parameterOf(request.query, 'done') === 'practice',
              }
            : null
        }
      />
    ),
  })
}

async function readDiscarded(context: Context, networkId: string, page: number): Promise<Discarded> {
  const slice = { limit: discardedAPage + 1, offset: (page - 1) * discardedAPage }
  const found = await listDiscarded(context, networkId, slice)
  return { issues: found.slice(0, discardedAPage), page, hasNext: found.length > discardedAPage }
}

/** A published letter. A withdrawn one gives 410, except to its editors. */
export async function showIssue(visit: Visit) {
  const { request, application, reply } = visit
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network } = loaded
  const issue = await findPublished(context, network.id, parameterOf(request.params, 'number') ?? '')
  const { baseUrl } = application.settings
  const { t, interfaceLanguage: language, today } = reader
  const letter = letterOf(issue, { baseUrl, t, network, language, today })
  const isWithdrawn = issue.state === 'withdrawn'
  const mayEdit = mayEditLetters(context.actor, network.id)
  // A visitor with an old link is told, and search engines drop the page.
  if (isWithdrawn && !mayEdit) reply.code(410)
  return renderNetworkPage(loaded, {
    title: isWithdrawn ? letter.heading : `${letter.title.text} – ${letter.heading}`,
    description: isWithdrawn
      ? chooseName(network.name, reader.language).text
      : letter.preview || letter.heading,
    path: `/newsletter/${issue.number}`,
    width: 'reading',
    noindex: isWithdrawn || reader.now !== null,
    feeds: [feedLink(reader, network)],
    children: (
      <IssuePage
        network={network}
        issue={issue}
        letter={letter}
        editing={mayEdit ? { counts: await listCounts(context, { kind: 'issue', id: issue.id }) } : null}
      />
    ),
  })
}

interface IssuePageProps {
  network: Network
  issue: PublishedIssue
  letter: Letter
  /** What editors see in addition. */
  editing: { counts: readonly Count[] } | null
}

/** A letter as it was published. Only editors see a withdrawn one. */
function IssuePage({ network, issue, letter, editing }: IssuePageProps) {
  const reader = useReader()
  const { t } = reader
  const isWithdrawn = issue.state === 'withdrawn'
  const isUnreviewed = gapsIn(issue, reader.interfaceLanguage).some(({ state }) => state !== 'other')
  const list = <a href={paths.list(reader, network.slug)}>{t('newsletter.issues.title')}</a>
  if (isWithdrawn && !editing)
    return (
      <PageHeading kicker={list} lead={t('newsletter.issues.withdrawnWhy')}>
        {letter.heading}
      </PageHeading>
    )
  return (
    <>
      {isWithdrawn ? <Notice kind="warning">{t('newsletter.issues.withdrawnForEditors')}</Notice> : null}
      <PageHeading
        kicker={
          <>
            {list} – {letter.heading}
          </>
        }
        actions={
          <>
            <a href={paths.pdf(reader, network.slug, issue.number)}>{t('newsletter.issues.pdf')}</a>
            <a href={subscriberPaths.subscribe(reader, network.slug)}>
              {t('newsletter.subscribers.subscribe')}
            </a>
          </>
        }
      >
        <span {...languageAttributes(reader, letter.title.language)}>{letter.title.text}</span>
        {letter.title.mark ? <span class="tag">{letter.title.mark}</span> : null}
      </PageHeading>
      {isUnreviewed ? <p class="entry-meta">{t('newsletter.issues.unreviewed')}</p> : null}
      <LetterBody letter={letter} />
      {editing ? <CountsSection counts={editing.counts} /> : null}
      {editing ? (
        <Section id="state" title={t('newsletter.issues.work')}>
          {isWithdrawn ? null : (
            <p>
              <a class="button" href={sendingPaths.plan(reader, network.slug, issue.number)}>
                {t('newsletter.sending.ofIssue')}
              </a>
            </p>
          )}
          <form
            method="post"
            action={`/${reader.language}/${network.slug}/newsletter/${issue.number}/state`}
            class="form"
          >
            <p>{t(isWithdrawn ? 'newsletter.issues.restoreLead' : 'newsletter.issues.withdrawLead')}</p>
            <p class="form-end">
              <button type="submit" class="button" name="action" value={isWithdrawn ? 'restore' : 'withdraw'}>
                {t(isWithdrawn ? 'newsletter.issues.restore' : 'newsletter.issues.withdraw')}
              </button>
            </p>
          </form>
        </Section>
      ) : null}
    </>
  )
}
