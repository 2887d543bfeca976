import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { chooseText, plainText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { AlikeRecord } from '../../../../platform/records/record-kind.ts'
import { wishDocument } from '../fields.ts'
import { paths } from '../paths.ts'
import { lookUpWish, selectWishes } from '../summary.queries.ts'
import { expiryWords } from '../views/wish-words.ts'

/** A wish that the reader may see, by slug or id, with who may change it; null when there is none. */
export async function lookUpHead(
  context: Context,
  network: RecordNetwork,
  by: { slug: string } | { id: string },
): Promise<RecordHead | null> {
  const wish = await lookUpWish(context, network.id, by)
  if (!wish) return null
  const { id, slug, title, organisation } = wish
  return { id, slug, title: plainText(title), organisationIds: [organisation.id] }
}

const mostShown = 5

/** What the same authority looks for or offers already on one of the same themes. */
export async function listAlikeWishes(
  context: Context,
  reader: Reader,
  network: RecordNetwork,
  document: RecordDocument,
): Promise<AlikeRecord[]> {
  const { organisationId, kind, themes } = wishDocument.parse(document)
  if (organisationId === null) return []
  const wishes = await selectWishes(context, {
    condition: sql`w.network_id = ${network.id} and w.organisation_id = ${organisationId} and w.kind = ${kind}
      and w.themes && ${themes}::text[] and w.published_at is not null and w.found_on is null`,
    limit: mostShown,
  })
  return wishes.map((wish) => {
    const title = chooseText(wish.title, reader.language)
    return {
      id: wish.id,
      title: title?.text ?? wish.slug,
      language: title?.language ?? reader.language,
      details: expiryWords(reader, wish),
      href: paths.wish(reader, network.slug, wish.slug),
    }
  })
}
