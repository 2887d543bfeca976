import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { underLock } from '../decisions/lock.commands.ts'
import type { DecisionPlace } from '../decisions/place.ts'
import type { Fact, ParticipantValue } from '../facts/fact.ts'
import { listFactsById } from '../facts/queries.ts'
import { writeValue } from './commands.ts'
import { lookUpNamesake } from './persons.queries.ts'

/** What is said of two names: two people, or one, with the name that is right and why the other fact is put aside. */
export type PersonAnswer = { people: 'two' } | { people: 'one'; name: string; reason: string }

/**
 * Says whether somebody who attended is the one whom the text names nearly so. Of two facts about one person the second is put aside, and
 * what it alone tells goes to the first. Answers how many facts were settled.
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
