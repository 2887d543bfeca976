import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
  type Hindrance,
} from '../../platform/personal-data/personal-data.ts'

/** Account, sessions, passkeys, roles and invitations of a person. Secrets that would sign them in are left out. */
export async function listAccountData(
  context: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const { database } = context
  const invitations = await database
    .selectFrom('people_invitation as i')
    .innerJoin('networks_network as n', 'n.network_id', 'i.network_id')
    .select(['n.name as network', 'i.role', 'i.address', 'i.name', 'i.language', 'i.words as text'])
    .select(['i.made_at as madeAt', 'i.accepted_at as acceptedAt'])
    .where('i.address', '=', sql<string>`any(${addresses}::text[])`)
    .orderBy('i.invitation_id')
    .execute()
  const invited = collected('invitations', invitations)
  if (personId === null) return invited
  const accounts = await database
    .selectFrom('people_person')
    .select(['name', 'email as address', 'language', 'languages as reads', 'country', 'created_at as madeAt'])
    .select(['consented_at as consentedAt', 'transfer_consented_at as transferConsentedAt'])
    .where('id', '=', personId)
    .execute()
  // The address before a change, while the change can be reversed.
  const former = await database
    .selectFrom('people_link')
    .select(['restores as address', 'expires_at as until'])
    .where('person_id', '=', personId)
    .where('restores', 'is not', null)
    .orderBy('made_at')
    .execute()
  const sessions = await database
    .selectFrom('people_session')
    .select(['method', 'user_agent as browser', 'created_at as madeAt', 'updated_at as usedAt'])
    .select('expires_at as until')
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  const keys = await database
    .selectFrom('people_passkey')
    .select(['name', 'created_at as madeAt'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  const tokens = await database
    .selectFrom('people_token as t')
    .innerJoin('networks_network as n', 'n.network_id', 't.network_id')
    .select(['t.name', 'n.slug as network', 't.prefix', 't.scopes', 't.made_at as madeAt'])
    .select(['t.last_used_on as usedAt', 't.expires_at as until', 't.ended_at as endedAt'])
    .where('t.person_id', '=', personId)
    .orderBy('t.token_id')
    .execute()
  return [
    ...collected('account', [...accounts, ...former]),
    ...collected('roles', await listAllRoles(context, personId)),
    ...invited,
    ...collected('sessions', sessions),
    ...collected('passkeys', keys),
    ...collected('tokens', tokens),
  ]
}

async function listAllRoles({ database }: Context, personId: string) {
  return database
    .selectFrom('people_role as r')
    .innerJoin('networks_network as n', 'n.network_id', 'r.network_id')
    .select(['n.name as network', 'r.role', 'r.starts_at as since', 'r.ends_at as until'])
    .select(
      sql<LocalizedName[]>`array(
        select o.name from people_role_organisation ro
        join directory_organisation o on o.organisation_id = ro.organisation_id
        where ro.role_id = r.role_id order by o.slug
      )`.as('organisations'),
    )
    .where('r.person_id', '=', personId)
    .orderBy('r.role_id')
    .execute()
}

/** Lists what forbids an erasure: it would leave a network without a coordinator, or the server without an operator. */
export async function listHindrances(context: Context, { personId }: DataSubject): Promise<Hindrance[]> {
  if (personId === null) return []
  const now = context.clock.now().toString()
  const { rows: networks } = await sql<{ name: Record<string, string> }>`
    with held as (
      select network_id, person_id from people_role
      where role = 'coordinator' and starts_at <= ${now} and (ends_at is null or ends_at > ${now})
    )
    select n.name from networks_network n
    where n.network_id in (select network_id from held where person_id = ${personId})
      and n.network_id not in (select network_id from held where person_id <> ${personId})
    order by n.slug
  `.execute(context.database)
  const { rows: operators } = await sql<{ others: number; isOne: boolean }>`
    select count(*) filter (where id <> ${personId})::int as others, bool_or(id = ${personId}) as "isOne"
    from people_person where operator_since is not null
  `.execute(context.database)
  const isLastOperator = operators[0]?.isOne === true && operators[0].others === 0
  return [
    ...networks.map(
      ({ name }): Hindrance => ({
        message: (t, language) =>
          t('people.erasure.lastCoordinator', { network: chooseName(name, language).text }),
      }),
    ),
    ...(isLastOperator ? [{ message: (t) => t('people.erasure.lastOperator') } satisfies Hindrance] : []),
  ]
}
