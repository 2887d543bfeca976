import type { Context } from '../../../../platform/context/context.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import { amendRecord } from '../../../contributions/index.ts'
import { removeCooperations } from '../../../registry/batches/index.ts'
import { cooperationDocument } from '../../../registry/cooperations/index.ts'
import { reindexTexts } from '../../../translations/index.ts'
import { isBare, withoutFacts } from '../../parts/without-facts.ts'
import { type DecisionPlace, recordKind, versionWords } from '../decision-place.ts'
import type { Fact } from '../facts/fact.ts'
import type { Kept } from './left.ts'
import { isSpokenOf } from './queries.ts'

/**
 * Removes what some facts wrote from a tie, as one version of it; a tie that was created for them and of which nothing else is known
 * is deleted.
 */
export async function withdrawFromTie(
  context: Context,
  place: DecisionPlace,
  cooperationId: string,
  facts: readonly Fact[],
  anyway: boolean,
): Promise<Kept[]> {
  const { network } = place
  const kind = recordKind(place, 'cooperation')
  const head = await kind.lookUp(context, network, { id: cooperationId })
  // A person has removed the tie.
  if (!head) return []
  const changesOf = ({ written }: Fact) => written?.changes ?? []
  let kept: Change[] = []
  const after = await amendRecord(context, { network, kind, head, ...versionWords(place) }, (document) => {
    const changes = facts.toSorted(
      (a, b) => Number(a.decidedAt) - Number(b.decidedAt) || a.position - b.position,
    )
    const result = withoutFacts(cooperationDocument.parse(document), changes.map(changesOf), anyway)
    kept = result.kept
    return result.document
  })
  const stays = new Set(kept.map(keyOf))
  const keptFacts = facts.flatMap((fact): Kept[] => {
    const own = changesOf(fact).filter((change) => stays.has(keyOf(change)))
    return own.length === 0 ? [] : [{ fact, changes: own }]
  })
  const maker = facts.find(({ written }) => written?.isNew)
  if (!maker) return keptFacts
  const isUntouched = isBare(cooperationDocument.parse(after)) && !(await isSpokenOf(context, cooperationId))
  if (!isUntouched) return [...keptFacts, { fact: maker, changes: [] }]
  const places = (await kind.texts?.within(context, network, [cooperationId])) ?? []
  await removeCooperations(context, network.id, [cooperationId])
  await reindexTexts(context, kind.texts?.owners ?? [], network.id, places)
  return keptFacts
}

const keyOf = ({ path, language }: Change) => [...path, language ?? ''].join('/')
