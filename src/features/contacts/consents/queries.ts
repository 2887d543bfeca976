import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Provenance } from '../legal.ts'

/** What a person is asked to agree to: their own data, and the network that lists them. */
export interface AskedConsent {
  id: string
  contactId: string
  networkId: string
  state: 'open' | 'decided' | 'lapsed'
  decision: 'accepted' | 'refused' | null
  decidedAt: Date | null
  version: string
  name: LocalizedName
  email: string | null
  telephone: string | null
  residence: string
  provenance: Provenance
  /** ISO day. */
  retentionUntil: string
  postId: string
  function: LocalizedText
  organisation: LocalizedName
  networkName: LocalizedName
  networkCountries: string[]
}

/** The consent that a link asks for; null if there never was one, or the person is gone. */
export async function lookUpConsent(context: Context, token: string): Promise<AskedConsent | null> {
  const now = context.clock.now().toString()
  const { rows } = await sql<AskedConsent>`
    select a.consent_id as id, c.contact_id as "contactId", c.network_id as "networkId",
      case when a.decided_at is not null then 'decided' when a.expires_at > ${now} then 'open' else 'lapsed' end
        as state,
      a.decision, a.decided_at as "decidedAt", a.version, c.name, c.email, c.telephone, c.residence,
      c.provenance, c.retention_until::text as "retentionUntil", p.post_id as "postId", p.function,
      o.name as organisation, n.name as "networkName", n.countries as "networkCountries"
    from contacts_consent a
    join contacts_person c on c.contact_id = a.contact_id and c.removed_at is null
    join contacts_holding h on h.contact_id = c.contact_id
    join contacts_post p on p.post_id = h.post_id
    join directory_organisation o on o.organisation_id = p.organisation_id
    join networks_network n on n.network_id = c.network_id
    where a.token_digest = ${digestOf(token)}
    order by h.left_at is null desc, h.holding_id desc
    limit 1
  `.execute(context.database)
  return rows[0] ?? null
}

export type ConsentEntry = Awaited<ReturnType<typeof listConsents>>[number]

/** The consents that a person was asked for, with the answers, newest first. */
export async function listConsents({ database }: Context, contactId: string) {
  return database
    .selectFrom('contacts_consent')
    .select(['consent_id as id', 'version', 'asked_at as askedAt', 'expires_at as expiresAt'])
    .select(['decided_at as decidedAt', 'decision', 'language'])
    .where('contact_id', '=', contactId)
    .orderBy('asked_at', 'desc')
    .orderBy('consent_id', 'desc')
    .execute()
}
