import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { oneOf, wholeNumber } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { notFound } from '../../../platform/refusal.ts'
import { readNetworkCall, seenOn } from '../../networks/index.ts'
import { editionPlace } from '../api.ts'
import { type FactChange, factChange, movement } from '../facts.ts'
import { findDifference } from './find-difference.ts'

/** The difference between two editions of the report, for programs. */
export function addDifferenceApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'compareReports',
      path: '/networks/{network}/reports/{number}/difference',
      tag: 'reports',
      summary: 'What changed between two editions of the report, or since one of them, and on whose word',
      place: editionPlace,
      query: z.object({
        ...seenOn,
        from: number().optional().describe('An earlier edition; the one before when left out'),
        to: oneOf(['now']).optional().describe('Compares with what is known on the day, not with an edition'),
      }),
      answer: differenceAnswer,
      scope: () => null,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const { difference } = await findDifference(application, context, network, {
        number: call.place.number,
        ...call.query,
      })
      if (difference === null) return notFound('difference')
      const { from, to, counts, changes } = difference
      return {
        from: { number: from.edition.number, day: from.facts.day, digest: from.edition.digest },
        to: { number: to.edition?.number ?? null, day: to.facts.day, digest: to.edition?.digest ?? null },
        counts,
        entries: changes.map(changeEntry),
      }
    },
  )
}

/** A change as programs read it. */
export function changeEntry({ about: { tieId, ...about }, knownOn, ...change }: FactChange) {
  return { ...change, about: { ...about, tie_id: tieId }, known_on: knownOn }
}

const number = () => wholeNumber(1, 1_000_000)
const { about, field, change, before, after, why, by, knownOn, evidence } = factChange.shape
const { tieId, ...subject } = about.shape

const differenceAnswer = named(
  'ReportDifference',
  z.object({
    from: z.object({ number: z.int(), day: z.iso.date(), digest: z.string() }),
    to: z.object({
      number: z.int().nullable().describe('null: what is known on the day'),
      day: z.iso.date(),
      digest: z.string().nullable(),
    }),
    counts: z.record(z.string(), movement).describe('For each table: old + added − removed = present'),
    entries: z.array(
      z.object({
        about: z.object({ ...subject, tie_id: tieId }),
        field: field.describe('A part after a slash is a member of a set, as in themes/culture'),
        change: change.describe('time: our rule alone moved it, nobody’s word'),
        before,
        after,
        why,
        by: by.describe('In which function'),
        known_on: knownOn.describe('Of what time moved: the day of the last news'),
        evidence: evidence.describe('Slugs of sources'),
      }),
    ),
  }),
)
