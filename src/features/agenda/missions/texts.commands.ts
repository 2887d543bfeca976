import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { TextReplacement } from '../../../platform/translation/text-owner.ts'

/** Whether the path of a text leads into the sheet of a mission. */
export function isOfMission(path: string): boolean {
  return path.startsWith('mission.')
}

/** Writes a text of a sheet in the place of another; false when it is no longer what it was. */
export async function replaceMissionText(context: Context, replacement: TextReplacement): Promise<boolean> {
  const statement = statementFor(replacement)
  if (statement === null) return false
  const { numAffectedRows } = await statement.execute(context.database)
  return numAffectedRows === 1n
}

function statementFor({ networkId, recordId, path, ...text }: TextReplacement): RawBuilder<unknown> | null {
  const [, list = '', step = '', field = ''] = path.split('.')
  const before = sql`${JSON.stringify(text.before)}::jsonb`
  const after = sql`${JSON.stringify(text.after)}::jsonb`
  const isHere = sql`event_id in (select event_id from agenda_event
    where network_id = ${networkId} and event_id = ${recordId})`
  const column = list === 'head' || list === 'debrief' ? ownColumns[step] : entryColumns[`${list}.${field}`]
  if (column === undefined) return null
  if (list === 'head' || list === 'debrief')
    return sql`update agenda_mission set ${sql.ref(column)} = ${after}
      where ${isHere} and ${sql.ref(column)} = ${before}`
  if (!isId(step)) return null
  if (list === 'programme')
    return sql`update agenda_mission_item set title = ${after} where item_id = ${step} and title = ${before}
      and stop_id in (select stop_id from agenda_mission_stop where ${isHere})`
  if (list === 'seats')
    return sql`update agenda_mission_seats set for_whom = ${after}
      where seats_id = ${step} and for_whom = ${before} and ${isHere}`
  return sql`update agenda_mission_stop set ${sql.ref(column)} = ${after}
    where stop_id = ${step} and ${sql.ref(column)} = ${before} and ${isHere}`
}

const ownColumns: Readonly<Record<string, string>> = {
  post: 'head_post',
  account: 'account',
  outcome: 'outcome',
  nextSteps: 'next_steps',
}

const entryColumns: Readonly<Record<string, string>> = {
  'programme.title': 'title',
  'seats.forWhom': 'for_whom',
  'stops.place': 'place',
  'stops.words': 'words',
}
