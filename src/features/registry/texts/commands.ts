import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { TextReplacement } from '../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../../networks/index.ts'
import { refreshSearch } from '../cooperations/commands.ts'

/** Puts one text in the place of another, found by the parts of its path: `agreements`, an id, `title`. */
type Write = (place: Place) => RawBuilder<unknown>

interface Place {
  recordId: string
  networkId: string
  /** The id, or place, of a part of the record. */
  part: string
  /** The place of a part of that part. */
  inner: string
  old: string
  text: string
}

/** Writes a text of the registry in the place of another and records it; false when it is no longer what it was. */
export function replaceTextOf(recordKind: string) {
  return async (context: Context, replacement: TextReplacement): Promise<boolean> => {
    const { networkId, recordId, path } = replacement
    authorize(mayTranslate(context.actor, networkId))
    const statement = statementFor(recordKind, replacement)
    if (!statement) return false
    const { numAffectedRows } = await statement.execute(context.database)
    if (numAffectedRows !== 1n) return false
    if (recordKind === 'cooperation') await refreshSearch(context, recordId)
    await recordActivity(context, {
      networkId,
      verb: 'translated',
      subjectKind: recordKind,
      subjectId: recordId,
      detail: { path },
    })
    return true
  }
}

function statementFor(recordKind: string, { networkId, recordId, path, before, after }: TextReplacement) {
  const [name = '', part = '', field = '', inner = ''] = path.split('.')
  const pattern = [recordKind, name, field === '' ? part : field].filter(Boolean).join('.')
  const write = writes[pattern] ?? writes[[recordKind, name].join('.')]
  return write?.({
    networkId,
    recordId,
    part,
    inner,
    old: JSON.stringify(before),
    text: JSON.stringify(after),
  })
}

const note: Write = ({ networkId, recordId, part, old, text }) => sql`
  update registry_note set label = ${text}::jsonb
  where network_id = ${networkId} and subject_id = ${recordId} and note_id = ${part} and label = ${old}::jsonb`
const dispute: Write = ({ networkId, part, old, text }) => sql`
  update registry_dispute set note = ${text}::jsonb
  where network_id = ${networkId} and dispute_id = ${part} and note = ${old}::jsonb`

const writes: Record<string, Write> = {
  'cooperation.summary': ({ networkId, recordId, old, text }) => sql`
    update registry_cooperation set summary = ${text}::jsonb
    where network_id = ${networkId} and cooperation_id = ${recordId} and summary = ${old}::jsonb`,
  'cooperation.sinceWords': ({ networkId, recordId, old, text }) => sql`
    update registry_cooperation set since_words = ${text}::jsonb
    where network_id = ${networkId} and cooperation_id = ${recordId} and since_words = ${old}::jsonb`,
  'cooperation.inheritance': ({ networkId, recordId, old, text }) => sql`
    update registry_cooperation set inheritance = jsonb_set(inheritance, '{reference}', ${text}::jsonb)
    where network_id = ${networkId} and cooperation_id = ${recordId} and inheritance -> 'reference' = ${old}::jsonb`,
  'cooperation.agreements.title': ({ recordId, part, old, text }) => sql`
    update registry_agreement set title = ${text}::jsonb
    where cooperation_id = ${recordId} and agreement_id = ${part} and title = ${old}::jsonb`,
  'cooperation.agreements.object': ({ recordId, part, old, text }) => sql`
    update registry_agreement set object = ${text}::jsonb
    where cooperation_id = ${recordId} and agreement_id = ${part} and object = ${old}::jsonb`,
  'cooperation.agreements.steps': ({ recordId, part, inner, old, text }) => sql`
    update registry_agreement_step set words = ${text}::jsonb
    where agreement_id = ${part} and position = ${Number(inner)} and words = ${old}::jsonb
      and exists (select 1 from registry_agreement a where a.agreement_id = ${part} and a.cooperation_id = ${recordId})`,
  'cooperation.actors.role': ({ recordId, part, old, text }) => sql`
    update registry_actor set role = ${text}::jsonb
    where cooperation_id = ${recordId} and organisation_id = ${part} and role = ${old}::jsonb`,
  'cooperation.standings.reason': ({ recordId, part, old, text }) => sql`
    update registry_standing set reason = ${text}::jsonb
    where cooperation_id = ${recordId} and standing_id = ${part} and reason = ${old}::jsonb`,
  'cooperation.prospects.text': ({ recordId, part, old, text }) => sql`
    update registry_prospect set text = ${text}::jsonb
    where cooperation_id = ${recordId} and prospect_id = ${part} and text = ${old}::jsonb`,
  'cooperation.notes.label': note,
  'cooperation.disputes.note': dispute,
  'interest.seeks': ({ networkId, recordId, old, text }) => sql`
    update registry_interest set seeks = ${text}::jsonb
    where network_id = ${networkId} and interest_id = ${recordId} and seeks = ${old}::jsonb`,
  'interest.offers': ({ networkId, recordId, old, text }) => sql`
    update registry_interest set offers = ${text}::jsonb
    where network_id = ${networkId} and interest_id = ${recordId} and offers = ${old}::jsonb`,
  'interest.notes.label': note,
  'group.notes.label': note,
  'group.disputes.note': dispute,
  'source.title': ({ networkId, recordId, old, text }) => sql`
    update registry_source set title = ${text}::jsonb
    where network_id = ${networkId} and source_id = ${recordId} and title = ${old}::jsonb`,
  'source.note': ({ networkId, recordId, old, text }) => sql`
    update registry_source set note = ${text}::jsonb
    where network_id = ${networkId} and source_id = ${recordId} and note = ${old}::jsonb`,
}
