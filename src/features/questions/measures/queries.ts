import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { ReportPeriod } from '../../../platform/records/report-part.ts'
import { listSides, type Side } from '../../agenda/planning/index.ts'
import type { Trade } from '../../contacts/index.ts'
import type { Theme } from '../../networks/index.ts'
import { mayCoordinate } from '../policy.ts'
import type { NotAsked } from '../routing/peer.ts'

/** A question as it is counted. */
export interface CountedQuestion {
  askerId: string
  /** Of the asker. */
  country: string
  themes: Theme[]
  trade: Trade | null
  /** BCP 47, in which it can be read. */
  languages: string[]
  askedAt: Date
  /** To whom a mail went. */
  asked: { contactId: string; country: string }[]
  notAsked: { id: string; why: NotAsked }[]
  /** Those that others read, the first first. */
  answers: { country: string; at: string; isAccepted: boolean }[]
  /** A sheet was made of it and published; somebody took it up, and the other side says so too. */
  hasSheet: boolean
  isUsed: boolean
}

/** A question of the whole group: what only some may read is in no figure. One that was merged is counted where it went. */
function isCounted(
  { today }: Pick<Context, 'today'>,
  networkId: string,
  { from, to }: ReportPeriod,
): RawBuilder<boolean> {
  return sql<boolean>`q.network_id = ${networkId} and q.visibility = 'group' and q.asked_at is not null and q.hidden_at is null
    and q.outcome is distinct from 'merged' and q.known_on between ${from} and ${to} and q.known_on <= ${today}`
}

/** The questions of the group that were asked in a period, with how far each came. */
export async function listCounted(
  context: Context,
  networkId: string,
  period: ReportPeriod,
): Promise<CountedQuestion[]> {
  const { rows } = await sql<CountedQuestion>`
    select q.asker_id as "askerId", asker.country, q.themes, q.trade, q.asked_at as "askedAt", q.not_asked as "notAsked",
      array(select said.key from jsonb_each(q.question) said where said.value ->> 'state' <> 'stale') as languages,
      coalesce((select json_agg(json_build_object('contactId', p.contact_id, 'country', o.country)) from questions_asked p
        join directory_organisation o on o.organisation_id = p.organisation_id
        where p.question_id = q.question_id and p.mailed_at is not null), '[]') as asked,
      coalesce((select json_agg(json_build_object('country', o.country, 'at', a.leaves_at, 'isAccepted', a.accepted_at is not null)
        order by a.leaves_at, a.answer_id) from questions_answer a join directory_organisation o on o.organisation_id = a.organisation_id
        where a.question_id = q.question_id and a.held_at is null and a.leaves_at <= ${context.clock.now().toString()}), '[]') as answers,
      coalesce(s.publication = 'published', false) as "hasSheet",
      coalesce(s.publication = 'published', false) and exists (select from practices_use u
        where u.sheet_id = q.sheet_id and u.state in ('adopted', 'adapted') and u.confirmed_on is not null) as "isUsed"
    from questions_question q join directory_organisation asker on asker.organisation_id = q.asker_id
    left join practices_sheet s on s.sheet_id = q.sheet_id
    where ${isCounted(context, networkId, period)} order by q.asked_at, q.question_id
  `.execute(context.database)
  return rows
}

/**
 * The themes of these questions on which no sheet is published, most asked for first. What minutes alone tell that the group needs is
 * counted for the coordinator: it is nobody’s word yet.
 */
export async function listEmptyShelves(
  context: Context,
  networkId: string,
  period: ReportPeriod,
): Promise<{ theme: Theme; count: number }[]> {
  const { rows } = await sql<{ theme: Theme; count: number }>`
    select theme, count(*)::int as count from (
      select unnest(q.themes) as theme from questions_question q where ${isCounted(context, networkId, period)}
      union all select unnest(p.themes) from practices_proposal p where ${mayCoordinate(context.actor, networkId)}::boolean
        and p.network_id = ${networkId} and p.kind = 'need' and p.decision is null and p.known_on <= ${context.today}
    ) as wanted
    where theme not in (select unnest(s.themes) from practices_sheet s
      where s.network_id = ${networkId} and s.publication = 'published' and s.known_on <= ${context.today})
    group by theme order by count desc, theme
  `.execute(context.database)
  return rows
}

/** The calendars of all countries that some questions concern, from the first to today. */
export async function findSidesOf(
  context: Context,
  networkId: string,
  questions: readonly CountedQuestion[],
): Promise<ReadonlyMap<string, Side>> {
  const all = questions.flatMap(({ country, asked, answers }) => [
    ...[country, ...asked.map((each) => each.country), ...answers.map((each) => each.country)],
  ])
  const to = dayOf(context.clock)
  const from = questions[0]?.askedAt.toISOString().slice(0, 10) ?? to
  const countries = [...new Set(all)]
  const sides = await listSides(context, { countries, from, to, knownOn: to, networkId })
  return new Map(sides.map((side) => [side.country, side]))
}
