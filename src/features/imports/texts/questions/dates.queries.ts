import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** A passage of a text and those of its section that stand nearest to it, the titles above it among them. */
export async function listPassagesNear(
  { database }: Context,
  textId: string,
  position: number,
): Promise<{ position: number; text: string }[]> {
  const { rows } = await sql<{ position: number; text: string }>`
    select near.position, near.text
    from imports_text_passage own join imports_text_passage near on near.text_id = own.text_id and near.heading <@ own.heading
    where own.text_id = ${textId} and own.position = ${position}
    order by abs(near.position - own.position), near.position limit ${most}
  `.execute(database)
  return rows
}

const most = 16
