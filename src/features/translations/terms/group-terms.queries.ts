import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { whereFound } from '../../../platform/search/index.ts'
import { type FoundTerm, findTerms } from '../find-terms.ts'
import { listGroupTerms } from './queries.ts'
import { asTerm } from './term.ts'

/** The terms of a text in order: the group’s own, and those of the field where the group says nothing. */
export async function listTermsIn(
  context: Context,
  networkId: string,
  text: string,
  language: string,
): Promise<FoundTerm[]> {
  const own = await listGroupTermsIn(context, networkId, text, [language])
  const isFree = ({ start, end }: FoundTerm) => own.every((each) => end <= each.start || each.end <= start)
  return [...own, ...findTerms(text, language).filter(isFree)].toSorted((a, b) => a.start - b.start)
}

/** The group’s own terms in a text that is in one of some languages. */
export async function listGroupTermsIn(
  context: Context,
  networkId: string,
  text: string,
  languages?: readonly string[],
): Promise<FoundTerm[]> {
  const terms = (await listGroupTerms(context, networkId)).map(asTerm)
  const read = languages ?? [...new Set(terms.flatMap(({ words }) => Object.keys(words)))]
  return read.flatMap((language) => findTerms(text, language, terms))
}

/** The most ways in which one search is asked. */
const mostWays = 8

/**
 * SQL: the record `alias` holds what is asked for, or says it by the group’s words of another language. What the field calls it stands in
 * `search` already; a group’s word may have been added after the record, and so the question is widened instead.
 */
export async function whereFoundInGroup(
  context: Context,
  networkId: string,
  alias: string,
  query: string,
): Promise<RawBuilder<boolean>> {
  const terms = await listGroupTermsIn(context, networkId, query)
  const others = terms.flatMap(({ start, end, term: { words } }) =>
    Object.values(words).map((word) => `${query.slice(0, start)}${word}${query.slice(end)}`),
  )
  const ways = [...new Set([query, ...others])].slice(0, mostWays)
  return sql<boolean>`(${sql.join(
    ways.map((way) => whereFound(alias, way)),
    sql` or `,
  )})`
}
