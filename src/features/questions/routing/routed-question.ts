import type { Question } from '../questions/question.ts'
import type { RoutedQuestion } from './peer.ts'
import type { World } from './world.queries.ts'

/** A question as routing sees it. */
export function routedQuestion(world: World, question: Question): RoutedQuestion {
  const { asker, named, ...rest } = question
  return { ...rest, by: world.organisationOf(asker), named: named.map(({ id }) => id) }
}
