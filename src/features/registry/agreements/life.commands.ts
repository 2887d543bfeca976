import type { Context } from '../../../platform/context/context.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import { differingEntries } from '../../../platform/records/difference.ts'
import type { AgreementEntry } from '../cooperations/document/schema.ts'

type Steps = AgreementEntry['steps']

/** Writes the steps of an agreement's life, where they differ. A step keeps its place; new ones come after all others. */
export async function replaceSteps(
  { database }: Context,
  agreementId: string,
  before: Steps,
  after: Steps,
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  if (removed.length > 0) {
    await database
      .deleteFrom('registry_agreement_step')
      .where('agreement_id', '=', agreementId)
      .where('position', 'in', removed.map(Number))
      .execute()
  }
  for (const { entry } of changed) {
    await database
      .updateTable('registry_agreement_step')
      .set(columnsOf(entry))
      .where('agreement_id', '=', agreementId)
      .where('position', '=', Number(entry.id))
      .execute()
  }
  if (added.length === 0) return
  // A place may be held by a step that became known later and is not seen today.
  const taken = await database
    .selectFrom('registry_agreement_step')
    .select('position')
    .where('agreement_id', '=', agreementId)
    .execute()
  const places = new Set(taken.map(({ position }) => position))
  let next = Math.max(-1, ...places)
  await database
    .insertInto('registry_agreement_step')
    .values(
      added.map(({ entry }) => {
        const own = Number(entry.id)
        const position = Number.isInteger(own) && own >= 0 && own < 30_000 && !places.has(own) ? own : ++next
        places.add(position)
        return { agreement_id: agreementId, position, ...columnsOf(entry) }
      }),
    )
    .execute()
}

/** Replaces the signatories of an agreement. */
export async function replaceSignatories(
  { database }: Context,
  agreementId: string,
  parties: AgreementEntry['parties'],
): Promise<void> {
  await database.deleteFrom('registry_agreement_party').where('agreement_id', '=', agreementId).execute()
  if (parties.length === 0) return
  await database
    .insertInto('registry_agreement_party')
    .values(
      parties.map(({ id, signatory }, position) => ({
        agreement_id: agreementId,
        organisation_id: id,
        signatory: JSON.stringify(signatory),
        position,
      })),
    )
    .execute()
}

function columnsOf(step: Steps[number]) {
  const date = step.on ? readEdtf(step.on) : null
  return {
    state: step.state,
    happened: date?.edtf ?? null,
    happened_from: date?.from ?? null,
    happened_to: date?.to ?? null,
    words: JSON.stringify(step.words),
    known_on: step.knownOn,
  }
}
