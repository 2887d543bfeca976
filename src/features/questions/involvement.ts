import { type Actor, organisationsOf } from '../../platform/context/actor.ts'
import type { Question } from './questions/question.ts'

/** Whoever speaks for the authority that asks: accepts, asks back, closes. */
export function isAsker(actor: Actor, { networkId, asker }: Pick<Question, 'networkId' | 'asker'>): boolean {
  return organisationsOf(actor, networkId, ['member']).includes(asker.id)
}

/** The authorities for which the actor may answer a question that they see: their own, never the asker’s. */
export function answeringFor(
  actor: Actor,
  { networkId, asker }: Pick<Question, 'networkId' | 'asker'>,
): string[] {
  return organisationsOf(actor, networkId, ['member']).filter((id) => id !== asker.id)
}
