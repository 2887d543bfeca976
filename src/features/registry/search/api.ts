import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { words } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { type Finding, type FoundRecord, findingsOf, mostFound } from '../../../platform/http/network-part.ts'
import { plainText } from '../../../platform/i18n/localized-text.ts'
import { networkPlace, readNetworkCall, seenOn } from '../../networks/index.ts'
import { statuses } from '../codes.ts'
import { type Pointing, permanentAddress } from '../paths.ts'
import { tieNames } from '../records/tie-names.ts'
import { type Answers, findAnswers, mostAnswers } from './answers.ts'

/** Searches a group and the directory, for programs. */
export function addSearchApi(app: FastifyInstance, application: Application): void {
  const findings = findingsOf(application.networkParts)
  addOperation(
    app,
    {
      id: 'search',
      path: '/networks/{network}/search',
      tag: 'search',
      summary:
        'Cooperations, events, meetings, wishes, expectations and what was said in tours de table of a group, authorities and bodies of the directory that bear some words',
      place: networkPlace,
      query: searchParameters,
      answer: searchResponseOf(findings),
      // Search words are too varied to keep an answer for each.
      scope: () => null,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const text = call.query.q.trim()
      const [answers, found] = await Promise.all([
        findAnswers(context, network, text),
        Promise.all(findings.map((finding) => finding.list({ context, network, text }))),
      ])
      const pointing = { baseUrl: application.settings.baseUrl, network: network.slug, language: 'en' }
      const items = [
        ...cooperationsOf(pointing, answers),
        ...organisationsOf(pointing, answers),
        ...findings.flatMap((finding, at) => foundOf(pointing, finding, found[at] ?? [])),
      ]
      const all =
        answers.cooperations.length < mostAnswers.cooperations &&
        answers.organisations.length < mostAnswers.organisations &&
        found.every(({ length }) => length < mostFound)
      return {
        items,
        total: items.length,
        total_is: all ? ('exact' as const) : ('at_least' as const),
        next: null,
        asks_which: answers.asksWhich,
        approximate: answers.approximate,
      }
    },
  )
}

function cooperationsOf(pointing: Pointing, { cooperations }: Answers) {
  return cooperations.map(({ id, slug, updatedAt, standing: status, parties }) => ({
    type: 'cooperation' as const,
    id,
    slug,
    url: permanentAddress(pointing, 'cooperations', slug),
    updated_at: updatedAt.toISOString(),
    name: tieNames(parties),
    status: status.status,
    parties: parties.map((party) => party.slug),
  }))
}

function organisationsOf(pointing: Pointing, { organisations }: Answers) {
  return organisations.map(({ id, slug, updatedAt, name, country, kind }) => ({
    type: 'organisation' as const,
    id,
    slug,
    url: permanentAddress(pointing, 'organisations', slug),
    updated_at: updatedAt.toISOString(),
    name,
    country,
    kind,
  }))
}

function foundOf({ baseUrl, network, language }: Pointing, { type }: Finding, found: readonly FoundRecord[]) {
  return found.map(({ id, slug, path, updatedAt, name, facts }) => ({
    type,
    id,
    slug,
    url: `${baseUrl}/${language}/${network}${path}`,
    updated_at: updatedAt.toISOString(),
    name: plainText(name),
    ...facts,
  }))
}

const searchParameters = z.object({
  q: words().default('').describe('A name, words of a summary, Korean initials (ㅅㅊ)'),
  ...seenOn,
})

const record = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  name: inLanguages,
}

/** The schema of the answer, with the kinds of records that other features find beside those of the registry and the directory. */
function searchResponseOf(findings: readonly Finding[]) {
  const found = findings.map(({ type, facts }) =>
    z.object({ type: z.literal(type), ...record, ...facts.shape }),
  )
  return named(
    'SearchAnswer',
    z.object({
      items: z.array(
        z.discriminatedUnion('type', [
          z.object({
            type: z.literal('cooperation'),
            ...record,
            status: z.enum(statuses),
            parties: z.array(z.string()),
          }),
          z.object({ type: z.literal('organisation'), ...record, country: z.string(), kind: z.string() }),
          ...found,
        ]),
      ),
      total: z.int().min(0),
      total_is: z.enum(['exact', 'at_least']),
      next: z.null(),
      asks_which: z.boolean().describe('Several different organisations bear exactly this name'),
      approximate: z.boolean().describe('No organisation bears these words: those answered are only alike'),
    }),
  )
}
