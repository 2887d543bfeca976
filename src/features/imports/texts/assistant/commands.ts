import type { Context } from '../../../../platform/context/context.ts'
import type { Settings } from '../../../../platform/settings/settings.ts'
import { insertFacts } from '../facts/commands.ts'
import { listTies } from '../facts/queries.ts'
import { placeFacts } from '../reading/facts-of-reading.ts'
import { lookUpGroup } from '../reading/queries.ts'
import { listStoredPassages, type StoredPassage } from '../sources/queries.ts'
import { AssistantTrouble, askAssistant } from './ask.ts'
import { assistantHost } from './host.ts'
import { findLastPosition, listSignatures } from './queries.ts'
import { readSuggestions, suggestedFacts, task } from './suggested-facts.ts'

/**
 * Asks the assistant about a text whose importer allows sending it to that very host, portion by portion. New suggestions are added,
 * marked and never sure; what the reading says is left alone. Failures are recorded, and the text is as usable as before.
 */
export async function askAboutText(
  context: Context,
  settings: Pick<Settings, 'assistant'>,
  textId: string,
  waitMs?: number,
): Promise<void> {
  const { assistant } = settings
  const host = assistantHost(settings)
  const group = await lookUpGroup(context, textId)
  // An importer who allowed one host has not allowed another.
  if (assistant === null || host === null || group?.assistantHost !== host) return
  let dropped = 0
  let trouble: string | null = null
  for (const passages of portionsOf(await listStoredPassages(context, textId))) {
    try {
      const words = passages.map((passage) => passage.text).join('\n')
      const read = readSuggestions(await askAssistant(assistant, { task, words }, waitMs))
      if (!read) throw new AssistantTrouble('answer')
      const suggested = suggestedFacts(read.suggestions, passages, await listTies(context, textId))
      dropped += read.dropped + suggested.dropped
      await addSuggestions(context, textId, suggested.facts)
    } catch (error) {
      if (!(error instanceof AssistantTrouble)) throw error
      trouble = error.code
      // A host that cannot be reached will not answer the next portion either.
      if (error.code === 'unreachable') break
    }
  }
  await context.database
    .updateTable('imports_text')
    .set({ assistant_dropped: dropped, assistant_trouble: trouble })
    .where('text_id', '=', textId)
    .execute()
}

async function addSuggestions(
  context: Context,
  textId: string,
  facts: ReturnType<typeof suggestedFacts>['facts'],
): Promise<void> {
  const placed = await placeFacts(context, facts, (index) => {
    const tie = facts[index]?.knownTie?.value
    return tie?.part === 'tie' ? tie : null
  })
  const known = await listSignatures(context, textId)
  const withTies = placed.map((fact, index) => ({ ...fact, tieId: facts[index]?.knownTie?.id ?? null }))
  // What the reader found exists already; a tie is kept for what belongs to it.
  const isNew = withTies.map(({ signature }, index) => {
    const isFirst = withTies.findIndex((each) => each.signature === signature) === index
    return isFirst && !known.has(signature)
  })
  const kept = withTies.flatMap((fact, index) => (isNew[index] ? [{ fact, index }] : []))
  const places = new Map(kept.map(({ index }, place) => [index, place]))
  const added = kept.flatMap(({ fact }) => {
    if (fact.tie === null) return [fact]
    const tie = places.get(fact.tie)
    return tie === undefined ? [] : [{ ...fact, tie }]
  })
  if (added.length > 0)
    await insertFacts(context, textId, added, 'assistant', (await findLastPosition(context, textId)) + 1)
}

/** Letters of a text that are sent at once. */
const largestPortion = 6_000

/** A text in portions of whole passages; a longer passage is a portion of its own. */
function portionsOf(passages: readonly StoredPassage[]): StoredPassage[][] {
  const portions: StoredPassage[][] = []
  let size = 0
  for (const passage of passages) {
    const last = portions.at(-1)
    if (last && size + passage.text.length <= largestPortion) last.push(passage)
    else {
      portions.push([passage])
      size = 0
    }
    size += passage.text.length
  }
  return portions
}
