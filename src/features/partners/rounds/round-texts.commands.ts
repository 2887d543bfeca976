import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusal.ts'
import {
  changesOriginal,
  type RecordTexts,
  type TextOwner,
  type TextReplacement,
} from '../../../platform/translation/text-owner.ts'
import { selectToldMeeting } from '../../minutes/index.ts'
import { mayTranslate } from '../../networks/index.ts'
import { roundPath } from '../paths.ts'
import { refreshSearch } from './search/commands.ts'

/** The wishes of authorities in tours de table, for their translators. */
export const roundTexts: TextOwner = {
  kind: 'roundWish',
  label: 'partners.round.wishNoun',
  fieldLabel: () => 'partners.wish.text.text',
  listTexts: listRoundTexts,
  replaceText: replaceRoundText,
}

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

/** Replaces the wording of a wish of a round; false when it differs from what was read, or the words of a closed round would change. */
export async function replaceRoundText(context: Context, replacement: TextReplacement): Promise<boolean> {
  const { networkId, recordId, path, before, after } = replacement
  authorize(mayTranslate(context.actor, networkId))
  if (path !== 'text') return false
  const { rows } = await sql<{ roundId: string; isClosed: boolean }>`
    select r.round_id as "roundId", r.closed_at is not null as "isClosed"
    from partners_round r join partners_round_wish w on w.round_id = r.round_id
    where r.network_id = ${networkId} and w.wish_id = ${recordId} for update of r
  `.execute(context.database)
  const [round] = rows
  if (!round || (round.isClosed && changesOriginal(replacement))) return false
  const { numAffectedRows } = await sql`
    update partners_round_wish set text = ${JSON.stringify(after)}::jsonb
    where wish_id = ${recordId} and text = ${JSON.stringify(before)}::jsonb
  `.execute(context.database)
  if (numAffectedRows !== 1n) return false
  await refreshSearch(context, [recordId])
  await recordActivity(context, {
    networkId,
    verb: 'translated',
    subjectKind: 'round',
    subjectId: round.roundId,
    detail: { path: `${recordId}.${path}` },
  })
  return true
}
