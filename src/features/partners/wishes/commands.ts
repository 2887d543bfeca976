import { sql } from 'kysely'
import { describeActor } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { takeFreeSlug } from '../../../platform/database/free-slug.ts'
import { chooseText, type LocalizedName, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { slugOf } from '../../../platform/input/slug.ts'
import { columnsOf } from '../../../platform/records/fields/columns.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { recordSearch } from '../../../platform/search/index.ts'
import { type WishDocument, wishFields } from './fields.ts'
import { reservedSlugs } from './paths.ts'

/** Writes what differs between two states of a wish, and who published or withdrew it. A new last day may be announced again. */
export async function writeWishDocument(
  context: Context,
  { id, networkId }: { id: string; networkId: string },
  before: WishDocument,
  after: WishDocument,
): Promise<void> {
  const now = context.clock.now().toString()
  const isHere = ({ visibility }: WishDocument) => visibility !== 'withdrawn'
  const { visibility, ...columns } = columnsOf(wishFields, after)
  await context.database
    .updateTable('partners_wish')
    .set({
      ...columns,
      organisation_id: authorityOf(after),
      // A withdrawn wish keeps its visibility.
      ...(isHere(after) ? { visibility } : {}),
      ...(before.expiresOn === after.expiresOn ? {} : { renewed_on: context.today, expiry_told_at: null }),
      ...(isHere(before) === isHere(after)
        ? {}
        : { published_at: isHere(after) ? now : null, published_by: describeActor(context.actor) }),
      updated_at: now,
    })
    .where('network_id', '=', networkId)
    .where('wish_id', '=', id)
    .execute()
  await refreshSearch(context, [id])
}

/** Makes a wish from its document; returns its id. Its slug is made of its title. */
export async function insertWishDocument(
  context: Context,
  networkId: string,
  document: WishDocument,
): Promise<string> {
  const id = newId()
  const now = context.clock.now().toString()
  const { title, visibility } = document
  const words = title.en?.text ?? title.fr?.text ?? chooseText(title, 'en')?.text ?? ''
  await context.database
    .insertInto('partners_wish')
    .values({
      wish_id: id,
      network_id: networkId,
      slug: await takeFreeSlug(context, 'partners_wish', {
        networkId,
        wished: slugOf(words, document.kind),
        reserved: reservedSlugs,
      }),
      ...columnsOf(wishFields, document),
      organisation_id: authorityOf(document),
      visibility: visibility === 'withdrawn' ? 'public' : visibility,
      renewed_on: context.today,
      published_at: visibility === 'withdrawn' ? null : now,
      published_by: describeActor(context.actor),
      created_at: now,
      updated_at: now,
    })
    .execute()
  await refreshSearch(context, [id])
  return id
}

function authorityOf({ organisationId }: WishDocument): string {
  if (organisationId === null) throw new Refusal('wrongInput', 'A wish is an authority’s')
  return organisationId
}

/** Rebuilds the search index of some wishes: their texts, and the names of their authorities. */
export async function refreshSearch(context: Context, wishIds: readonly string[]): Promise<void> {
  if (wishIds.length === 0) return
  const { rows } = await sql<{ id: string; texts: LocalizedText[]; names: LocalizedName[] }>`
    select w.wish_id as id, json_build_array(w.title, w.text, w.means, w.returns) as texts, json_build_array(o.name, o.short_name) as names
    from partners_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.wish_id = any(${[...wishIds]}::uuid[])
  `.execute(context.database)
  for (const { id, texts, names } of rows)
    await context.database
      .updateTable('partners_wish')
      .set(recordSearch(texts, names))
      .where('wish_id', '=', id)
      .execute()
}
