import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { authorize } from '../../../platform/refusal.ts'
import { changesOriginal, type TextReplacement } from '../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../../networks/index.ts'

/** Puts a text of a meeting in the place of another; false when it is no longer what it was, or minutes that are final would change. */
export async function replaceMeetingText(context: Context, replacement: TextReplacement): Promise<boolean> {
  const { networkId, recordId, path } = replacement
  authorize(mayTranslate(context.actor, networkId))
  // Translations come when they come; the words that were frozen stay.
  if (path.startsWith('sections.') && changesOriginal(replacement) && (await isFinal(context, recordId)))
    return false
  return write(context, 'meeting', replacement, statementFor(replacement))
}

/** The same of a decision and of what is to be done about it. */
export async function replaceDecisionText(context: Context, replacement: TextReplacement): Promise<boolean> {
  authorize(mayTranslate(context.actor, replacement.networkId))
  return write(context, 'decision', replacement, decisionStatement(replacement))
}

async function write(
  context: Context,
  subjectKind: string,
  { networkId, recordId, path }: TextReplacement,
  statement: RawBuilder<unknown> | null,
): Promise<boolean> {
  if (statement === null) return false
  const { numAffectedRows } = await statement.execute(context.database)
  if (numAffectedRows !== 1n) return false
  await recordActivity(context, {
    networkId,
    verb: 'translated',
    subjectKind,
    subjectId: recordId,
    detail: { path },
  })
  return true
}

async function isFinal({ database }: Context, meetingId: string): Promise<boolean> {
  const row = await database
    .selectFrom('minutes_meeting')
    .select('final_at')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row?.final_at != null
}

function statementFor({
  networkId,
  recordId,
  path,
  before,
  after,
}: TextReplacement): RawBuilder<unknown> | null {
  const [part = '', id = '', field = ''] = path.split('.')
  const [old, text] = [JSON.stringify(before), JSON.stringify(after)]
  const own = sql`meeting_id = ${recordId}
    and exists (select 1 from minutes_meeting m where m.meeting_id = ${recordId} and m.network_id = ${networkId})`
  switch (`${part}.${field}`) {
    case 'title.':
      return sql`update minutes_meeting set title = ${text}::jsonb where ${own} and title = ${old}::jsonb`
    case 'place.':
      return sql`update minutes_meeting set place = ${text}::jsonb where ${own} and place = ${old}::jsonb`
    case 'invitation.':
      return sql`update minutes_meeting set invitation = ${text}::jsonb where ${own} and invitation = ${old}::jsonb`
    case 'points.title':
      return sql`update minutes_point set title = ${text}::jsonb where ${own} and point_id = ${id} and title = ${old}::jsonb`
    case 'sections.title':
      return sql`update minutes_section set title = ${text}::jsonb where ${own} and section_id = ${id} and title = ${old}::jsonb`
    case 'sections.text':
      return sql`update minutes_section set text = ${text}::jsonb where ${own} and section_id = ${id} and text = ${old}::jsonb`
    case 'resources.label':
      return sql`update minutes_resource set label = ${text}::jsonb where ${own} and resource_id = ${id} and label = ${old}::jsonb`
    case 'errata.text':
      return sql`update minutes_erratum set text = ${text}::jsonb where ${own} and erratum_id = ${id} and text = ${old}::jsonb`
    default:
      return null
  }
}

function decisionStatement({
  networkId,
  recordId,
  path,
  before,
  after,
}: TextReplacement): RawBuilder<unknown> | null {
  const [part = '', id = '', field = ''] = path.split('.')
  const [old, text] = [JSON.stringify(before), JSON.stringify(after)]
  const own = sql`network_id = ${networkId} and decision_id = ${recordId}`
  switch (`${part}.${field}`) {
    case 'text.':
      return sql`update minutes_decision set text = ${text}::jsonb where ${own} and text = ${old}::jsonb`
    case 'horizonWords.':
      return sql`update minutes_decision set horizon_words = ${text}::jsonb where ${own} and horizon_words = ${old}::jsonb`
    case 'actions.text':
      return sql`update minutes_action set text = ${text}::jsonb where ${own} and action_id = ${id} and text = ${old}::jsonb`
    case 'actions.dueWords':
      return sql`update minutes_action set due_words = ${text}::jsonb where ${own} and action_id = ${id} and due_words = ${old}::jsonb`
    default:
      return null
  }
}
