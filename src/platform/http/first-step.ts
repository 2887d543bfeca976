import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import { onlyRow } from '../database/only-row.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'
import type { Settings } from '../settings/settings.ts'

/** Something that a new group does before it can work: shown to those who look after it until everything is done. */
export interface FirstStep {
  /** Its place among the steps of all features, from 1. */
  place: number
  /** What it brings: « Vos membres ». */
  label: PlainMessageKey
  /** The words of its button, which begin with a verb. */
  action: PlainMessageKey
  /** The page that does it; what follows the network in its address. */
  path: string
  /** Another way to the same. */
  other?: { action: PlainMessageKey; path: string }
  isFor(actor: Actor, networkId: string): boolean
  /** SQL: whether the group has it; or what the settings of the server say. */
  isDone(networkId: string, settings: Settings): RawBuilder<boolean> | boolean
}

/** The steps that an actor may take in a group, in order, each with whether it is done; none if all are. One statement. */
export async function listFirstSteps(
  steps: readonly FirstStep[],
  { context, networkId, settings }: { context: Context; networkId: string; settings: Settings },
): Promise<{ step: FirstStep; isDone: boolean }[]> {
  const own = steps
    .filter(({ isFor }) => isFor(context.actor, networkId))
    .toSorted((a, b) => a.place - b.place)
  if (own.length === 0) return []
  const answers = own.map(({ isDone }) => isDone(networkId, settings))
  const { rows } = await sql<{ done: boolean[] }>`
    select array[${sql.join(answers.map((answer) => (typeof answer === 'boolean' ? sql`${answer}::boolean` : answer)))}] as done
  `.execute(context.database)
  const { done } = onlyRow(rows)
  return done.every(Boolean) ? [] : own.map((step, index) => ({ step, isDone: done[index] === true }))
}
