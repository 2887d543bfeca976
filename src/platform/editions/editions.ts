import { sql } from 'kysely'
import { personIdOf } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import { newId } from '../context/identifier.ts'
import { takeTurn } from '../database/turns.ts'
import { type LocalizedText, mergeLocalizedText, type TypedText } from '../i18n/localized-text.ts'
import { notFound, Refusal } from '../refusal.ts'
import { freezeFacts, verifyDigest } from './frozen-facts.ts'

export type EditionKind = 'brief' | 'report'

/** The editions of one kind in a network. */
export interface EditionSeries {
  networkId: string
  kind: EditionKind
}

export interface NewEdition extends EditionSeries {
  /** ISO day of the network that the facts describe. */
  day: string
  /** Anything that JSON holds. */
  facts: object
}

/** A published edition without its facts, which may be large: `readFacts` gives them. */
export interface Edition {
  id: string
  number: number
  day: string
  /** SHA-256 of the facts as they were published. */
  digest: string
  madeAt: Date
  madeBy: string | null
  /** When names of erased people were taken out of the facts, which have another digest since. */
  erasedAt: Date | null
  withdrawnAt: Date | null
  withdrawnReason: LocalizedText | null
}

/** Facts that are not those whose digest was published: a fault of the database or of whoever wrote there. */
export class EditionAltered extends Error {}

const mostBytes = 20_000_000

/**
 * Freezes facts under the next number of their series, in the caller’s transaction, before it locks any other row. Refuses more than 20 MB
 * of canonical JSON. The caller asks the policy and the second person, and records the activity.
 */
export async function freezeEdition(
  context: Context,
  { networkId, kind, day, facts }: NewEdition,
): Promise<{ id: string; number: number; digest: string }> {
  const { text, digest } = freezeFacts(facts)
  const bytes = Buffer.byteLength(text)
  if (bytes > mostBytes)
    throw new Refusal('tooLarge', `The facts take ${bytes} bytes; an edition holds ${mostBytes} at most`)
  await takeTurn(context, `platform_edition ${networkId} ${kind}`)
  const { last } = await context.database
    .selectFrom('platform_edition')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('network_id', '=', networkId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  const edition = { id: newId(), number: last + 1, digest }
  await context.database
    .insertInto('platform_edition')
    .values({
      edition_id: edition.id,
      network_id: networkId,
      kind,
      number: edition.number,
      day,
      facts: text,
      digest,
      made_at: context.clock.now().toString(),
      made_by: personIdOf(context.actor),
      known_on: context.today,
    })
    .execute()
  return edition
}

/** The editions of a series that were published by the context’s day, newest first; withdrawn ones say so. */
export async function listEditions(context: Context, series: EditionSeries): Promise<Edition[]> {
  return selectEditions(context, series).orderBy('number', 'desc').execute()
}

/** One edition that was published by the context’s day, withdrawn or not, or 404. The number may be that of an address. */
export async function findEdition(
  context: Context,
  series: EditionSeries,
  number: number | string,
): Promise<Edition> {
  const missing = () => notFound(`There is no edition ${number} by ${context.today}`)
  if (!/^[1-9]\d{0,8}$/.test(String(number))) return missing()
  const edition = await selectEditions(context, series)
    .where('number', '=', Number(number))
    .executeTakeFirst()
  return edition ?? missing()
}

function selectEditions({ database, today }: Context, { networkId, kind }: EditionSeries) {
  return database
    .selectFrom('platform_edition')
    .select(['edition_id as id', 'number', 'day', 'digest', 'made_at as madeAt', 'made_by as madeBy'])
    .select(['erased_at as erasedAt', 'withdrawn_at as withdrawnAt', 'withdrawn_reason as withdrawnReason'])
    .where('network_id', '=', networkId)
    .where('kind', '=', kind)
    .where('known_on', '<=', today)
}

/**
 * The frozen facts of an edition, to be parsed by whoever knows their shape. Throws `EditionAltered` when they are not those that were
 * frozen, 404 when there is no such edition.
 */
export async function readFacts(
  { database }: Pick<Context, 'database'>,
  editionId: string,
): Promise<unknown> {
  const row = await database
    .selectFrom('platform_edition')
    .select(['kind', 'number', 'facts', 'digest', 'erased_digest as erasedDigest'])
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  if (row === undefined) return notFound(editionId)
  const { kind, number, facts, digest, erasedDigest } = row
  if (!verifyDigest({ text: facts, digest: erasedDigest ?? digest }))
    throw new EditionAltered(`The facts of ${kind} ${number} (${editionId}) do not match their digest`)
  return JSON.parse(facts)
}

/**
 * Takes an edition back from readers, with the reason that they are given; its number stays taken. Refuses an empty reason, one that is
 * withdrawn already (`taken`), and answers 404 for one that is not there.
 */
export async function withdrawEdition(
  context: Context,
  series: EditionSeries,
  number: number,
  typedReason: TypedText,
): Promise<void> {
  const reason = mergeLocalizedText({}, typedReason)
  if (Object.keys(reason).length === 0) throw new Refusal('wrongInput', 'A withdrawal has no reason')
  const { id } = await findEdition(context, series, number)
  const { numUpdatedRows } = await context.database
    .updateTable('platform_edition')
    .set({
      withdrawn_at: context.clock.now().toString(),
      withdrawn_by: personIdOf(context.actor),
      withdrawn_reason: JSON.stringify(reason),
    })
    .where('edition_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('taken', 'The edition is withdrawn')
}
