import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { keepFile } from '../../../../platform/storage/files.ts'
import type { Storage } from '../../../../platform/storage/storage.ts'
import { mayKeepSubscribers } from '../../policy.ts'

/** Keeps a document by which people agreed; answers its id. It is forgotten in a day unless somebody is subscribed by it. */
export async function keepProof(
  context: Context,
  storage: Storage,
  networkId: string,
  { path, name, type }: { path: string; name: string; type: string },
): Promise<string> {
  authorize(mayKeepSubscribers(context.actor, networkId))
  const { fileId } = await keepFile(context, storage, { path }, { name, type })
  const proofId = newId()
  await context.database
    .insertInto('newsletter_proof')
    .values({
      proof_id: proofId,
      network_id: networkId,
      file_id: fileId,
      kept_at: context.clock.now().toString(),
    })
    .execute()
  return proofId
}

/** Forgets the documents to which no subscription refers any more; their bytes go in the next night. */
export async function forgetProofs({ clock, database }: Context): Promise<void> {
  const dayAgo = clock.now().subtract({ hours: 24 }).toString()
  await sql`
    delete from newsletter_proof p
    where p.kept_at < ${dayAgo}
      and not exists (select from newsletter_subscription s where s.proof_id = p.proof_id)
  `.execute(database)
}
