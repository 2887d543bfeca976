import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { whereVisible } from '../../agenda/events/index.ts'

/** How many texts of a tie, or of its events, a person has translated from one language into another. */
export interface TranslatedTexts {
  cooperationId: string
  /** BCP 47. */
  from: string
  to: string
  count: number
}

/** The texts of a network’s ties and of their events that a person has translated or read over. */
export async function listTranslatedTexts(context: Context, networkId: string): Promise<TranslatedTexts[]> {
  const { today } = context
  const { rows } = await sql<TranslatedTexts>`
    select told.id as "cooperationId", t.original_language as "from", t.language as "to", count(*)::int as count
    from (
      select c.cooperation_id as id, 'cooperation' as kind, c.cooperation_id as record_id from registry_cooperation c
      where c.network_id = ${networkId} and c.known_on <= ${today}
      union all
      select link.cooperation_id, 'activity', e.event_id from agenda_event_cooperation link
      join agenda_event e on e.event_id = link.event_id
      where e.network_id = ${networkId} and e.known_on <= ${today} and ${whereVisible(context.actor)}
    ) as told
    join translations_text t on t.network_id = ${networkId} and t.record_kind = told.kind and t.record_id = told.record_id
    where t.state = 'reviewed' and t.language <> t.original_language and t.known_on <= ${today}
    group by told.id, t.original_language, t.language
  `.execute(context.database)
  return rows
}
