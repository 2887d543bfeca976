import type { Context } from '../../../../platform/context/context.ts'
import { removeMeeting } from '../../../minutes/index.ts'
import { removeEvidence } from '../../../registry/evidence/index.ts'
import type { DecisionPlace } from '../decisions/place.ts'
import type { Fact, Written } from '../facts/fact.ts'
import type { Kept } from './commands.ts'
import { lookUpMeetingState } from './meetings.queries.ts'
import { isSaidElsewhere } from './queries.ts'

/** Takes a meeting away that was kept for a text, unless somebody has worked on it since; of any other one, only the evidence. */
export async function withdrawFromMeeting(
  context: Context,
  { network }: DecisionPlace,
  fact: Fact,
  { id, isNew, evidenceIds }: Written,
  anyway: boolean,
): Promise<Kept[]> {
  const isSaid = await isSaidElsewhere(context, id, evidenceIds)
  await removeEvidence(context, network.id, evidenceIds)
  if (!isNew || isSaid) return []
  const state = await lookUpMeetingState(context, id, fact.id)
  if (state === 'gone') return []
  if (state === 'changed' && !anyway) return [{ fact, changes: [] }]
  await removeMeeting(context, network.id, id)
  return []
}
