import { sql } from 'kysely'
import { anonymous } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { isId } from '../../platform/context/identifier.ts'
import type { Application } from '../../platform/http/application.ts'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { RecordNetwork } from '../../platform/records/record-head.ts'

export const picturedKinds = ['cooperation', 'event', 'organisation'] as const
export type PicturedKind = (typeof picturedKinds)[number]

/** More would be an album, and no page of a record. */
export const mostPictures = 6

/** A record whose pictures are meant. */
export interface Pictured {
  networkId: string
  kind: PicturedKind
  id: string
}

export interface Picture {
  id: string
  recordId: string
  position: number
  fileId: string
  width: number
  height: number
  alternative: LocalizedText
  caption: LocalizedText
  credit: string
  terms: string
  people: 'nobody' | 'agreed'
  removedAt: Date | null
}

const columns = sql`p.picture_id as id, p.record_id as "recordId", p.position, p.file_id as "fileId", p.width, p.height, p.alternative, p.caption,
  p.credit, p.terms, p.people, p.removed_at as "removedAt"`

/** The pictures of a record that are known on the context's day, in their order; those that were taken out only for editors. */
export async function listPictures(
  context: Context,
  { networkId, kind, id }: Pictured,
  { removed = false } = {},
): Promise<Picture[]> {
  const { rows } = await sql<Picture>`
    select ${columns} from pictures_picture p
    where p.network_id = ${networkId} and p.record_kind = ${kind} and p.record_id = ${id}
      and p.known_on <= ${context.today} and (${removed} or p.removed_at is null)
    order by p.position, p.picture_id
  `.execute(context.database)
  return rows
}

/** A picture of a network with the kind of its record; null if there is none. */
export async function lookUpPicture(
  { database }: Context,
  networkId: string,
  id: string,
): Promise<(Picture & { kind: PicturedKind }) | null> {
  if (!isId(id)) return null
  const { rows } = await sql<Picture & { kind: PicturedKind }>`
    select ${columns}, p.record_kind as kind from pictures_picture p
    where p.network_id = ${networkId} and p.picture_id = ${id}
  `.execute(database)
  return rows[0] ?? null
}

/** Whether anybody may see a picture, with its record. */
export async function isPublicPicture(
  { records }: Pick<Application, 'records'>,
  context: Context,
  network: RecordNetwork,
  { kind: name, recordId, removedAt }: Picture & { kind: PicturedKind },
): Promise<boolean> {
  const kind = records.find((each) => each.kind === name)
  if (!kind || removedAt !== null) return false
  return (await kind.lookUp({ ...context, actor: anonymous }, network, { id: recordId })) !== null
}

/** A picture of a network that anybody may see; null if there is no such one. */
export async function lookUpPublicPicture(
  application: Pick<Application, 'records'>,
  context: Context,
  network: RecordNetwork,
  id: string,
): Promise<Picture | null> {
  const picture = await lookUpPicture(context, network.id, id)
  return picture && (await isPublicPicture(application, context, network, picture)) ? picture : null
}

/** The newest pictures of a network that anybody may see. */
export async function listPublicPictures(
  application: Pick<Application, 'records'>,
  context: Context,
  network: RecordNetwork,
  most: number,
): Promise<Picture[]> {
  const { rows } = await sql<Picture & { kind: PicturedKind }>`
    select ${columns}, p.record_kind as kind from pictures_picture p
    where p.network_id = ${network.id} and p.known_on <= ${context.today} and p.removed_at is null
    order by p.picture_id desc limit ${4 * most}
  `.execute(context.database)
  const shown: Picture[] = []
  for (const row of rows) {
    if (await isPublicPicture(application, context, network, row)) shown.push(row)
    if (shown.length === most) break
  }
  return shown
}

/** The pictures of some records whose texts are translated with theirs, as text records. */
export async function listPictureTexts(
  { database }: Context,
  kind: PicturedKind,
  recordIds: readonly string[],
): Promise<{ kind: string; id: string }[]> {
  if (recordIds.length === 0) return []
  const rows = await database
    .selectFrom('pictures_picture')
    .select('picture_id as id')
    .where('record_kind', '=', kind)
    .where('record_id', 'in', recordIds)
    .execute()
  return rows.map(({ id }) => ({ kind: 'picture', id }))
}
