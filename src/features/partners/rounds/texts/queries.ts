import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../../platform/translation/text-owner.ts'
import { selectToldMeeting } from '../../../minutes/index.ts'
import { roundPath } from '../../paths.ts'

interface Row {
  id: string
  meeting: string
  label: LocalizedName
  text: LocalizedText
  knownOn: string
}

/** What was wished for in the rounds of a network, or some of it: each wish under the name of its authority. */
export async function listRoundTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<Row>`
    select w.wish_id as id, m.slug as meeting, o.name || o.short_name as label, w.text, w.known_on::text as "knownOn"
    from partners_round_wish w join partners_round r on r.round_id = w.round_id
      join minutes_meeting m on m.meeting_id = r.meeting_id
      join directory_organisation o on o.organisation_id = w.organisation_id
    where r.network_id = ${networkId} and ${selectToldMeeting()} and w.text <> '{}'
      ${recordIds === undefined ? sql`` : sql`and w.wish_id = any(${[...recordIds]}::uuid[])`}
    order by w.wish_id
  `.execute(context.database)
  return rows.map(({ id, meeting, label, text, knownOn }) => ({
    networkId,
    recordKind: 'roundWish',
    recordId: id,
    label,
    address: roundPath(meeting),
    texts: [{ path: 'text', text, knownOn }],
  }))
}

/** The wishes that the index of a network’s texts still knows, or does not know yet: their meeting was removed with its round, or announced since. */
export async function listMisplacedWishes({
  database,
}: Context): Promise<{ networkId: string; wishIds: string[] }[]> {
  const indexed = sql`select network_id, record_id as wish_id from translations_record where record_kind = 'roundWish'`
  const shown = sql`select r.network_id, w.wish_id from partners_round_wish w join partners_round r on r.round_id = w.round_id
    join minutes_meeting m on m.meeting_id = r.meeting_id where ${selectToldMeeting()} and w.text <> '{}'`
  const { rows } = await sql<{ networkId: string; wishIds: string[] }>`
    select network_id as "networkId", json_agg(wish_id) as "wishIds"
    from ((${indexed} except ${shown}) union all (${shown} except ${indexed})) as misplaced
    group by network_id
  `.execute(database)
  return rows
}
