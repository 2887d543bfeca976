import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ownDay } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { isJsonObject, type JsonObject } from '../../../platform/http/api/json.ts'
import { applyMergePatch } from '../../../platform/http/api/merge-patch.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { jsonType, mergePatchType } from '../../../platform/http/api/read-json.ts'
import { readIfMatch, versionTag } from '../../../platform/http/api/version-tag.ts'
import { addWriting, type WritingCall } from '../../../platform/http/api/writing.ts'
import type { Application } from '../../../platform/http/application.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { segmentForPrograms } from '../../../platform/records/api/program-record.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import { isForPrograms, type ProgramKind } from '../../../platform/records/record-kind.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { lookUpNetwork, type Network, networkPlace, readNetworkCall } from '../../networks/index.ts'
import { maySuggest } from '../policy.ts'
import { findCurrentVersion } from '../versions/queries.ts'
import { addByProgram, changeByProgram } from './commands.ts'
import { recordPlace, schemasOf } from './schema.ts'

export interface Writing {
  network: Network
  /** The network’s own day: what programs write becomes known on it. */
  today: string
}

/** The network in which a program writes, for actors with a present role in it. */
export async function findWriting(
  application: Application,
  context: Context,
  slug: string,
): Promise<Writing> {
  const network = (await lookUpNetwork(context, slug)) ?? notFound(slug)
  authorize(
    maySuggest(context.actor, network.id),
    'The token is for another group, or its owner holds no role in this one any more',
  )
  return { network, today: ownDay(application, network.opensOn) }
}

/** The record that a program names, or 404. */
export async function findHead(
  context: Context,
  { network, today }: Writing,
  kind: ProgramKind,
  slug: string,
): Promise<RecordHead> {
  return (await kind.lookUp({ ...context, today }, network, { slug })) ?? notFound(slug)
}

/** Each kind of record as one document: read, replaced, changed, added. */
export function addDocumentsApi(app: FastifyInstance, application: Application): void {
  for (const kind of application.records.filter(isForPrograms)) {
    addReading(app, application, kind)
    addReplacing(app, application, kind)
    addPatching(app, application, kind, {
      id: `patch${capitalized(kind.kind, 'en')}Document`,
      path: pathOf(kind),
    })
    if (kind.program.isPatchedItself)
      addPatching(app, application, kind, {
        id: `patch${capitalized(kind.kind, 'en')}`,
        path: recordPathOf(kind),
      })
    addAdding(app, application, kind)
  }
}

const outcomes = {
  200: 'Published, or nothing was different',
  202: 'Suggested: it is not your record, or the group reviews first',
}

const recordPathOf = (kind: ProgramKind) => `/networks/{network}/${segmentForPrograms(kind)}/{slug}`
const pathOf = (kind: ProgramKind) => `${recordPathOf(kind)}/document`

function addReading(app: FastifyInstance, application: Application, kind: ProgramKind): void {
  addOperation(
    app,
    {
      id: `read${capitalized(kind.kind, 'en')}Document`,
      path: pathOf(kind),
      tag: segmentForPrograms(kind),
      summary: `What may be changed of a record, with the version that stands: its ETag is sent back with a change`,
      place: recordPlace,
      query: z.object({}),
      answer: schemasOf(kind).state,
      scope: () => null,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, { ...call, query: {} })
      const { slug } = call.place
      const head = (await kind.lookUp(context, network, { slug })) ?? notFound(slug)
      const { number, document } = await findCurrentVersion(context, network, kind, head.id)
      // The version gives the time of the change; the network’s day does not.
      call.reply.removeHeader('last-modified').header('etag', versionTag(number))
      return { version: number, document: await kind.program.show(context, network, document) }
    },
  )
}

function addReplacing(app: FastifyInstance, application: Application, kind: ProgramKind): void {
  const { written, replacement } = schemasOf(kind)
  const { scope, example } = kind.program
  addWriting(
    app,
    application,
    {
      id: `replace${capitalized(kind.kind, 'en')}Document`,
      method: 'PUT',
      path: pathOf(kind),
      tag: segmentForPrograms(kind),
      summary: 'Replaces the document of a record: entries without an id are new, those left out go',
      place: recordPlace,
      answer: written,
      needs: scope,
      writing: {
        takes: [jsonType],
        body: replacement,
        isConditional: true,
        outcomes,
        example: { document: example.whole, reason: 'Convention of 12 March 2026, article 2' },
      },
    },
    {
      prepare: (call) => prepareChange(application, call, kind),
      write: ({ context }, { bases, target, today }, { document, ...declared }) =>
        changeByProgram(application, { ...context, today }, target, bases, declared, () => document),
    },
  )
}

function addPatching(
  app: FastifyInstance,
  application: Application,
  kind: ProgramKind,
  at: { id: string; path: string },
): void {
  const { written, patch } = schemasOf(kind)
  const { scope, example } = kind.program
  addWriting(
    app,
    application,
    {
      ...at,
      method: 'PATCH',
      tag: segmentForPrograms(kind),
      summary: 'Changes some fields of a record',
      description:
        'When the original of a text changes, its other languages turn stale unless they change too. If-Match is the ETag with which it was read.',
      place: recordPlace,
      answer: written,
      needs: scope,
      writing: {
        takes: [mergePatchType, jsonType],
        body: patch,
        isConditional: true,
        outcomes,
        example: { document: example.patch, reason: 'Report of the mission of May 2026' },
      },
    },
    {
      prepare: (call) => prepareChange(application, call, kind),
      write: async ({ context: bare }, { bases, target, today }, { document, ...declared }) => {
        const context = { ...bare, today }
        const { network } = target
        const blank = await kind.program.show(context, network, kind.blank(network))
        return changeByProgram(application, context, target, bases, declared, (shown) =>
          patched(blank, shown, document),
        )
      },
    },
  )
}

function addAdding(app: FastifyInstance, application: Application, kind: ProgramKind): void {
  const { written, added } = schemasOf(kind)
  const { scope, example } = kind.program
  addWriting(
    app,
    application,
    {
      id: `add${capitalized(kind.kind, 'en')}`,
      method: 'POST',
      path: `/networks/{network}/${segmentForPrograms(kind)}`,
      tag: segmentForPrograms(kind),
      summary: 'Adds a record: fields that are left out are empty',
      place: networkPlace,
      answer: written,
      needs: scope,
      writing: {
        takes: [jsonType],
        body: added,
        isConditional: false,
        outcomes: {
          201: 'Published',
          202: 'Suggested: it is not yours to add, or the group reviews first',
          409: 'It may be there already: errors names the records that are alike',
        },
        example: { document: example.added, reason: 'Convention of 12 March 2026' },
      },
    },
    {
      prepare: ({ context, place }) => findWriting(application, context, place.network),
      write: ({ context }, { network, today }, { document, ...declared }) =>
        addByProgram(application, { ...context, today }, { network, kind }, document, declared),
    },
  )
}

async function prepareChange(
  application: Application,
  { context, place, request }: WritingCall<typeof recordPlace>,
  kind: ProgramKind,
) {
  const writing = await findWriting(application, context, place.network)
  const head = await findHead(context, writing, kind, place.slug)
  const bases = readIfMatch(request)
  return { bases, target: { network: writing.network, kind, head }, today: writing.today }
}

// Fields that a patch removes become empty.
function patched(blank: JsonObject, shown: JsonObject, patch: object): JsonObject {
  const merged = applyMergePatch(shown, z.json().parse(patch))
  return { ...blank, ...(isJsonObject(merged) ? merged : {}) }
}
