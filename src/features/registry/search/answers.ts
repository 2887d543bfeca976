import type { Context } from '../../../platform/context/context.ts'
import { fold } from '../../../platform/search/index.ts'
import { listMatches } from '../../directory/gazetteer/index.ts'
import { hasBegun, listOrganisations, type OrganisationRecord } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { wholeRegistry } from '../cooperations/cooperation-filter.ts'
import { listCooperations } from '../cooperations/queries.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { listPassagesWith } from '../sources/queries.ts'

export interface Answers {
  cooperations: CooperationSummary[]
  organisations: OrganisationRecord[]
  /** Several organisations have exactly this name. */
  asksWhich: boolean
  /** No organisation has this name: these are only similar. */
  approximate: boolean
  passages: Awaited<ReturnType<typeof listPassagesWith>>
}

/** The largest number of answers of each kind. */
export const mostAnswers = { cooperations: 20, organisations: 12, passages: 20 }

/** Searches a network and the directory for a text: cooperations, authorities and bodies, sentences of the sources. */
export async function findAnswers(context: Context, network: Network, text: string): Promise<Answers> {
  const empty: Answers = {
    cooperations: [],
    organisations: [],
    asksWhich: false,
    approximate: false,
    passages: [],
  }
  const words = fold(text)
    .split(' ')
    .filter((word) => word.length > 1)
  if (text === '' || fold(text) === '') return empty
  const [cooperations, matches, passages] = await Promise.all([
    listCooperations(context, network.id, { ...wholeRegistry, q: text }, { limit: mostAnswers.cooperations }),
    listMatches(context, { text, limit: mostAnswers.organisations }),
    listPassagesWith(context, network.id, rawWords(text), mostAnswers.passages),
  ])
  const records = await listOrganisations(
    context,
    matches.hits.map((hit) => hit.id),
  )
  // What did not exist yet on the day is not found.
  const organisations = matches.hits.flatMap((hit) =>
    records.filter((record) => record.id === hit.id && hasBegun(record, context.today)),
  )
  // Similar names help if nothing else was found, and are noise otherwise.
  const useful = matches.approximate && (cooperations.length > 0 || passages.length > 0) ? [] : organisations
  return {
    cooperations,
    organisations: useful,
    asksWhich: matches.asksWhich,
    approximate: matches.approximate && useful.length > 0,
    passages: words.length === 0 ? [] : passages,
  }
}

// Passages are searched as written: accents count there.
function rawWords(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .slice(0, 6)
}
