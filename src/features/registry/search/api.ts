import type { FastifyInstance } from 'fastify'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { type Finding, type FoundRecord, findingsOf, mostFound } from '../../../platform/http/network-part.ts'
import { plainText } from '../../../platform/i18n/localized-text.ts'
import { networkPlace, readNetworkCall } from '../../networks/index.ts'
import { type Pointing, permanentAddress } from '../paths.ts'
import { tieNames } from '../records/tie-names.ts'
import { type Answers, findAnswers, mostAnswers } from './answers.ts'
import { searchAnswerOf, searchParameters } from './schema.ts'

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
      answer: searchAnswerOf(findings),
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
