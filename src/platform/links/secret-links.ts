import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context/context.ts'
import { digestOf, newToken } from '../context/secret-token.ts'
import type { Database, Timestamp } from '../database/schema.generated.ts'
import { inTransaction } from '../database/transaction.ts'

type Writing = Pick<Context, 'clock' | 'database'>

interface LinkColumns {
  token_digest: string
  made_at: Timestamp
}
interface ConfirmedColumns extends LinkColumns {
  purpose: string
  expires_at: Timestamp | null
  used_at: Timestamp | null
}
type TableWith<Columns> = {
  [T in keyof Database]: Database[T] extends Columns ? T : never
}[keyof Database]

/** A table with a row for each link, and the columns that name what a link leads to. */
interface Bound<T extends keyof Database, Id extends keyof Database[T] & string> {
  table: T
  owner: readonly Id[]
}

type Owner<T extends keyof Database, Id extends keyof Database[T]> = Readonly<Partial<Pick<Database[T], Id>>>

type Wanted = string | readonly string[] | null
/** Which links are meant, by what they lead to: one, any of several, or none (null). A column that is not named may hold anything. */
type Whose<Id extends string> = Readonly<Partial<Record<Id, Wanted>>>

/** To confirm something once, within days; or to keep, and come back by. */
type LinkPurpose = 'confirm' | 'keep'

/** Links for people without an account. The table keeps a digest of each secret: a reader of the database or a backup can open none. */
export function secretLinks<T extends TableWith<LinkColumns>, Id extends keyof Database[T] & string>(
  bound: Bound<T, Id>,
) {
  const { table } = bound

  /** Makes a link and returns its secret, which cannot be read again. */
  async function make({ clock, database }: Writing, owner: Owner<T, Id>): Promise<string> {
    return insert(database, bound, owner, { made_at: clock.now().toString() })
  }

  /** Returns what a link leads to, or null when it was never sent, or was ended. */
  async function lookUp({ database }: Pick<Context, 'database'>, token: string) {
    const { rows } = await sql<Pick<Database[T], Id>>`
      select ${sql.join(bound.owner.map((id) => sql.ref(id)))} from ${sql.table(table)}
      where token_digest = ${digestOf(token)}
    `.execute(database)
    return rows[0] ?? null
  }

  /** Ends links: their holders get a 404 from then on. */
  async function end({ database }: Pick<Context, 'database'>, whose: Whose<Id>): Promise<void> {
    await sql`delete from ${sql.table(table)} where ${matching(bound.owner, whose)}`.execute(database)
  }

  return { make, lookUp, end }
}

interface Limits {
  /** How many days a sender has to confirm. */
  confirmationDays: number
  /** How long a recipient waits for another link after the last one. */
  renewalMinutes?: number
}

/** Secret links of a table that knows two purposes: the link in the first mail confirms once, those in later mails are kept. */
export function confirmedLinks<T extends TableWith<ConfirmedColumns>, Id extends keyof Database[T] & string>({
  confirmationDays,
  renewalMinutes = 0,
  ...bound
}: Bound<T, Id> & Limits) {
  const { table } = bound

  /** Makes a link and returns its secret, which cannot be read again. */
  async function make(
    { clock, database }: Writing,
    owner: Owner<T, Id>,
    purpose: LinkPurpose,
  ): Promise<string> {
    const now = clock.now()
    return insert(database, bound, owner, {
      purpose,
      made_at: now.toString(),
      expires_at: purpose === 'confirm' ? now.add({ hours: confirmationDays * 24 }).toString() : null,
    })
  }

  /** Returns the target and purpose of a link, and whether it can still confirm something; null when it was never sent, or was ended. */
  async function lookUp({ clock, database }: Writing, token: string) {
    const { rows } = await sql<Pick<Database[T], Id> & { purpose: LinkPurpose; isOpen: boolean }>`
      select ${sql.join(bound.owner.map((id) => sql.ref(id)))}, purpose,
        used_at is null and coalesce(expires_at > ${clock.now().toString()}::timestamptz, true) as "isOpen"
      from ${sql.table(table)} where token_digest = ${digestOf(token)}
    `.execute(database)
    return rows[0] ?? null
  }

  /**
   * Consumes a confirmation link, does the work in one transaction with it, and returns the secret of the link to keep for the owner that
   * the work names. Returns null, and does nothing, when the link was used or is too old. Of two concurrent requests one succeeds.
   */
  async function confirm(
    context: Context,
    token: string,
    work: (inside: Context) => Promise<Owner<T, Id>>,
  ): Promise<string | null> {
    return inTransaction(context, async (inside) =>
      (await useUp(inside, token)) ? make(inside, await work(inside), 'keep') : null,
    )
  }

  async function useUp({ clock, database }: Writing, token: string): Promise<boolean> {
    const now = clock.now().toString()
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set used_at = ${now}::timestamptz
      where token_digest = ${digestOf(token)} and purpose = 'confirm' and used_at is null
        and expires_at > ${now}::timestamptz
    `.execute(database)
    return numAffectedRows === 1n
  }

  /** Ends the links to keep, so that others can be sent; one that waits for a confirmation stays. */
  async function endKept({ database }: Pick<Context, 'database'>, whose: Whose<Id>): Promise<void> {
    const kept = sql`${matching(bound.owner, whose)} and purpose = 'keep'`
    await sql`delete from ${sql.table(table)} where ${kept}`.execute(database)
  }

  /** Whether a new link may be sent: not shortly after the last one. */
  async function isRenewable({ clock, database }: Writing, whose: Whose<Id>): Promise<boolean> {
    const since = clock.now().subtract({ minutes: renewalMinutes }).toString()
    const { rows } = await sql`
      select 1 from ${sql.table(table)}
      where ${matching(bound.owner, whose)} and purpose = 'keep' and made_at > ${since}::timestamptz limit 1
    `.execute(database)
    return rows.length === 0
  }

  return { confirmationDays, make, lookUp, confirm, end: secretLinks(bound).end, endKept, isRenewable }
}

async function insert<T extends keyof Database, Id extends keyof Database[T] & string>(
  database: Context['database'],
  { table, owner: ids }: Bound<T, Id>,
  owner: Owner<T, Id>,
  more: Readonly<Record<string, string | null>>,
): Promise<string> {
  const token = newToken()
  const columns = ['token_digest', ...ids, ...Object.keys(more)]
  const values = [digestOf(token), ...ids.map((id) => owner[id] ?? null), ...Object.values(more)]
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values (${sql.join(values)})
  `.execute(database)
  return token
}

// Without a named column nothing matches: an empty condition is no SQL, and ends no link.
function matching<Id extends string>(ids: readonly Id[], whose: Whose<Id>): RawBuilder<unknown> {
  const conditions = ids.flatMap((id) => {
    const wanted: Wanted | undefined = whose[id]
    if (wanted === undefined) return []
    if (wanted === null) return [sql`${sql.ref(id)} is null`]
    return [sql`${sql.ref(id)} = any(${[wanted].flat()}::uuid[])`]
  })
  return sql.join(conditions, sql` and `)
}
