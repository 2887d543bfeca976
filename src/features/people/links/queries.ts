import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'

type Reading = Pick<Context, 'database' | 'clock'>

export interface Link {
  state: 'open' | 'used' | 'expired'
  personId: string
  name: string
  address: string
  isOperator: boolean
  madeAt: Date
  /** The address that the link confirms. */
  confirms: string | null
  /** The address that it restores. A link that neither confirms nor restores signs in. */
  restores: string | null
}

/** What a link is for, and whether it still works; null when it never existed. */
export async function lookUpLink({ database, clock }: Reading, token: string): Promise<Link | null> {
  const found = await database
    .selectFrom('people_link as l')
    .innerJoin('people_person as p', 'p.id', 'l.person_id')
    .select([
      'l.used_at as usedAt',
      'l.expires_at as expiresAt',
      'l.confirms',
      'l.restores',
      'l.made_at as madeAt',
      'p.id as personId',
      'p.name',
      'p.email as address',
      'p.operator_since as operatorSince',
    ])
    .where('l.token_digest', '=', digestOf(token))
    .executeTakeFirst()
  if (!found) return null
  const { usedAt, expiresAt, operatorSince, ...link } = found
  const isPast = expiresAt.getTime() <= clock.now().epochMilliseconds
  return {
    ...link,
    isOperator: operatorSince !== null,
    state: usedAt !== null ? 'used' : isPast ? 'expired' : 'open',
  }
}
