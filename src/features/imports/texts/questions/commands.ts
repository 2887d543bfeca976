import { sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { addRecord } from '../../../contributions/index.ts'
import { loadCountry } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { type DecisionPlace, recordKind, versionWords } from '../decision-place.ts'
import { underLock } from '../decisions.commands.ts'
import {
  type Fact,
  type FactParty,
  type FactValue,
  type ParticipantValue,
  signatureOf,
  type TieValue,
} from '../facts/fact.ts'
import { listFactsById } from '../facts/queries.ts'
import { partiesOf, questionOf, withParties } from '../reading/facts-of-reading.ts'
import { listDependents, listFactsNaming, lookUpNamesake } from './queries.ts'

/** The organisation that a name in a text means. */
export interface Meaning {
  /** The side of the tie, from 0; 0 for any other fact. */
  side: number
  organisationId: string
  /** The country whose reference file has it, where the directory does not hold it yet. */
  country: string | null
}

/**
 * Records who is meant by a name in a fact, and wherever else the text leaves the same name open. An authority of a country that is
 * not loaded is loaded with its country. Returns how many facts were settled.
 */
export async function sayWhoIsMeant(
  context: Context,
  at: DecisionPlace,
  factId: string,
  { side, organisationId, country }: Meaning,
): Promise<number> {
  if (country !== null) await loadCountry(context, country, () => {})
  return underLock(context, at, async (inside, { text }) => {
    const [fact] = await listFactsById(inside, text.id, [factId])
    if (!fact || fact.decision !== null) return 0
    const held = (await listOrganisationRefs(inside, [organisationId])).get(organisationId)
    if (!held) return 0
    const name = nameIn(fact.value, side)
    const settle = (party: FactParty): FactParty => ({
      ...party,
      organisationId,
      country: held.country,
      kind: held.kind,
    })
    const others = name === null ? [] : await listFactsNaming(inside, text.id, name)
    const facts = [fact, ...others.filter(({ id }) => id !== fact.id)]
    for (const each of facts) {
      const value = withParties(each.value, (party, index) => {
        const isIt =
          each === fact ? index === side : party.asWritten === name && party.organisationId === null
        return isIt ? settle(party) : party
      })
      await writeValue(
        inside,
        text.id,
        each,
        withActor(value, organisationId, each === fact || name !== null),
      )
    }
    return facts.length
  })
}

export interface NewBody extends Pick<Meaning, 'side'> {
  factId: string
  name: string
  country: string
  kind: string
}

/** Adds an unknown organisation of a text to the directory, under the name that the text gives, and records that it is meant. */
export async function addMeantBody(
  context: Context,
  at: DecisionPlace,
  { factId, side, name, country, kind }: NewBody,
): Promise<number> {
  return underLock(context, at, async (inside, place) => {
    const { network, text } = place
    const organisation = recordKind(place, 'organisation')
    const names = { [text.language ?? 'fr']: name }
    const document = { ...organisation.blank(network), country, kind, name: names }
    const head = await addRecord(inside, { network, kind: organisation, document, ...versionWords(place) })
    await inside.database
      .insertInto('imports_text_body')
      .values({ text_id: text.id, organisation_id: head.id })
      .execute()
    return sayWhoIsMeant(inside, place, factId, { side, organisationId: head.id, country: null })
  })
}

function nameIn(value: FactValue, side: number): string | null {
  if (value.part === 'actor') return value.name
  return partiesOf(value)[side]?.asWritten ?? null
}

function withActor(value: FactValue, organisationId: string, isMeant: boolean): FactValue {
  return value.part === 'actor' && isMeant ? { ...value, organisationId } : value
}

/**
 * Gives an open fact another value. Its signature and its question follow, and so do the signatures of facts of a tie, which contain
 * its sides.
 */
export async function writeValue(
  context: Context,
  textId: string,
  fact: Fact,
  value: FactValue,
): Promise<void> {
  const question = questionOf(value)
  const [tieFact] = fact.tieId === null ? [] : await listFactsById(context, textId, [fact.tieId])
  const tie = tieFact?.value.part === 'tie' ? tieFact.value : null
  await context.database
    .updateTable('imports_text_fact')
    .set({
      value: JSON.stringify(value),
      signature: signatureOf(value, tie),
      question,
      is_sure: question === null && fact.suggestedBy === 'reader',
    })
    .where('fact_id', '=', fact.id)
    .where('decided_at', 'is', null)
    .execute()
  if (value.part === 'tie') await signDependents(context, fact.id, value)
}

// The signatures of facts of a tie contain its parties.
async function signDependents(context: Context, tieId: string, tie: TieValue): Promise<void> {
  const dependents = await listDependents(context, tieId)
  if (dependents.length === 0) return
  const signed = dependents.map(({ id, value }) => ({ fact_id: id, signature: signatureOf(value, tie) }))
  await sql`
    update imports_text_fact f set signature = row.signature
    from jsonb_to_recordset(${JSON.stringify(signed)}::jsonb) as row (fact_id uuid, signature text)
    where f.fact_id = row.fact_id
  `.execute(context.database)
}

/** Closes a fact of a meeting that existed before: nothing of it is written. */
export async function closeQuestion(context: Context, at: DecisionPlace, factId: string): Promise<void> {
  await underLock(context, at, async (inside, { text }) => {
    await inside.database
      .updateTable('imports_text_fact')
      .set({
        decision: 'accepted',
        decided_at: inside.clock.now().toString(),
        decided_by: personIdOf(inside.actor),
      })
      .where('text_id', '=', text.id)
      .where('fact_id', '=', factId)
      .where('part', 'in', ['participant', 'decision', 'proposal'])
      .where('decided_at', 'is', null)
      .execute()
  })
}

/** Settles a date that the text gives relative to something else; null leaves it without a date. Returns how many facts were settled. */
export async function settleDate(
  context: Context,
  at: DecisionPlace,
  factId: string,
  date: string | null,
): Promise<number> {
  return underLock(context, at, async (inside, { text }) => {
    const [fact] = await listFactsById(inside, text.id, [factId])
    if (!fact || fact.decision !== null || !('openDate' in fact.value)) return 0
    const { openDate: _settled, ...value } = fact.value
    await writeValue(inside, text.id, fact, { ...value, date })
    return 1
  })
}

/** The answer about two names: two people, or one, with the right name and the reason why the other fact is put aside. */
export type PersonAnswer = { people: 'two' } | { people: 'one'; name: string; reason: string }

/**
 * Records whether a participant is the person with a similar name in the text. Of two facts about one person the second is put
 * aside, and what only it says goes to the first. Returns how many facts were settled.
 */
export async function settlePerson(
  context: Context,
  at: DecisionPlace,
  factId: string,
  answer: PersonAnswer,
): Promise<number> {
  return underLock(context, at, async (inside, { text }) => {
    const [fact] = await listFactsById(inside, text.id, [factId])
    if (fact?.value.part !== 'participant' || fact.decision !== null) return 0
    const { mayBe, ...own } = fact.value
    if (answer.people === 'two') {
      await writeValue(inside, text.id, fact, own)
      return 1
    }
    const other = await lookUpNamesake(inside, fact, mayBe ?? '')
    if (other) await writeValue(inside, text.id, other, joined(other.value, own, answer.name))
    await putAside(inside, fact, answer.reason)
    return other ? 2 : 1
  })
}

function joined(first: ParticipantValue, second: ParticipantValue, name: string): ParticipantValue {
  return {
    ...first,
    name,
    role: first.role ?? second.role,
    organisation: first.organisation ?? second.organisation,
  }
}

async function putAside({ database, clock, actor }: Context, fact: Fact, reason: string): Promise<void> {
  await database
    .updateTable('imports_text_fact')
    .set({
      decision: 'refused',
      reason,
      decided_at: clock.now().toString(),
      decided_by: personIdOf(actor),
    })
    .where('fact_id', '=', fact.id)
    .where('decided_at', 'is', null)
    .execute()
}
