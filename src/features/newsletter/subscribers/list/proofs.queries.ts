import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { type KeptFile, lookUpFile } from '../../../../platform/storage/files.ts'

/** The document of a proof of a network, or null. */
export async function lookUpProof(context: Context, networkId: string, id: string): Promise<KeptFile | null> {
  if (!isId(id)) return null
  const row = await context.database
    .selectFrom('newsletter_proof')
    .select('file_id')
    .where('network_id', '=', networkId)
    .where('proof_id', '=', id)
    .executeTakeFirst()
  return row ? lookUpFile(context, row.file_id) : null
}
