import { fieldsOf } from '../support/form-fields.ts'
import { type FurnishedNetwork, group } from './furnished-network.ts'

export interface FurnishedCommitments extends Record<string, string> {
  slug: string
  /** Of a member. */
  commitment: string
}

/** An event of the demonstration that asks for commitments, with one of a member. */
export async function furnishCommitments({
  testApp,
  coordinator,
  member,
}: Pick<FurnishedNetwork, 'testApp' | 'coordinator' | 'member'>): Promise<FurnishedCommitments> {
  const slug = 'groupe-rencontres-2017'
  const event = `${group}/agenda/${slug}`
  const form = `${event}/edit/commitments`
  const asked = { until: '2017-09-30', total: '6', reason: 'Courriel' }
  await coordinator.post(form, { ...(await fieldsOf(coordinator, form)), ...asked })
  const committing = `${event}/commitment`
  await member.post(committing, { ...(await fieldsOf(member, committing)), people: '2', words: '' })
  const row = await testApp.context.database
    .selectFrom('agenda_commitment')
    .select('commitment_id')
    .executeTakeFirstOrThrow()
  return { slug, commitment: row.commitment_id }
}
