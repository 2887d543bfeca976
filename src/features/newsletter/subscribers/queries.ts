import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import type { OrganisationRef, shortNames } from '../../directory/index.ts'
import { selectHeld } from '../../networks/index.ts'
import { askedChoices } from './schema.ts'
import type { Subscription } from './subscription.ts'

/** A subscription by its id, or null. */
export async function lookUpSubscription(
  context: Pick<Context, 'database'>,
  networkId: string,
  id: string,
): Promise<Subscription | null> {
  const [found] = await selectSubscriptions(
    context,
    sql`s.network_id = ${networkId} and s.subscription_id = ${id}`,
  )
  return found ?? null
}

/** The subscription of an address to the letter of a network, in any state, or null. */
export async function lookUpSubscriptionOf(
  context: Pick<Context, 'database'>,
  networkId: string,
  digest: string,
): Promise<Subscription | null> {
  const [found] = await selectSubscriptions(
    context,
    sql`s.network_id = ${networkId} and s.address_digest = ${digest}`,
  )
  return found ?? null
}

/** The subscriptions `s` that meet an SQL condition. */
export async function selectSubscriptions(
  { database }: Pick<Context, 'database'>,
  condition: RawBuilder<unknown>,
  slice: RawBuilder<unknown> = sql``,
): Promise<Subscription[]> {
  const { rows } = await sql<Omit<Subscription, 'asked' | 'language'> & { asked: unknown; language: string }>`
    select s.subscription_id as id, s.network_id as "networkId", s.address, s.state, s.language, s.country, s.frequency, s.themes,
      s.organisation_id as "organisationId", s.asked, s.asked_at as "askedAt", s.consent_at as "consentAt",
      s.consent_way as "consentWay", s.left_at as "leftAt", s.left_by as "leftBy", s.left_reason as "leftReason", s.new_address as "newAddress",
      s.new_address_at as "newAddressAt", s.serial, s.proof_id as "proofId", s.uncounted_at as "uncountedAt",
      s.mended_at as "mendedAt"
    from newsletter_subscription s where ${condition} ${slice}
  `.execute(database)
  return rows.map(({ asked, language, ...row }) => ({
    ...row,
    language: interfaceLanguageFor(language),
    asked: askedChoices.safeParse(asked).data ?? null,
  }))
}

export type Authority = Pick<OrganisationRef, 'id' | 'country'> & Parameters<typeof shortNames>[0]

/** The organisations about which a reader may want news: members of the network, and parties of its cooperations. */
export async function listAuthorities({ database, today }: Context, networkId: string): Promise<Authority[]> {
  const { rows } = await sql<Authority>`
    select o.organisation_id as id, o.country, o.name, o.short_name as "shortName" from directory_organisation o
    where o.organisation_id in (
      select m.organisation_id from networks_membership m
        where m.network_id = ${networkId} and m.role = 'member' and ${selectHeld(today)}
      union select organisation_id from registry_party where network_id = ${networkId} and known_on <= ${today})
    order by o.slug
  `.execute(database)
  return rows
}
