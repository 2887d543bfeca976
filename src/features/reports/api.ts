import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Edition, findEdition, listEditions } from '../../platform/editions/editions.ts'
import { listErrata } from '../../platform/editions/errata.ts'
import { inLanguages } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import type { Application } from '../../platform/http/application.ts'
import { plainText } from '../../platform/i18n/localized-text.ts'
import { notFound } from '../../platform/refusal.ts'
import { networkPlace, readNetworkCall, seenOn } from '../networks/index.ts'
import { listPeriods, listSignatures, lookUpLater, lookUpReportOf } from './drafting/queries.ts'
import { type Report, seriesOf } from './drafting/report.ts'
import { findReadEdition } from './edition.queries.ts'
import { reportFacts } from './facts.ts'
import { reportManifest } from './files/manifest.ts'
import { lookUpManifest } from './files/queries.ts'

/** The edition in the path of an operation. */
export const editionPlace = networkPlace.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, { error: 'the number of an edition' })
    .describe('The number of the edition'),
})
const shared = { tag: 'reports', query: z.object(seenOn) }
const ofEdition = { ...shared, place: editionPlace }

/** The editions of the reports of a group, for programs. */
export function addReportsApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      ...shared,
      id: 'listReports',
      path: '/networks/{network}/reports',
      summary: 'The editions of the report to both governments, newest first',
      place: networkPlace,
      answer: named('ReportList', z.object({ reports: z.array(named('ReportEntry', reportEntry)) })),
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const editions = await listEditions(context, seriesOf(network.id))
      const periods = await listPeriods(context, network.id)
      return {
        reports: editions.map((edition) => entryOf(edition, editions, periods.get(edition.id))),
      }
    },
  )
  addOperation(
    app,
    {
      ...ofEdition,
      id: 'readReport',
      path: '/networks/{network}/reports/{number}',
      summary: 'An edition of the report: who signed it, its errata, and the facts that it rests on',
      answer: reportAnswer,
    },
    async (call) => {
      const { context, network, edition } = await findCalled(application, call)
      const [editions, report, errata, { facts }] = await Promise.all([
        listEditions(context, seriesOf(network.id)),
        lookUpReportOf(context, edition.id),
        listErrata(context, { kind: 'report', id: edition.id }),
        findReadEdition(context, edition),
      ])
      const signatures = report ? await listSignatures(context, report.id) : []
      return {
        ...entryOf(edition, editions, report ?? undefined),
        signatures: signatures.map(({ country, role, digest, signedAt }) => {
          return { country, role, digest, signed_at: signedAt.toISOString() }
        }),
        errata: errata.map(({ said, text, word, about, madeAt }) => {
          return {
            said: plainText(said ?? {}),
            right: plainText(text),
            word,
            about,
            made_at: madeAt.toISOString(),
          }
        }),
        facts,
      }
    },
  )
  addOperation(
    app,
    {
      ...ofEdition,
      id: 'readReportCoverage',
      path: '/networks/{network}/reports/{number}/coverage',
      summary: 'Who was asked and who answered, and for how many records each field is known',
      answer: coverageAnswer,
    },
    async (call) => {
      const { context, edition } = await findCalled(application, call)
      const { bodies, lines, coverage, exchanges } = (await findReadEdition(context, edition)).facts
      const names = new Map(bodies.map((body) => [body.id, body]))
      return {
        number: edition.number,
        day: edition.day,
        authorities: lines.map(({ bodyId, askedOn, answeredOn, stance, lastKnownOn }) => ({
          id: bodyId,
          name: names.get(bodyId)?.name ?? {},
          country: names.get(bodyId)?.country ?? '',
          asked_on: askedOn,
          answered_on: answeredOn,
          stance,
          last_known_on: lastKnownOn,
        })),
        outcomes: {
          asked: exchanges.flatMap(({ asked }) => asked).filter(({ askedOn }) => askedOn !== null).length,
          answered: exchanges.flatMap(({ answers }) => answers).length,
        },
        fields: coverage.map(({ lastKnownOn, ...field }) => ({ ...field, last_known_on: lastKnownOn })),
      }
    },
  )
  addOperation(
    app,
    {
      ...ofEdition,
      id: 'readReportManifest',
      path: '/networks/{network}/reports/{number}/manifest',
      summary: 'The files of an edition with their SHA-256, the two digests, and the engine that drew them',
      answer: named('ReportManifest', reportManifest),
    },
    async (call) => {
      const { context, network, edition } = await findCalled(application, call)
      const report = await lookUpReportOf(context, edition.id)
      const named = report && { ...report, network: network.slug, digest: edition.digest }
      return (named && (await lookUpManifest(context, named))) ?? notFound('manifest')
    },
  )
}

