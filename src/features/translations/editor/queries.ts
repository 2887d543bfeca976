import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type ListedText, selectListedColumns, selectWithOriginal } from '../waiting/queries.ts'

export interface EditedText extends ListedText {
  /** The text in all its languages. */
  whole: LocalizedText
  machineAt: Date | null
  /** Pages of the same text in its other languages. */
  others: { id: string; language: string; state: ListedText['state'] }[]
}

/** One language of a text of a network, or 404; what became known later does not exist yet. */
export async function findText(context: Context, networkId: string, textId: string): Promise<EditedText> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(textId)) notFound(textId)
  const { rows } = await sql<EditedText>`
    select ${selectListedColumns}, t.machine_at as "machineAt",
      (select coalesce(jsonb_object_agg(w.language, jsonb_build_object('text', w.text, 'state', w.state)) filter (where w.state <> 'missing'), '{}')
        from translations_text w where ${sameText}) as whole,
      (select jsonb_agg(jsonb_build_object('id', w.text_id, 'language', w.language, 'state', w.state) order by w.language)
        from translations_text w where ${sameText}) as others
    from translations_text t ${selectWithOriginal}
    where t.text_id = ${textId} and t.network_id = ${networkId} and t.known_on <= ${context.today}
  `.execute(context.database)
  return rows[0] ?? notFound(textId)
}

const sameText = sql`w.network_id = t.network_id and w.record_kind = t.record_kind and w.record_id = t.record_id and w.path = t.path`

export interface Neighbours {
  previous: string | null
  next: string | null
}

/** The texts that wait before and after one in the same language; the first follows one that no longer waits. */
export async function findNeighbours(
  context: Context,
  networkId: string,
  { id, language }: { id: string; language: string },
): Promise<Neighbours> {
  const here = sql`(select coalesce(waits, 0::smallint), changed_at, record_id, path, text_id from translations_text where text_id = ${id})`
  const waiting = sql`network_id = ${networkId} and language = ${language} and waits is not null and known_on <= ${context.today}`
  const { rows } = await sql<Neighbours>`
    select
      (select text_id from translations_text where ${waiting} and (waits, changed_at, record_id, path, text_id) < ${here}
        order by waits desc, changed_at desc, record_id desc, path desc, text_id desc limit 1) as previous,
      (select text_id from translations_text where ${waiting} and (waits, changed_at, record_id, path, text_id) > ${here}
        order by waits, changed_at, record_id, path, text_id limit 1) as next
  `.execute(context.database)
  return onlyRow(rows)
}
