import { sql } from 'kysely'
import type { Connection } from '../../src/platform/database/connection.ts'
import type { Tally } from './editor.ts'

interface WrittenVersion {
  recordId: string
  number: number
  reason: string
  text: string | null
  stands: string | null
}

/**
 * Checks what the editors were answered against what was written: every acknowledged change once, versions without holes, the last
 * words in force, no draft left behind. Returns what is wrong.
 */
export async function auditEdits(database: Connection, tally: Tally): Promise<string[]> {
  const { rows } = await sql<WrittenVersion>`
    select v.record_id as "recordId", v.number, v.reason,
      coalesce(v.document->'summary', v.document->'about')->'fr'->>'text' as text,
      coalesce(c.summary, o.about)->'fr'->>'text' as stands
    from contributions_version v
    left join registry_cooperation c on c.cooperation_id = v.record_id
    left join directory_organisation o on o.organisation_id = v.record_id
    order by v.record_id, v.number
  `.execute(database)
  const drafts = await sql`select 1 from contributions_draft`.execute(database)
  return [
    ...tally.faults,
    ...lostOrDoubled(rows, tally),
    ...[...Map.groupBy(rows, ({ recordId }) => recordId).values()].flatMap(recordFaults),
    ...(drafts.rows.length > 0 ? [`${drafts.rows.length} drafts are left of what was sent`] : []),
  ]
}

function lostOrDoubled(rows: WrittenVersion[], { acknowledged }: Tally): string[] {
  const byReason = Map.groupBy(rows, ({ reason }) => reason)
  const wrong = acknowledged.flatMap(({ text, reason }) => {
    const written = byReason.get(reason) ?? []
    if (written.length !== 1) return [`${text} was acknowledged once and is written ${written.length} times`]
    return written[0]?.text === text ? [] : [`${text} is written as ${written[0]?.text}`]
  })
  const known = new Set(acknowledged.map(({ reason }) => reason))
  const unknown = rows.filter(({ reason }) => reason !== '' && !known.has(reason))
  return [...wrong, ...unknown.map(({ reason }) => `${reason} is written and was never acknowledged`)]
}

function recordFaults(versions: WrittenVersion[]): string[] {
  const { recordId = '' } = versions[0] ?? {}
  const last = versions.at(-1)
  return [
    ...versions
      .filter(({ number }, index) => number !== index + 1)
      .map(({ number }) => `${recordId}: version ${number} stands at another place`),
    ...(last && last.text !== last.stands
      ? [`${recordId} stands as ${last.stands}, and its last version is ${last.text}`]
      : []),
  ]
}
