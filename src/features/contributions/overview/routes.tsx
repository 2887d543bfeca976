import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { listDrafts } from '../drafts/queries.ts'
import { partsOf, publishes, readEditRequest } from '../editing/call.ts'
import { EditPage, editTitle } from '../editing/views/edit-page.tsx'

/** Each kind of record part by part: where whoever changes it begins. */
export function addOverviewRoutes(app: FastifyInstance, application: Application): void {
  for (const kind of application.records) {
    app.get(`/:language/:network/${kind.segment}/:slug/edit`, (request, reply) =>
      showOverview(application, request, reply, kind),
    )
  }
}

async function showOverview(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: RecordKind,
): Promise<FastifyReply> {
  const asked = await readEditRequest(application, request, kind)
  const { writing, reader, network, head } = asked
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
  return drawNetworkPage(application, request, reply, asked, {
    title: editTitle(reader, head),
    description: reader.t('contributions.edit.lead'),
    path: `/${kind.segment}/${head.slug}/edit`,
    noindex: true,
    children: (
      <EditPage
        reader={reader}
        network={network.slug}
        kind={kind}
        head={head}
        parts={parts}
        drafts={await listDrafts(writing, personId, network.id, below)}
        publishes={publishes(asked)}
        done={parameterOf(request.query, 'saved') === '1' ? 'saved' : null}
      />
    ),
  })
}
