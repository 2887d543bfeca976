import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { digestOf, newToken } from '../../../platform/context/secret-token.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { consentVersion } from '../legal.ts'
import { changing, noteChange } from '../posts/commands.ts'
import { removeAddresses } from '../retention/removals.commands.ts'
import { consentDays, consentMail } from './consent-mail.ts'
import { type AskedConsent, lookUpConsent } from './queries.ts'

/** Asks the person in a post, by a mail with a single-use link, whether their data may be read abroad. */
export async function askConsent(
  application: Application,
  context: Context,
  networkId: string,
  postId: string,
): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present, organisationId }) => {
    const person = present ? await lookUpAddressee(inside, present.contactId) : null
    if (!present || !person?.email) notFound(postId)
    const token = newToken()
    const now = inside.clock.now()
    const expiresAt = now.add({ hours: consentDays * 24 })
    await dropOpenConsents(inside, present.contactId)
    await inside.database
      .insertInto('contacts_consent')
      .values({
        consent_id: newId(),
        contact_id: present.contactId,
        token_digest: digestOf(token),
        version: consentVersion,
        asked_at: now.toString(),
        asked_by: personIdOf(inside.actor),
        expires_at: expiresAt.toString(),
      })
      .execute()
    const organisation = await findName(inside, organisationId)
    const addressee = { ...person, email: person.email, organisation }
    await sendMail(inside, consentMail(application, addressee, networkId, token))
    await noteChange(inside, networkId, postId, 'askedConsent')
  })
}

/**
 * Records the person’s answer. A refusal removes the addresses at once, with the mails sent to them. Refuses a link that was used or has
 * expired.
 */
export async function decideConsent(
  context: Context,
  token: string,
  { decision, language }: { decision: 'accepted' | 'refused'; language: string },
): Promise<AskedConsent> {
  return inTransaction(context, async (inside) => {
    const consent = (await lookUpConsent(inside, token)) ?? notFound()
    const now = inside.clock.now().toString()
    const decided = await inside.database
      .updateTable('contacts_consent')
      .set({ decided_at: now, decision, language })
      .where('consent_id', '=', consent.id)
      .where('decided_at', 'is', null)
      .where('expires_at', '>', sql<Date>`${now}`)
      .executeTakeFirst()
    if (decided.numUpdatedRows !== 1n) throw new Refusal('tooLate')
    if (decision === 'refused') await removeAddresses(inside, consent.contactId)
    await noteChange(inside, consent.networkId, consent.postId, `consent-${decision}`)
    return consent
  })
}

// A second mail makes the link of the first one invalid.
async function dropOpenConsents({ database }: Context, contactId: string): Promise<void> {
  const stored = await database
    .selectFrom('contacts_consent')
    .select('consent_id')
    .where('contact_id', '=', contactId)
    .where('decision', '=', 'accepted')
    .executeTakeFirst()
  if (stored) throw new Refusal('taken', 'The consent was given')
  await database
    .deleteFrom('contacts_consent')
    .where('contact_id', '=', contactId)
    .where('decided_at', 'is', null)
    .execute()
}

async function lookUpAddressee({ database }: Context, contactId: string) {
  return database
    .selectFrom('contacts_person')
    .select(['email', 'residence', 'name'])
    .where('contact_id', '=', contactId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

async function findName({ database }: Context, organisationId: string): Promise<LocalizedName> {
  const { name } = await database
    .selectFrom('directory_organisation')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return name
}
