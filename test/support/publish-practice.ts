import { insertPractice } from '../../src/features/practices/sheets/commands.ts'
import { emptyPractice } from '../../src/features/practices/sheets/fields.ts'
import { findPractice } from '../../src/features/practices/sheets/queries.ts'
import { declareUse } from '../../src/features/practices/uses/commands.ts'
import { listUses } from '../../src/features/practices/uses/queries.ts'
import { findReference } from './build-organisation.ts'
import { original } from './build-texts.ts'
import type { TestApp } from './open-test-app.ts'

/** A published sheet of Limoges, which Icheon took up as it says itself. */
export async function publishPractice(
  { context }: TestApp,
  networkId: string,
): Promise<{ slug: string; use: string }> {
  const [holder, taker] = [await findReference(context, 'limoges'), await findReference(context, 'icheon')]
  const id = await insertPractice(context, networkId, {
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
  })
  const practice = await findPractice(context, networkId, 'un-four-partage')
  const operator = { ...context, actor: { kind: 'operator' as const } }
  await declareUse(operator, practice, {
    organisationId: taker.id,
    ...{ state: 'adopted', since: '2017', reason: {}, changed: {}, outcome: {}, evidence: '' },
  })
  const [use] = await listUses(context, id)
  return { slug: practice.slug, use: use?.id ?? '' }
}
