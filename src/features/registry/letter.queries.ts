import { sql } from 'kysely'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { asAnybody } from '../../platform/letters/letter-reader.ts'
import type { LetterContext } from '../../platform/letters/letter-source.ts'
import { mostItems, spanOfLetter } from '../../platform/letters/letter-span.ts'
import type { AgreementKind, AgreementState } from './codes.ts'
import { type CooperationSummary, listRows } from './cooperations/summary.queries.ts'

/** A step of an agreement in a letter. */
export interface ToldStep {
  kind: AgreementKind
  title: LocalizedText
  state: AgreementState
  /** EDTF. */
  happened: string
  words: LocalizedText
}

export interface ToldTie {
  cooperation: CooperationSummary
  /** Why it is in the letter: it began, it became known, or something was signed. */
  news: 'began' | 'known' | 'signed'
  steps: ToldStep[]
}

/**
 * The cooperations that a network presents as its own and that began, became known or got a new instrument since the previous letter,
 * newest first. The first letter has only dated ones: the whole registry became known before it.
 */
export async function listToldTies(letterContext: LetterContext): Promise<ToldTie[]> {
  return (await readToldTies(letterContext, mostItems)).told
}

/** Their number in all. */
export async function countToldTies(letterContext: LetterContext): Promise<number> {
  return (await readToldTies(letterContext, 1)).count
}

async function readToldTies(
  letterContext: LetterContext,
  most: number,
): Promise<{ told: ToldTie[]; count: number }> {
  const context = asAnybody(letterContext.context)
  const { today } = context
  const { isFirst, since, from } = spanOfLetter(letterContext)
  const began = sql`coalesce(c.since_from between ${from}::date and ${today}::date, false)`
  const isKnown = isFirst
    ? sql`false`
    : sql`(c.known_on > ${from}::date or (c.known_on = ${from}::date and c.created_at > ${since}))`
  const isToldLate = isFirst
    ? sql`false`
    : sql`((step.known_on > ${from}::date or (step.known_on = ${from}::date and c.updated_at > ${since}))
      and step.happened_to >= ${from}::date - 366)`
  const { rows } = await sql<{ id: string; news: ToldTie['news']; steps: ToldStep[]; count: number }>`
    select c.cooperation_id as id, told.steps, count(*) over ()::int as count,
      case when ${began} then 'began' when ${isKnown} then 'known' else 'signed' end as news
    from registry_cooperation c
    left join lateral (
      select max(step.happened_from) as latest, coalesce(json_agg(json_build_object('kind', a.kind, 'title', a.title, 'state', step.state,
        'happened', step.happened, 'words', step.words) order by step.happened_from, a.position, step.position), '[]') as steps
      from registry_agreement a join registry_agreement_step step on step.agreement_id = a.agreement_id
      where a.cooperation_id = c.cooperation_id and a.parent_id is null and a.known_on <= ${today} and step.known_on <= ${today}
        and step.state in ('signed', 'in_force', 'amended') and step.happened_from <= ${today}::date
        and (step.happened_from >= ${from}::date or ${isToldLate})
    ) told on true
    where c.network_id = ${letterContext.network.id} and c.listed and c.known_on <= ${today}
      and (${began} or ${isKnown} or told.latest is not null)
    order by greatest(told.latest, case when ${began} then c.since_from end) desc nulls last, c.known_on desc, c.slug
    limit ${most}
  `.execute(context.database)
  const ties = await listRows(
    context,
    letterContext.network.id,
    rows.map(({ id }) => id),
  )
  const told = rows.flatMap(({ id, news, steps }) => {
    const cooperation = ties.get(id)
    return cooperation ? [{ news, steps, cooperation }] : []
  })
  return { told, count: rows[0]?.count ?? 0 }
}
