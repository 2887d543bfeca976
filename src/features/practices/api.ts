import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readCursor, writeCursor } from '../../platform/http/api/cursor.ts'
import { answerList, listOf, mostCounted, sliceParameters } from '../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import { slug } from '../../platform/http/api/parameters.ts'
import { versionTag } from '../../platform/http/api/version-tag.ts'
import type { Application } from '../../platform/http/application.ts'
import { plainText } from '../../platform/i18n/localized-text.ts'
import { answeredStates, answerOf, shapeOf } from '../../platform/records/fields/programs.ts'
import { findCurrentVersion } from '../contributions/index.ts'
import { networkPlace, readNetworkCall, seenOn } from '../networks/index.ts'
import { practiceFields, resultFields, transferFields } from './sheets/fields.ts'
import { countPractices, listPractices } from './sheets/list.queries.ts'
import { ageOf, ages, confirmations, linkKinds } from './sheets/practice.ts'
import { practiceFilter } from './sheets/practice-filter.ts'
import { practiceRecord } from './sheets/practice-record.ts'
import { findPractice, type Practice } from './sheets/queries.ts'

const tag = 'practices'

/** API of sheets: one, or those that a filter lets through. They are written as documents, like all records. */
export function addPracticesApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings
  addOperation(
    app,
    {
      id: 'listPractices',
      path: '/networks/{network}/practices',
      tag,
      summary: 'What authorities did, what came of it and what failed, the newest first',
      place: networkPlace,
      query: z.object({ ...practiceFilter.schema(), ...sliceParameters, ...seenOn }),
      answer: practiceList,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const after = cursor === undefined ? null : readCursor(practiceCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      const filter = practiceFilter.take(call.query)
      const [rows, counted] = await Promise.all([
        listPractices(context, network.id, filter, {
          limit: limit + 1,
          after: after && { knownOn: after[0], id: after[1] },
        }),
        countPractices(context, network.id, filter, mostCounted + 1),
      ])
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (row) => practiceResponse({ baseUrl, network: network.slug, today: context.today }, row),
        cursorAfter: (row) => writeCursor([row.knownOn, row.id]),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findPractice',
      path: '/networks/{network}/practices/{slug}',
      tag,
      summary: 'One sheet of a practice; its ETag is sent back with a change',
      place: networkPlace.extend({ slug: slug().describe('Slug of the sheet') }),
      query: z.object({ ...seenOn }),
      answer: practiceRecordResponse,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const practice = await findPractice(context, network.id, call.place.slug)
      const answer = practiceResponse({ baseUrl, network: network.slug, today: context.today }, practice)
      const { number } = await findCurrentVersion(context, network, practiceRecord, practice.id)
      call.reply.header('etag', versionTag(number, answer))
      return answer
    },
  )
}

interface Answering {
  baseUrl: string
  network: string
  /** ISO day on which it is read. */
  today: string
}

function practiceResponse(
  { baseUrl, network, today }: Answering,
  practice: Practice,
): z.input<typeof practiceRecordResponse> {
  const { holder, partners, links, results, transfers, ...sheet } = practice
  return {
    id: practice.id,
    slug: practice.slug,
    url: `${baseUrl}/en/${network}/practices/${practice.slug}`,
    updated_at: practice.updatedAt.toISOString(),
    age: ageOf(practice, today),
    confirmation: practice.confirmation,
    looked_on: practice.lookedOn,
    holder: bodyResponse(holder),
    partners: partners.map(bodyResponse),
    ...answerOf(practiceFields, sheet),
    contact: practice.contact === null ? null : plainText(practice.contact),
    results: results.map((result) => answerOf(resultFields, result)),
    transfers: transfers.map((each) => ({ country: each.id, ...answerOf(transferFields, each) })),
    links: links.map(({ kind, slug }) => ({ kind, slug })),
    files: practice.files.map(({ id, name, language, sizeBytes }) => ({
      ...{ name, language, size: sizeBytes },
      url: `${baseUrl}/en/${network}/practices/${practice.slug}/files/${id}`,
    })),
    used_by: practice.usedBy,
    text_states: answeredStates(practiceFields, practice),
  }
}

const bodyResponse = ({ slug, country, kind, name }: Practice['holder']) => ({ slug, country, kind, name })

const practiceCursor = z.tuple([z.iso.date(), z.uuid()])
const body = z.object({ slug: z.string(), country: z.string(), kind: z.string(), name: inLanguages })
const practiceRecordResponse = named(
  'Practice',
  z.object({
    id: z.uuid(),
    slug: z.string(),
    url: z.url(),
    updated_at: z.iso.datetime(),
    age: z.enum(ages).describe('Computed: to_review 24 months after the last look, outdated 12 months later'),
    confirmation: z.enum(confirmations).describe('confirmed or disputed by an authority of another country'),
    looked_on: z.iso.date().describe('When its holder last said that it is true'),
    holder: body,
    partners: z.array(body),
    ...shapeOf(practiceFields, 'answer'),
    contact: inLanguages.nullable().describe('The function of a post, never a person'),
    results: z.array(z.object(shapeOf(resultFields, 'answer'))),
    transfers: z.array(z.object({ country: z.string(), ...shapeOf(transferFields, 'answer') })),
    links: z.array(z.object({ kind: z.enum(linkKinds), slug: z.string() })),
    files: z.array(
      z.object({
        ...{ name: z.string(), url: z.url() },
        language: z.string().describe('BCP 47'),
        size: z.int().describe('In bytes'),
      }),
    ),
    used_by: z.int().describe('Authorities that adopted or adapted it, confirmed by both sides'),
    text_states: statesOfTexts,
  }),
)
const practiceList = named('PracticeList', listOf(practiceRecordResponse))
