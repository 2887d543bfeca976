import type { Context } from '../../../../platform/context/context.ts'

export interface StoredPassage {
  position: number
  kind: 'title' | 'paragraph' | 'item' | 'row'
  level: number
  heading: string[]
  /** Null for titles. */
  paragraph: number | null
  text: string
  page: number | null
}

/** The passages of an imported text in reading order, or those between two places. */
export async function listStoredPassages(
  { database }: Context,
  textId: string,
  between?: { from: number; to: number },
): Promise<StoredPassage[]> {
  const rows = await database
    .selectFrom('imports_text_passage')
    .select(['position', 'kind', 'level', 'heading', 'paragraph', 'text', 'page'])
    .where('text_id', '=', textId)
    .where('position', '>=', between?.from ?? 0)
    .where('position', '<=', between?.to ?? 2 ** 30)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, kind: kinds.find((kind) => kind === row.kind) ?? 'paragraph' }))
}

const kinds = ['title', 'paragraph', 'item', 'row'] as const
