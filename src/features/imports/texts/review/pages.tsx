import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isWithin, seenDays } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { parameterOf, readPageNumber } from '../../../../platform/input/parameters.ts'
import { troubleWords } from '../../../../platform/reading/text-unreadable.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { addLink } from '../../../contributions/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { acceptAllSure, endAcceptance } from '../acceptance/commands.ts'
import { listContradicting } from '../comparison/compared.ts'
import { acceptFacts, refuseFact } from '../decisions.commands.ts'
import { decisions, type Fact } from '../facts/fact.ts'
import {
  countFacts,
  factViews,
  listDecisionsSince,
  listFactsById,
  listSureFacts,
  lookUpPlace,
} from '../facts/queries.ts'
import type { ImportedText } from '../queries.ts'
import { closeQuestion } from '../questions/commands.ts'
import { mostAttempts } from '../reading/claims.commands.ts'
import { loadTextRequest, type TextRequest } from '../request.ts'
import { decisionForm, readSettling } from '../schema.ts'
import { textTrouble } from '../trouble.ts'
import { ChangedSince, undoFacts } from '../undo/commands.ts'
import { type Kept, listLeft } from '../undo/left.ts'
import { progressWords } from './fact-words.ts'
import { factsAPage, gatherReview } from './review-data.ts'
import { ReviewPage, type ReviewPageProps } from './review-page.tsx'

/** The review of a text: decisions on it, and its progress. */
export function addReviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports/:id'
  pages.post(`${place}/decisions`, loadTextRequest, decide)
  pages.post(
    `${place}/acceptance-end`,
    loadTextRequest,
    async ({ reply, reader, network, text, writing }) => {
      await endAcceptance(writing, text)
      const accepted = text.accepting === null ? undefined : String(text.accepting.done)
      return reply.redirect(paths.text(reader, network.slug, text.id, { accepted }), 303)
    },
  )
  pages.get(`${place}/progress`, loadTextRequest, async ({ request, reply, text, writing, reader }) => {
    const since = parameterOf(request.query, 'since') ?? ''
    const isInstant = z.iso.datetime().safeParse(since).success && isWithin(seenDays, since.slice(0, 10))
    const recent = isInstant ? await listDecisionsSince(writing, text.id, since) : []
    const contradicting = await listContradicting(writing, text)
    const counts = await countFacts(writing, { textId: text.id, contradicting })
    reply.header('cache-control', 'no-store')
    return reply.send({
      isRead: text.readAt !== null,
      pages: text.pages,
      pagesRead: text.pagesRead,
      trouble: text.trouble,
      words: progressWords(reader, counts),
      accepting: text.accepting && {
        words: reader.t('imports.text.accepting.progress', text.accepting),
        done: text.accepting.done,
      },
      done: text.decided,
      all: text.facts,
      at: application.clock.now().toString(),
      decisions: recent.map(({ id, decision, by, at }) => ({
        id,
        decision: decision === null ? null : reader.t(`imports.text.decision.${decision}`),
        by: by ?? reader.t('imports.text.fact.somebody'),
        at,
      })),
    })
  })
}

/** Changes by people since: what is to be taken back, and the form that requested it. */
interface ChangedSinceAsked {
  kept: readonly Kept[]
  action: string
  undo: string | null
}

/** Renders the review, or the progress of the reading. */
export async function showReview(
  visit: TextRequest,
  changed: ChangedSinceAsked | null = null,
): Promise<FastifyReply> {
  const { reply, request, application, reader, network, text, writing } = visit
  const page = { path: `/imports/${text.id}`, noindex: true, description: reader.t('imports.list.lead') }
  if (text.readAt === null) {
    // Without a script, the page reloads by itself.
    if (text.trouble === null) reply.header('refresh', '3')
    return renderNetworkPage(visit, {
      ...page,
      title: text.fileName,
      children: <WaitingPage network={network.slug} text={text} />,
    })
  }
  const data = await gatherReview(writing, text, viewOf(request))
  const place = { network, text, records: application.records }
  const kept = changed && { ...changed, list: await listLeft(writing, reader, place, changed.kept) }
  // Only the person who has just requested it watches; others go on deciding undisturbed.
  if (text.accepting !== null && parameterOf(request.query, 'accepting') === '1') reply.header('refresh', '4')
  return renderNetworkPage(visit, {
    status: changed ? 409 : 200,
    ...page,
    title: text.title,
    width: 'wide',
    children: (
      <ReviewPage
        network={network.slug}
        data={data}
        met={await metOf(visit, request)}
        accepted={countOf(request, 'accepted')}
        answered={countOf(request, 'answered')}
        isKnown={parameterOf(request.query, 'known') === '1'}
        kept={kept}
        add={addLink({
          reader,
          actor: writing.actor,
          network,
          kind: { segment: 'cooperations' },
          label: reader.t('registry.form.newCooperation'),
        })}
        at={application.clock.now().toString()}
      />
    ),
  })
}

function viewOf(request: FastifyRequest) {
  const view = factViews.find((each) => each === parameterOf(request.query, 'view')) ?? 'all'
  return { view, page: readPageNumber(request.query) }
}

async function metOf(
  { writing, text }: TextRequest,
  request: FastifyRequest,
): Promise<ReviewPageProps['met']> {
  const id = parameterOf(request.query, 'met')
  if (id === undefined) return null
  const [fact] = await listFactsById(writing, text.id, [id])
  const decision = decisions.find((each) => each === fact?.decision)
  return fact && decision ? { name: fact.decidedBy, decision } : null
}

