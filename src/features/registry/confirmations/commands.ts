import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Confirmation } from '../codes.ts'
import { selectToldIn } from './queries.ts'

interface Tie {
  id: string
  networkId: string
}

export interface NewStatement {
  organisationId: string
  stance: 'confirmed' | 'disputed'
  words: string
  language: string
  /** The function of the speaker, if no account gives it. */
  saidAs: string
  requestId: string | null
}

/** Records a party’s statement on a tie; returns the tie’s confirmation afterwards. Consumes the link, if any. */
export async function stateConfirmation(
  context: Context,
  tie: Tie,
  statement: NewStatement,
): Promise<Confirmation> {
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    if (statement.requestId !== null) await useRequest(inside, statement.requestId)
    await inside.database
      .insertInto('registry_confirmation')
      .values({
        confirmation_id: newId(),
        network_id: tie.networkId,
        cooperation_id: tie.id,
        organisation_id: statement.organisationId,
        stance: statement.stance,
        words: statement.words,
        language: statement.language,
        person_id: personIdOf(inside.actor),
        said_as: statement.saidAs,
        request_id: statement.requestId,
        said_at: now,
        known_on: inside.today,
      })
      .execute()
    const confirmation = await readState(inside, tie)
    await inside.database
      .updateTable('registry_cooperation')
      .set({ confirmation, updated_at: now })
      .where('cooperation_id', '=', tie.id)
      .execute()
    await recordActivity(inside, {
      networkId: tie.networkId,
      verb: statement.stance,
      subjectKind: 'cooperation',
      subjectId: tie.id,
      detail: { organisation: statement.organisationId },
    })
    return confirmation
  })
}

export interface NewRequest {
  organisationId: string
  address: string
  name: string
  language: string
}

const linkDays = 60
const mostADay = 20

/** Records a request to a party, for the link in the mail; returns its id. Called inside a transaction. */
export async function askParty(context: Context, tie: Tie, request: NewRequest): Promise<string> {
  const { database, clock, actor } = context
  const now = clock.now()
  const { count } = await database
    .selectFrom('registry_confirmation_request')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('network_id', '=', tie.networkId)
    .where('made_at', '>', new Date(now.epochMilliseconds - 86_400_000))
    .executeTakeFirstOrThrow()
  if (count >= mostADay) throw new Refusal('tooMany', 'Too many links were asked for today')
  const requestId = newId()
  await database
    .insertInto('registry_confirmation_request')
    .values({
      request_id: requestId,
      network_id: tie.networkId,
      cooperation_id: tie.id,
      organisation_id: request.organisationId,
      address: request.address,
      name: request.name,
      language: request.language,
      asked_by: personIdOf(actor),
      made_at: now.toString(),
      expires_at: now.add({ hours: 24 * linkDays }).toString(),
    })
    .execute()
  await recordActivity(context, {
    networkId: tie.networkId,
    verb: 'asked',
    subjectKind: 'cooperation',
    subjectId: tie.id,
    detail: { organisation: request.organisationId },
  })
  return requestId
}

/** Removes the recipients of links that have ended. */
export async function forgetAsked({ database, clock }: Pick<Context, 'database' | 'clock'>): Promise<void> {
  await database
    .updateTable('registry_confirmation_request')
    .set({ address: null, name: '' })
    .where('expires_at', '<', new Date(clock.now().epochMilliseconds))
    .where('address', 'is not', null)
    .execute()
}

// Of two concurrent uses of one link exactly one succeeds.
async function useRequest({ database, clock }: Context, requestId: string): Promise<void> {
  const now = clock.now().toString()
  const used = await database
    .updateTable('registry_confirmation_request')
    .set({ used_at: now, address: null, name: '' })
    .where('request_id', '=', requestId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`${now}::timestamptz`)
    .executeTakeFirst()
  if (used.numUpdatedRows !== 1n) throw new Refusal('tooLate', 'The link was used already, or has ended')
}

async function readState(context: Context, { id, networkId }: Tie): Promise<Confirmation> {
  const { rows } = await sql<{
    parties: { id: string; country: string }[]
    stances: Stance[]
    claimedBy: string | null
    toldIn: string | null
  }>`
    select c.claimed_by as "claimedBy", ${selectToldIn()} as "toldIn",
      coalesce((select json_agg(json_build_object('id', p.organisation_id, 'country', p.country) order by p.position)
        from registry_party p where p.cooperation_id = c.cooperation_id and p.capacity = 'party'), '[]') as parties,
      coalesce((select json_agg(json_build_object('organisationId', newest.organisation_id, 'stance', newest.stance))
        from (select distinct on (s.organisation_id) s.organisation_id, s.stance from registry_confirmation s
          where s.cooperation_id = c.cooperation_id
          order by s.organisation_id, s.said_at desc, s.confirmation_id desc) newest), '[]') as stances
    from registry_cooperation c join networks_network n on n.network_id = c.network_id
    where c.cooperation_id = ${id} and c.network_id = ${networkId}
  `.execute(context.database)
  return rows[0] ? confirmationState(rows[0]) : 'claimed'
}

interface Stance {
  organisationId: string
  stance: 'confirmed' | 'disputed'
}

interface Claim {
  /** The parties of the tie, without bodies that are only linked to it. */
  parties: { id: string; country: string }[]
  /** The party on whose word it was recorded. */
  claimedBy: string | null
  /** The country whose source tells of a loaded tie; null if a person added it for the network. */
  toldIn: string | null
  /** The latest statement of each party. */
  stances: Stance[]
}

/**
 * The confirmation of a recorded tie: disputed as soon as one party says that it is wrong, confirmed once a party of every other side has
 * said that it is right, claimed until then. Ties within one country need another party than the one that claims, and if the network alone
 * claims a tie, each side must speak.
 */
export function confirmationState({ parties, claimedBy, toldIn, stances }: Claim): Confirmation {
  const countryOf = new Map(parties.map(({ id, country }) => [id, country]))
  const own = stances.filter(({ organisationId }) => countryOf.has(organisationId))
  if (own.some(({ stance }) => stance === 'disputed')) return 'disputed'
  const claimant = parties.find(({ id }) => id === claimedBy)
  const claiming = claimant?.country ?? toldIn
  const confirming = own.filter(({ organisationId }) => organisationId !== claimedBy)
  const heard = new Set(confirming.map(({ organisationId }) => countryOf.get(organisationId)))
  const others = new Set(parties.map(({ country }) => country).filter((country) => country !== claiming))
  const needed = claiming === null ? Math.min(2, parties.length) : 1
  const isHeard = confirming.length >= needed && [...others].every((country) => heard.has(country))
  return isHeard ? 'confirmed' : 'claimed'
}
