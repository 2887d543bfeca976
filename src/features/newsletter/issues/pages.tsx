import type { FastifyInstance } from 'fastify'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { mayEditLetters } from '../policy.ts'
import { addAdditionRoutes } from './additions.pages.tsx'
import { addArchiveRoutes } from './archive/pages.tsx'
import { beginIssue, gatherAnew } from './commands.ts'
import { addDocumentRoutes } from './document/pages.tsx'
import { addEditingRoutes } from './editing/pages.tsx'
import { addIssueFeedRoutes } from './feed/pages.tsx'
import { paths } from './paths.ts'
import { addPictureRoutes } from './pictures/pages.tsx'
import { addPracticeRoutes } from './practice/pages.tsx'
import { isSecondNeeded } from './practice/queries.ts'
import { addPreviewRoutes } from './preview.pages.tsx'
import { lookUpDraft } from './queries.ts'
import { isLate, loadDraftRequest, loadEditorRequest } from './request.ts'
import { addStateRoutes } from './states/pages.tsx'
import { hindrancesOf } from './states/readiness.ts'
import { DraftPage } from './views/draft-page.tsx'

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
          needsSecond={needsSecond}
          mayApprove={mayEditLetters(writing.actor, network.id)}
          hindrances={hindrancesOf(issue, { needsSecond, personId: personIdOf(writing.actor) })}
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
