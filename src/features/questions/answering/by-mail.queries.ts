import type { Context } from '../../../platform/context/context.ts'

/** Somebody who was asked, by the token of their answer address. */
export interface Bearer {
  askedId: string
  /** Of the question that remains, where theirs was merged. */
  questionId: string
  organisationId: string
  contactId: string
  /** By which they are known. */
  address: string
  networkSlug: string
}

/** Who bears a token; null where nobody does any more. */
export async function lookUpBearer({ database }: Context, digest: string): Promise<Bearer | null> {
  const row = await database
    .selectFrom('questions_asked as p')
    .innerJoin('contacts_person as c', 'c.contact_id', 'p.contact_id')
    .innerJoin('networks_network as n', 'n.network_id', 'p.network_id')
    .innerJoin('questions_question as q', 'q.question_id', 'p.question_id')
    .select(({ fn }) => fn.coalesce('q.merged_into', 'q.question_id').as('questionId'))
    .select(['p.asked_id as askedId', 'p.organisation_id as organisationId'])
    .select(['p.contact_id as contactId', 'c.email as address', 'n.slug as networkSlug'])
    .where('p.reply_digest', '=', digest)
    .where('c.removed_at', 'is', null)
    .executeTakeFirst()
  return row?.address ? { ...row, address: row.address.toLowerCase() } : null
}
