import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { chooseText, type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import { freeSlug, slugOf } from '../../../platform/input/slug.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import { recordSearch } from '../../../platform/search/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import { expectationLinks } from '../links.ts'
import { selectIsMember } from '../members.queries.ts'
import { mayAdvise, maySpeakFor } from '../policy.ts'
import { writeConsent } from './consent/commands.ts'
import type { Expectation, ExpectationTexts } from './expectation.ts'
import { expectationTexts } from './expectation-texts.commands.ts'
import { findLinkedExpectation } from './queries.ts'
import type { MemberRequest } from './requests.queries.ts'
import { hasClosing, lockExpectation, noteStep } from './trail.commands.ts'

export interface NewExpectation extends ExpectationTexts {
  networkId: string
  askerId: string
  askedId: string
  /** In which the asker is answered. */
  language: string
  /** The contact of an asker without an account. */
  contact: { name: string; address: string } | null
  /** The asker lets it be put to others, if the addressed member cannot answer. */
  isConsentGiven: boolean
}

/**
 * States what an organisation expects of a member; returns its id and slug. An identical one sent while it is open is not stated a second
 * time: it leads to the first. Refuses an addressed organisation that is not, or no longer, a member.
 */
export async function addExpectation(
  context: Context,
  expectation: NewExpectation,
): Promise<{ id: string; slug: string; isNew: boolean }> {
  const { networkId, askerId } = expectation
  authorize(maySpeakFor(context.actor, { networkId, organisationId: askerId }))
  return inTransaction(context, async (inside) => {
    const { id, slug, isNew } = await writeOnce(inside, expectation)
    if (!isNew) return { id, slug, isNew }
    await noteStep(inside, { id, networkId }, { verb: 'stated', organisationId: askerId })
    const asked = await askMembers(inside, { id, networkId, askerId }, [expectation.askedId], null)
    if (asked.length !== 1) throw new Refusal('changedMeanwhile', 'The authority is no member any more')
    if (expectation.isConsentGiven) await writeConsent(inside, { id, networkId, askerId }, 'given')
    await reindexTexts(inside, [expectationTexts], networkId, [{ kind: 'expectation', id }])
    return { id, slug, isNew }
  })
}

// Of two presses at once the second waits for the first; a slug that another person took meanwhile is chosen again.
async function writeOnce(context: Context, expectation: NewExpectation) {
  const { actor, clock, database, today } = context
  const { networkId, askerId, askedId } = expectation
  const digest = sentDigest(expectation)
  const now = clock.now().toString()
  for (let turn = 0; turn < mostTurns; turn++) {
    const id = newId()
    const slug = await findFreeSlug(context, networkId, expectation.title)
    const { numInsertedOrUpdatedRows } = await database
      .insertInto('partners_expectation')
      .values({
        expectation_id: id,
        network_id: networkId,
        slug,
        asker_id: askerId,
        asked_id: askedId,
        ...columnsOf(expectation),
        sent_digest: digest,
        language: expectation.language,
        contact_name: expectation.contact?.name ?? '',
        contact_address: expectation.contact?.address ?? null,
        stated_by: personIdOf(actor),
        stated_at: now,
        known_on: today,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return { id, slug, isNew: true }
    const first = await database
      .selectFrom('partners_expectation')
      .select(['expectation_id as id', 'slug'])
      .where('network_id', '=', networkId)
      .where('asker_id', '=', askerId)
      .where('asked_id', '=', askedId)
      .where('sent_digest', '=', digest)
      .executeTakeFirst()
    if (first) return { ...first, isNew: false }
  }
  throw new Refusal('taken')
}

const mostTurns = 5

/**
 * Changes the words of an expectation, unless it is closed. False, and nothing is written, where another person has done so since: `seen`
 * is the digest of the words that the form was drawn with, left out by callers that did not show it.
 */
export async function changeExpectation(
  context: Context,
  { id, networkId, asker }: Expectation,
  { seen, ...texts }: ExpectationTexts & { seen?: string | undefined },
): Promise<boolean> {
  authorize(maySpeakFor(context.actor, { networkId, organisationId: asker.id }))
  return inTransaction(context, async (inside) => {
    await lockExpectation(inside, id)
    if (await hasClosing(inside, id)) throw new Refusal('taken')
    if (seen && sentDigest(await findLinkedExpectation(inside, networkId, id)) !== seen) return false
    await inside.database
      .updateTable('partners_expectation')
      .set(columnsOf(texts))
      .where('expectation_id', '=', id)
      .execute()
    await noteStep(inside, { id, networkId }, { verb: 'changed', organisationId: asker.id })
    await reindexTexts(inside, [expectationTexts], networkId, [{ kind: 'expectation', id }])
    return true
  })
}

function columnsOf({ title, text, themes, form, deadline, confidentiality }: ExpectationTexts) {
  return {
    title: JSON.stringify(title),
    text: JSON.stringify(text),
    themes: [...themes],
    form,
    deadline,
    confidentiality,
    ...recordSearch([title, text]),
  }
}

// Words that addresses of pages have.
const taken = ['new', 'overview']

async function findFreeSlug(context: Context, networkId: string, title: LocalizedText): Promise<string> {
  const wished = slugOf(chooseText(title, 'fr')?.text ?? '', 'expectation')
  const rows = await context.database
    .selectFrom('partners_expectation')
    .select('slug')
    .where('network_id', '=', networkId)
    .where('slug', 'like', `${wished}%`)
    .execute()
  return freeSlug(wished, new Set([...taken, ...rows.map(({ slug }) => slug)]))
}

interface Asked {
  id: string
  networkId: string
  askerId: string
}

/**
 * Asks some members, as part of a command; returns those it asked. Left out in that statement: organisations that are not members on this
 * day or have been dissolved, the asker, and those asked before.
 */
export async function askMembers(
  { actor, clock, database, today }: Context,
  { id, networkId, askerId }: Asked,
  organisationIds: readonly string[],
  relayId: string | null,
): Promise<{ requestId: string; organisationId: string }[]> {
  const ids = organisationIds.map(() => newId())
  const { rows } = await sql<{ requestId: string; organisationId: string }>`
    insert into partners_expectation_request (request_id, expectation_id, asker_id, organisation_id, relay_id, membership_id,
      member_until, valid_until, asked_on, asked_at, asked_by)
    select wanted.request_id, ${id}::uuid, ${askerId}::uuid, o.organisation_id, ${relayId}::uuid, m.membership_id,
      case when m.end_known_on <= ${today} then m.ends_on end, o.valid_until, ${today}::date, ${clock.now().toString()}::timestamptz,
      ${personIdOf(actor)}::uuid
    from unnest(${ids}::uuid[], ${[...organisationIds]}::uuid[]) as wanted (request_id, organisation_id)
    join directory_organisation o on o.organisation_id = wanted.organisation_id
    join networks_membership m on m.organisation_id = o.organisation_id and m.network_id = ${networkId}
    where ${selectIsMember(today)} and o.organisation_id <> ${askerId}
    on conflict do nothing
    returning request_id as "requestId", organisation_id as "organisationId"
  `.execute(database)
  return rows
}

/**
 * What a form says that is expected, as one short text: identical words give an identical digest, whatever sends them. Recipients, language
 * and consent are left out: another address beside those words makes no other expectation.
 */
export function sentDigest({
  title,
  text,
  themes,
  form,
  deadline,
  confidentiality,
}: ExpectationTexts): string {
  return digestOf(
    JSON.stringify([wordsOf(title), wordsOf(text), themes.toSorted(), form, deadline, confidentiality]),
  )
}

// Some programs write Hangul in one piece, others in several.
function wordsOf(text: LocalizedText): [string, string][] {
  return Object.entries(plainText(text))
    .map(([language, words]): [string, string] => [language, words.normalize('NFC')])
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

interface NewContact {
  name: string
  address: string
  language: string
}

/** Has a member without an account answer by a link, and ends the link of an earlier contact. */
export async function nameContact(
  context: Context,
  expectation: Expectation,
  { id, organisation }: MemberRequest,
  { name, address, language }: NewContact,
): Promise<void> {
  authorize(mayAdvise(context.actor, expectation.networkId))
  await inTransaction(context, async (inside) => {
    await expectationLinks.end(inside, { request_id: id })
    await inside.database
      .updateTable('partners_expectation_request')
      .set({ contact_name: name, contact_address: address, contact_language: language })
      .where('request_id', '=', id)
      .execute()
    await noteStep(inside, expectation, { verb: 'invited', organisationId: organisation.id })
  })
}
