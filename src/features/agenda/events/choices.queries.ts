import { sql } from 'kysely'
import { scopeOf } from '../../../platform/activity/activity.ts'
import { KeptAnswers } from '../../../platform/activity/kept-answers.ts'
import type { Context } from '../../../platform/context/context.ts'
import { selectSeen } from './sight.queries.ts'

interface EventChoices {
  kinds: string[]
  themes: string[]
  guests: string[]
}

const choices = new KeptAnswers<EventChoices>(100)

/** Codes of kinds, themes and invited countries that occur in a network: nobody chooses what nothing has. */
export async function findEventChoices(context: Context, networkId: string): Promise<EventChoices> {
  const ask = () => readEventChoices(context, networkId)
  if (context.actor.kind !== 'anonymous') return ask()
  return choices.find(
    context,
    [scopeOf(null), scopeOf(networkId)],
    JSON.stringify([networkId, context.today]),
    ask,
  )
}

async function readEventChoices(context: Context, networkId: string): Promise<EventChoices> {
  const { rows } = await sql<EventChoices>`
    with seen as (
      select e.event_id, e.kind, e.themes, e.guest_countries from agenda_event e
      where e.network_id = ${networkId} and e.known_on <= ${context.today} and ${selectSeen(context.actor)}
    )
    select
      coalesce((select array_agg(distinct kind) from seen), '{}') as kinds,
      coalesce((select array_agg(distinct theme) from (
        select unnest(themes) as theme from seen
        union select t.theme from seen join agenda_event_cooperation link on link.event_id = seen.event_id
          join registry_theme t on t.cooperation_id = link.cooperation_id
        where seen.themes = '{}' and not t.wished and t.known_on <= ${context.today}
      ) as named), '{}') as themes,
      coalesce((select array_agg(distinct guest) from (select unnest(guest_countries) as guest from seen) as invited), '{}') as guests
  `.execute(context.database)
  return rows[0] ?? { kinds: [], themes: [], guests: [] }
}
