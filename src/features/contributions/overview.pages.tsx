import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import type { RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusal.ts'
import { renderNetworkPage } from '../networks/index.ts'
import { EditPage, editTitle } from './editing/edit-page.tsx'
import { loadEditRequest, partsOf, publishes } from './editing/request.ts'
import { listDrafts } from './queries.ts'

/** Each kind of record part by part: where changes start. */
export function addOverviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  for (const kind of application.records) {
    pages.get(`/:language/:network/${kind.segment}/:slug/edit`, async (visit) => {
      return showOverview(visit, kind)
    })
  }
}

async function showOverview(visit: Visit, kind: RecordKind): Promise<FastifyReply> {
  const { request } = visit
  const opened = await loadEditRequest(visit, kind)
  const { writing, reader, network, head } = opened
  const personId = writing.actor.kind === 'person' ? writing.actor.personId : notFound('person')
  const document = await kind.read(writing, network, head.id)
  const call = { context: writing, reader, network, head, document, entryId: null, form: null }
  const parts = await Promise.all(
    partsOf(kind, call).map(async (part) => ({
      part,
      entries: (await part.entries?.(call)) ?? null,
      words: (await part.words?.(call)) ?? '',
    })),
  )
  const below = `/${network.slug}/${kind.segment}/${head.slug}/edit/`
  return renderNetworkPage(opened, {
    title: editTitle(reader, head),
    description: reader.t('contributions.edit.lead'),
    path: `/${kind.segment}/${head.slug}/edit`,
    noindex: true,
    children: (
      <EditPage
        network={network.slug}
        kind={kind}
        head={head}
        parts={parts}
        drafts={await listDrafts(writing, personId, network.id, below)}
        publishes={publishes(opened)}
        done={parameterOf(request.query, 'saved') === '1' ? 'saved' : null}
      />
    ),
  })
}
