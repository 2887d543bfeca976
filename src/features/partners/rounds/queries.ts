import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { selectSeenMeeting } from '../../minutes/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { Round, RoundRow, RoundWish, WishKind } from './round.ts'

/** The tour de table of a meeting with all its rows, in two statements; null where none was opened. */
export async function lookUpRound(
  context: Context,
  networkId: string,
  meetingId: string,
): Promise<Round | null> {
  const round = await context.database
    .selectFrom('partners_round')
    .select([
      'round_id as id',
      'network_id as networkId',
      'meeting_id as meetingId',
      'opened_at as openedAt',
      'closed_at as closedAt',
    ])
    .where('meeting_id', '=', meetingId)
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return round ? { ...round, rows: await listRows(context, round.id) } : null
}

/** Finds the tour de table of a meeting, or 404. */
export async function findRound(context: Context, networkId: string, meetingId: string): Promise<Round> {
  return (await lookUpRound(context, networkId, meetingId)) ?? notFound(meetingId)
}

async function listRows({ database }: Context, roundId: string): Promise<RoundRow[]> {
  const { rows } = await sql<{ organisation: OrganisationRef; hasPassed: boolean; wishes: RoundWish[] }>`
    select json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind, 'name', o.name,
        'shortName', o.short_name, 'codes', o.codes) as organisation,
      r.passed_at is not null as "hasPassed",
      coalesce((select json_agg(json_build_object('id', w.wish_id, 'organisationId', w.organisation_id, 'kind', w.kind,
          'text', w.text, 'themes', w.themes, 'commitments', coalesce((
            select json_agg(json_build_object('id', d.decision_id, 'text', d.text) order by d.decision_id)
            from partners_round_commitment c join minutes_decision d on d.decision_id = c.decision_id
            where c.wish_id = w.wish_id), '[]')) order by w.position)
        from partners_round_wish w where w.round_id = r.round_id and w.organisation_id = r.organisation_id), '[]') as wishes
    from partners_round_row r join directory_organisation o on o.organisation_id = r.organisation_id
    where r.round_id = ${roundId}
    order by o.country, o.slug
  `.execute(database)
  return rows
}

export interface MeetingRound {
  slug: string
  title: LocalizedText
  heldOn: string
  rows: number
  stated: number
  isClosed: boolean
}

/** Whether a tour de table was opened for a meeting. */
export async function hasRound({ database }: Context, meetingId: string): Promise<boolean> {
  const round = await database
    .selectFrom('partners_round')
    .select('round_id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return round !== undefined
}

/** The rounds of the meetings of a network that the reader may see, the newest meeting first, with how many have spoken. */
export async function listRounds(context: Context, networkId: string): Promise<MeetingRound[]> {
  const { rows } = await sql<MeetingRound>`
    select m.slug, m.title, m.held_on::text as "heldOn", r.closed_at is not null as "isClosed",
      (select count(*)::int from partners_round_row each where each.round_id = r.round_id) as rows,
      (select count(distinct w.organisation_id)::int from partners_round_wish w where w.round_id = r.round_id) as stated
    from partners_round r join minutes_meeting m on m.meeting_id = r.meeting_id
    where r.network_id = ${networkId} and ${selectSeenMeeting(context, networkId)} order by m.held_on desc, m.slug
  `.execute(context.database)
  return rows
}

/** One wish of a round, or 404. */
export async function findWish(
  { database }: Context,
  roundId: string,
  wishId: string,
): Promise<{ id: string; organisationId: string; kind: WishKind; text: LocalizedText; themes: Theme[] }> {
  const { rows } = await sql<{
    id: string
    organisationId: string
    kind: WishKind
    text: LocalizedText
    themes: Theme[]
  }>`
    select wish_id as id, organisation_id as "organisationId", kind, text, themes from partners_round_wish
    where round_id = ${roundId} and wish_id::text = ${wishId}
  `.execute(database)
  return rows[0] ?? notFound(wishId)
}
