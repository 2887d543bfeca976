import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { changedPointers } from '../../../platform/http/api/json.ts'
import { answerList, mostCounted, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { addOperation, type Call } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { documentPath, segmentForPrograms } from '../../../platform/records/api/program-record.ts'
import { isForPrograms, type ProgramKind } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusal.ts'
import { readNetworkCall } from '../../networks/index.ts'
import { recordPlace, schemasOf, versionPlace } from '../api/schema.ts'
import { mayReadNames } from '../policy.ts'
import {
  findCurrentVersion,
  type HistoryOf,
  listVersions,
  lookUpState,
  lookUpVersion,
  type Version,
} from './queries.ts'
import { versionList } from './schema.ts'

const cursorPlace = z.int().min(1).max(1_000_000)

/** The history of each kind of record, for programs. */
export function addVersionsApi(app: FastifyInstance, application: Application): void {
  for (const kind of application.records.filter(isForPrograms)) {
    addList(app, application, kind)
    addOne(app, application, kind)
  }
}

function addList(app: FastifyInstance, application: Application, kind: ProgramKind): void {
  addOperation(
    app,
    {
      id: `list${capitalized(kind.kind, 'en')}Versions`,
      path: `/networks/{network}/${segmentForPrograms(kind)}/{slug}/versions`,
      tag: segmentForPrograms(kind),
      summary:
        'Versions of a record, the newest first; the first one is the record as it was loaded or added',
      place: recordPlace,
      query: z.object(sliceParameters),
      answer: versionList,
      scope: () => null,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const before = cursor === undefined ? null : readCursor(cursorPlace, cursor)
      const { context, history } = await findHistory(application, call, kind)
      const rows = await listVersions(context, history, { limit: limit + 1, before })
      const [newest] = await listVersions(context, history, { limit: 1, before: null })
      const showsNames = mayReadNames(context.actor, history.network.id)
      return answerList(application, call.request, {
        rows,
        limit,
        // Numbers have no gap, except for what other groups changed in their own share.
        counted: Math.min(newest?.number ?? 0, mostCounted + 1),
        item: (version) => entryOf(version, showsNames),
        cursorAfter: ({ number }) => writeCursor(number),
      })
    },
  )
}

function addOne(app: FastifyInstance, application: Application, kind: ProgramKind): void {
  const noun = capitalized(kind.kind, 'en')
  addOperation(
    app,
    {
      id: `find${noun}Version`,
      path: `/networks/{network}/${segmentForPrograms(kind)}/{slug}/versions/{number}`,
      tag: segmentForPrograms(kind),
      summary: 'A record as it stood in one version, and what differed from the one before',
      place: versionPlace,
      query: z.object({}),
      answer: schemasOf(kind).version,
      scope: () => null,
    },
    async (call) => {
      const number = Number(call.place.number)
      const { context, history } = await findHistory(application, call, kind)
      const { network } = history
      const version = await lookUpVersion(context, history, number)
      const document = await lookUpState(context, history, number)
      const former = await lookUpState(context, history, number - 1)
      if (version === null || document === null) return notFound(`version ${number}`)
      const shown = await kind.program.show(context, network, document)
      const before = former && (await kind.program.show(context, network, former))
      return {
        ...entryOf(version, mayReadNames(context.actor, network.id)),
        document: shown,
        changed: before === null ? [] : changedPointers(before, shown, [...documentPath]),
      }
    },
  )
}

async function findHistory(
  application: Application,
  { place, request, reply }: Pick<Call<typeof recordPlace, z.ZodObject>, 'place' | 'request' | 'reply'>,
  kind: ProgramKind,
): Promise<{ context: Context; history: HistoryOf }> {
  const visit = { place, request, reply, query: {} }
  const { context, network } = await readNetworkCall(application, visit)
  const { id } = (await kind.lookUp(context, network, { slug: place.slug })) ?? notFound(place.slug)
  return {
    context,
    history: { id, kind, network, current: await findCurrentVersion(context, network, kind, id) },
  }
}

function entryOf(version: Version, showsNames: boolean) {
  const { number, origin, reason, personName, organisation, restores, madeAt } = version
  return {
    number,
    origin,
    reason,
    made_at: madeAt?.toISOString() ?? null,
    author: showsNames ? personName : null,
    organisation,
    restores,
  }
}