interface EditionCall {
  place: { network: string; number: string }
}

/** The edition in the address, or 404. */
async function findCalled<C extends Parameters<typeof readNetworkCall>[1] & EditionCall>(
  application: Application,
  call: C,
) {
  const { context, network } = await readNetworkCall(application, call)
  return { context, network, edition: await findEdition(context, seriesOf(network.id), call.place.number) }
}

type Period = Pick<Report, 'from' | 'to'>

function entryOf(edition: Edition, editions: readonly Edition[], period: Period | undefined) {
  const { number, day, digest, madeAt, withdrawnAt, erasedAt } = edition
  return {
    number,
    day,
    from: period?.from ?? null,
    to: period?.to ?? null,
    digest,
    published_at: madeAt.toISOString(),
    withdrawn_at: withdrawnAt?.toISOString() ?? null,
    erased_at: erasedAt?.toISOString() ?? null,
    superseded_by: lookUpLater(editions, number)?.number ?? null,
  }
}

const instant = z.iso.datetime()
const reportEntry = z.object({
  number: z.int(),
  day: z.iso.date().describe('The day of the group on which its records were read'),
  from: z.iso.date().nullable().describe('The first day of its period'),
  to: z.iso.date().nullable().describe('The last day of its period'),
  digest: z.string().describe('SHA-256 of the facts, as canonical JSON (RFC 8785)'),
  published_at: instant,
  withdrawn_at: instant.nullable(),
  erased_at: instant
    .nullable()
    .describe('When names were taken out of the facts, which have another digest since'),
  superseded_by: z.int().nullable().describe('The number of a later edition'),
})

const reportAnswer = named(
  'Report',
  reportEntry.extend({
    signatures: z
      .array(z.object({ country: z.string(), role: z.string(), digest: z.string(), signed_at: instant }))
      .describe('One a side, by function'),
    errata: z.array(
      z.object({
        said: inLanguages,
        right: inLanguages,
        word: z.string().nullable().describe('On whose word'),
        about: z.uuid().nullable().describe('The tie that it is about'),
        made_at: instant,
      }),
    ),
    facts: reportFacts.describe('Everything that the edition rests on, as it was frozen'),
  }),
)

const coverageAnswer = named(
  'ReportCoverage',
  z.object({
    number: z.int(),
    day: z.iso.date(),
    authorities: z.array(
      z.object({
        id: z.uuid(),
        name: inLanguages,
        country: z.string(),
        asked_on: z.iso.date().nullable().describe('null: nobody asked it about its own lines'),
        answered_on: z.iso.date().nullable(),
        stance: z.enum(['confirmed', 'disputed', 'added']).nullable(),
        last_known_on: z.iso.date().nullable().describe('Since when nothing new is known of its ties'),
      }),
    ),
    outcomes: z.object({
      asked: z.int().describe('Questions about what came of an exchange'),
      answered: z.int(),
    }),
    fields: z.array(
      z.object({
        table: z.string(),
        field: z.string(),
        known: z.int(),
        of: z.int(),
        last_known_on: z.iso.date().nullable(),
      }),
    ),
  }),
)