function countOf(request: FastifyRequest, name: 'accepted' | 'answered'): number | null {
  const count = Number(parameterOf(request.query, name) ?? Number.NaN)
  return Number.isInteger(count) && count >= 0 ? count : null
}

async function decide(visit: TextRequest): Promise<FastifyReply> {
  const { request, application, reply, writing, network, text } = visit
  const form = readForm(decisionForm, request.body)
  if (!form.valid) throw new Refusal('malformed')
  const at = { network, text, records: application.records }
  const { accept, refuse, undo, sure, reasons, manner } = form.data
  const settling = readSettling(form.data.settle)
  const besides = new Set([form.data.beside ?? []].flat())
  if (undo !== undefined) {
    try {
      await undoFacts(writing, at, [undo], manner)
    } catch (error) {
      if (!(error instanceof ChangedSince)) throw error
      const action = request.raw.url ?? ''
      return showReview(visit, { kept: error.kept, action, undo })
    }
    return goOn(request, reply, visit, { fact: undo })
  }
  if (refuse !== undefined) {
    const met = await refuseFact(writing, at, refuse, reasons[refuse] ?? '')
    return goOn(request, reply, visit, { fact: refuse, met })
  }
  if (sure === 'text') {
    const result = await acceptAllSure(application, writing, at)
    return goOn(request, reply, visit, {
      fact: null,
      ...(result === 'background' ? { isAccepting: true } : { accepted: result.accepted }),
    })
  }
  if (sure !== undefined) {
    const of = { textId: text.id, contradicting: await listContradicting(writing, text) }
    const ids = (await listSureFacts(writing, of, { tieId: sure, limit: mostAtOnce })).map(({ id }) => id)
    const { done } = await acceptFacts(writing, at, { ids, way: null, besides })
    return goOn(request, reply, visit, { fact: null, accepted: done.length })
  }
  const id = settling?.id ?? accept
  if (id === undefined) return goOn(request, reply, visit, { fact: null })
  const [fact] = await listFactsById(writing, text.id, [id])
  if (fact && closable.has(fact.value.part)) {
    await closeQuestion(writing, at, id)
    return goOn(request, reply, visit, { fact: id })
  }
  const { taken } = await acceptFacts(writing, at, { ids: [id], way: settling?.way ?? null, besides })
  return goOn(request, reply, visit, { fact: id, met: taken[0] ?? null })
}

const closable = new Set<string>(['participant', 'decision', 'proposal'])

// Facts of one tie accepted with one press.
const mostAtOnce = 300

interface Next {
  fact: string | null
  met?: Fact | null
  accepted?: number
  isAccepting?: boolean
}

// Back to the same place: with the fact in view, unless it has moved to another page.
async function goOn(
  request: FastifyRequest,
  reply: FastifyReply,
  { reader, network, text, writing }: TextRequest,
  { fact, met = null, accepted, isAccepting }: Next,
): Promise<FastifyReply> {
  const { view, page } = viewOf(request)
  const address = paths.text(reader, network.slug, text.id, {
    view: view === 'all' ? undefined : view,
    page: page === 1 ? undefined : String(page),
    met: met?.id,
    accepted: accepted === undefined ? undefined : String(accepted),
    accepting: isAccepting ? '1' : undefined,
  })
  if (fact === null) return reply.redirect(address, 303)
  const of = { textId: text.id, contradicting: await listContradicting(writing, text) }
  const place = await lookUpPlace(writing, of, view, fact)
  const isHere = place !== null && Math.floor(place / factsAPage) + 1 === page
  return reply.redirect(`${address}#${isHere ? `f-${fact}` : 'facts'}`, 303)
}

interface WaitingPageProps {
  network: string
  text: ImportedText
}

/** The page of a text that is being read, with the progress, or of one that cannot be read, with the reason. */
function WaitingPage({ network, text }: WaitingPageProps) {
  const reader = useReader()
  const { t } = reader
  const trouble = textTrouble(text)
  return (
    <>
      <PageHeading kicker={<a href={paths.imports(reader, network)}>{t('imports.list.title')}</a>}>
        {text.fileName}
      </PageHeading>
      {trouble ? (
        <>
          <Notice kind="warning">{troubleWords(t, trouble)}</Notice>
          <p>{t('imports.text.waiting.kept')}</p>
          {text.attempts >= mostAttempts ? <p>{t('imports.text.waiting.twice')}</p> : null}
          <form method="post" action={paths.ofText(reader, network, text.id, 'reading')}>
            <p class="form-actions">
              <button type="submit" class="button">
                {t('imports.text.waiting.again')}
              </button>
              <a class="button" href={paths.newImport(reader, network)}>
                {t('imports.text.waiting.other')}
              </a>
            </p>
          </form>
        </>
      ) : (
        <div class="review-progress" role="status">
          <progress
            max={text.pages ?? undefined}
            value={text.pages === null ? undefined : text.pagesRead}
            aria-labelledby="read"
          />
          <p id="read">
            {text.pages === null
              ? t('imports.text.waiting.reading')
              : t('imports.text.waiting.pages', { done: text.pagesRead, all: text.pages })}
          </p>
        </div>
      )}
      <p>
        <a href={paths.ofText(reader, network, text.id, 'file')}>{t('imports.text.waiting.file')}</a>
      </p>
    </>
  )
}
