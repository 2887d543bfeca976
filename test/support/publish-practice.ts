import { reviewLinks } from '../../src/features/practices/reviews/links.ts'
import { insertPractice } from '../../src/features/practices/sheets/commands.ts'
import { emptyPractice } from '../../src/features/practices/sheets/fields.ts'
import { findPractice } from '../../src/features/practices/sheets/queries.ts'
import { declareUse } from '../../src/features/practices/uses/commands.ts'
import { listUses } from '../../src/features/practices/uses/queries.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { keepFile } from '../../src/platform/storage/files.ts'
import { findReference } from './build-organisation.ts'
import { original } from './build-texts.ts'
import type { TestApp } from './open-test-app.ts'

/** A published sheet of Limoges with a file, which Icheon took up as it says itself, and was asked to review by a link. */
export async function publishPractice(
  { context: real, application: { storage } }: TestApp,
  networkId: string,
): Promise<{ slug: string; file: string; use: string; review: string; token: string }> {
  // Before the day on which the demonstration opens.
  const context = { ...real, today: '2017-07-01', actor: { kind: 'operator' as const } }
  const [holder, taker] = [await findReference(context, 'limoges'), await findReference(context, 'icheon')]
  const id = await inTransaction(context, (inside) =>
    insertPractice(inside, networkId, {
      ...emptyPractice,
      holderId: holder.id,
      title: original('Un four partagé'),
      problem: original('Les artistes n’avaient pas de four.'),
      done: original('La ville prête celui de l’école.'),
      themes: ['crafts_ceramics'],
      failedSaid: 'said',
      failed: original('Personne n’avait prévu le gardien.'),
      publication: 'published',
      knownOn: context.today,
    }),
  )
  const practice = await findPractice(context, networkId, 'un-four-partage')
  await declareUse(context, practice, {
    organisationId: taker.id,
    ...{ state: 'adopted', since: '2017', reason: {}, changed: {}, outcome: {}, evidence: '' },
  })
  const [use] = await listUses(context, id)
  const review = newId()
  await context.database
    .insertInto('practices_review')
    .values({
      ...{ review_id: review, network_id: networkId, sheet_id: id, organisation_id: taker.id },
      ...{ asked_on: context.today, address: 'desk@icheon.example', language: 'ko' },
      link_ends_at: new Date(context.clock.now().add({ hours: 24 * 60 }).epochMilliseconds),
    })
    .execute()
  const token = await reviewLinks.make(context, { review_id: review })
  const { fileId } = await keepFile(context, storage, Buffer.from('%PDF'), { name: 'plan.pdf' })
  await context.database
    .insertInto('practices_file')
    .values({ sheet_id: id, file_id: fileId, language: 'fr' })
    .execute()
  return { slug: practice.slug, file: fileId, use: use?.id ?? '', review, token }
}
