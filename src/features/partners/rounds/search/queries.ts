import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { queryPlan } from '../../../../platform/search/index.ts'
import type { OrganisationRef } from '../../../directory/index.ts'
import { selectSeenMeeting } from '../../../minutes/index.ts'
import type { Theme } from '../../../networks/index.ts'
import { mayReadAmongMembers } from '../../policy.ts'
import type { WishKind } from '../round.ts'

/** What an authority said in the round of a meeting. */
export interface SaidInRound {
  id: string
  organisation: OrganisationRef
  kind: WishKind
  text: LocalizedText
  themes: Theme[]
  statedAt: Date
  meeting: { slug: string; title: LocalizedText; heldOn: string }
}

/** Wishes of rounds with all words of a text, the latest meeting first; for people who read rounds, of meetings that they may see. */
export async function listSaidWith(
  context: Context,
  networkId: string,
  text: string,
  most: number,
): Promise<SaidInRound[]> {
  const bears = selectBearing(text)
  if (bears === null || !mayReadAmongMembers(context.actor, networkId)) return []
  const { rows } = await sql<SaidInRound>`
    select w.wish_id as id, w.kind, w.text, w.themes, w.stated_at as "statedAt",
      json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind, 'name', o.name,
        'shortName', o.short_name, 'codes', o.codes) as organisation,
      json_build_object('slug', m.slug, 'title', m.title, 'heldOn', m.held_on) as meeting
    from partners_round_wish w
    join partners_round r on r.round_id = w.round_id
    join minutes_meeting m on m.meeting_id = r.meeting_id
    join directory_organisation o on o.organisation_id = w.organisation_id
    where r.network_id = ${networkId} and w.known_on <= ${context.today} and ${selectSeenMeeting(context, networkId)} and ${bears}
    order by m.held_on desc, o.slug, w.position limit ${most}
  `.execute(context.database)
  return rows
}

function selectBearing(text: string): RawBuilder<boolean> | null {
  const plan = queryPlan(text)
  if (plan.kind === 'empty') return null
  if (plan.kind === 'tooShort') return sql<boolean>`w.search like ${`% ${plan.prefix}%`}`
  const likes = plan.likes.map((pattern) => sql`w.search like ${pattern}`)
  return sql<boolean>`(w.grams @> ${plan.grams}::text[] and ${sql.join(likes, sql` and `)})`
}
