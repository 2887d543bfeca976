import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { listOrganisationsBySlug, type OrganisationRecord, readChoices } from '../../../directory/index.ts'
import { findMembersVersion, listMemberships } from '../../../networks/index.ts'
import { roles } from './member-list.ts'
import type { membersState } from './schema.ts'

/** The organisation that a slug or a name means; refuses an unknown one, and names the candidates if several are possible. */
export async function findMeant(
  context: Context,
  countries: readonly string[],
  text: string,
): Promise<{ id: string; slug: string }> {
  const [exact] = await listOrganisationsBySlug(context, [text])
  if (exact) return exact
  const picked = (await readChoices(context, { 'meant.name': text }, ['meant'])).get('meant')
  if (picked?.state === 'chosen') return picked.organisation
  if (picked?.state !== 'ask')
    throw new Refusal(
      'wrongInput',
      `The directory has no organisation "${text}": add it first, or load its country`,
    )
  const own = picked.candidates.filter(({ country }) => countries.includes(country))
  const [only, ...others] = own
  if (picked.areBearers && only && others.length === 0) return only
  const named = (own.length > 0 ? own : picked.candidates).map(wordsOf).join('; ')
  throw new Refusal('wrongInput', `"${text}" may be one of several, give the first word of one: ${named}`)
}

function wordsOf({ slug, name, country, kind }: OrganisationRecord): string {
  return `${slug} (${chooseName(name, 'en').text}, ${kind}, ${country})`
}

/** The present and past members of a group as programs read them, with the version of the list. */
export async function findMembers(
  context: Context,
  networkId: string,
): Promise<z.input<typeof membersState>> {
  // Read first: a concurrent change makes the version too old for a PUT, never the list.
  const version = await findMembersVersion(context, networkId)
  const memberships = await listMemberships(context, networkId)
  const members = memberships.map(({ id, slug, role, ofSlug, heldFrom, heldUntil }) => ({
    ...{ id, organisation: slug, role: z.enum(roles).parse(role), of: ofSlug },
    ...{ from: heldFrom, until: heldUntil },
  }))
  return { version, members }
}

/** What depends on organisations that leave: people who speak for them in the group, and expectations that wait for their answer. */
export async function countHanging(
  { database, clock }: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<{ people: number; expectations: number }> {
  const ids = [...organisationIds]
  const now = clock.now().toString()
  const { rows } = await sql<{ people: number; expectations: number }>`
    select
      (select count(distinct r.person_id)::int from people_role r join people_role_organisation o on o.role_id = r.role_id
        where r.network_id = ${networkId} and o.organisation_id = any(${ids}::uuid[]) and (r.ends_at is null or r.ends_at > ${now})) as people,
      (select count(*)::int from partners_expectation_request q join partners_expectation x on x.expectation_id = q.expectation_id
        where x.network_id = ${networkId} and q.organisation_id = any(${ids}::uuid[]) and q.answer is null
          and not exists (select 1 from partners_expectation_closing c where c.expectation_id = x.expectation_id)) as expectations
  `.execute(database)
  return onlyRow(rows)
}
