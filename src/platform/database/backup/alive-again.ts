import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { listFleetingTables, listOwnTables, type TableShape } from './own-tables.ts'

/** What lets a person in, gives them a right or sends them something, by what it is called; the keys of what is in force. */
export type InForce = Map<string, Set<string>>

// A link, a token or an invitation is known by the digest of its secret; what ends it is one of these columns.
const digests = ['token_digest', 'secret_digest']
const ends = ['ended_at', 'accepted_at', 'withdrawn_at', 'decided_at']
const names: Record<string, string> = {
  people_token: 'tokens of programs',
  people_invitation: 'invitations',
  agenda_feed: 'secret addresses of agendas',
  people_passkey: 'passkeys',
  people_role: 'roles',
  newsletter_subscription: 'readers of letters',
}
// An invitation is found by its address too, where a provider vouches for it: another digest does not end it.
const endings: Record<string, string> = { people_invitation: 'withdrawn_at' }
const rights: Record<string, { key: string; isInForce(now: string): RawBuilder<boolean> }> = {
  people_passkey: { key: 'id', isInForce: () => sql`true` },
  people_role: { key: 'role_id', isInForce: (now) => sql`ends_at is null or ends_at > ${now}::timestamptz` },
  newsletter_subscription: { key: 'subscription_id', isInForce: () => sql`state = 'subscribed'` },
}

/** What is in force in a database at an instant. */
export async function listInForce(inside: Connection, now: string): Promise<InForce> {
  const found: InForce = new Map(Object.values(names).map((name) => [name, new Set()]))
  for (const table of await listOwnTables(inside)) {
    const { key, isInForce } = rights[table.name] ?? secretOf(table, now) ?? {}
    if (key === undefined || isInForce === undefined) continue
    const { rows } = await sql<{ key: string }>`
      select ${sql.ref(key)}::text as key from ${sql.table(table.name)} where ${isInForce(now)}
    `.execute(inside)
    const name = names[table.name] ?? 'links of mails'
    found.set(name, new Set([...(found.get(name) ?? []), ...rows.map((row) => row.key)]))
  }
  return found
}

/** Ends everything that lets a person in: no earlier link, token, invitation or passkey opens anything; roles and readers stay. */
export async function endWaysIn(inside: Connection, now: string): Promise<void> {
  for (const table of await listOwnTables(inside)) {
    // A passkey: its secret is with its owner alone.
    if ('public_key' in table.columns) await sql`delete from ${sql.table(table.name)}`.execute(inside)
    const secret = secretOf(table, now)
    if (secret === null) continue
    // The digest of a secret that nobody has: who sends a link again makes another.
    await sql`update ${sql.table(table.name)} set ${sql.ref(secret.key)} = 'ended ' || gen_random_uuid()`.execute(
      inside,
    )
    const ending = endings[table.name] ?? 'ended_at'
    if (ending in table.columns)
      await sql`
        update ${sql.table(table.name)} set ${sql.ref(ending)} = ${now}::timestamptz where ${sql.ref(ending)} is null
      `.execute(inside)
  }
}

function secretOf({ name, columns }: TableShape, now: string) {
  const key = digests.find((column) => column in columns)
  if (key === undefined || listFleetingTables().has(name)) return null
  const isInForce = () => {
    const open = ends.filter((column) => column in columns).map((column) => sql`${sql.ref(column)} is null`)
    if ('expires_at' in columns) open.push(sql`(expires_at is null or expires_at > ${now}::timestamptz)`)
    return sql<boolean>`${sql.join([sql`true`, ...open], sql` and `)}`
  }
  return { key, isInForce }
}
