import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { loadNetworkRequest } from '../../networks/index.ts'
import { listAnswers, listOwnAnswers } from '../answering/answers.queries.ts'
import { listPassable } from '../answering/passing.queries.ts'
import { answeringFor, isAsker } from '../involvement.ts'
import { mayCoordinate } from '../policy.ts'
import { listAsked } from '../routing/world.queries.ts'
import { findQuestion } from './queries.ts'
import { isOpen } from './question.ts'

/** A question as far as the reader may see it, or 404; what they are to it, and what that lets them see. */
export async function loadQuestionRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  const question = await findQuestion(context, network.id, parameterOf(visit.request.params, 'slug') ?? '')
  const now = context.clock.now().epochMilliseconds
  const organisationIds = answeringFor(context.actor, question)
  const asks = isAsker(context.actor, question)
  const coordinates = mayCoordinate(context.actor, network.id)
  const asked = asks || coordinates ? await listAsked(context, question.id) : []
  const own = await listOwnAnswers(context, question.id, { organisationIds })
  return {
    ...{ ...loaded, question, asks, coordinates },
    /** The authority for which they answer, if any. */
    answersFor: organisationIds[0],
    answers: await listAnswers(context, question.id),
    /** Answers of their authority that others do not read yet. */
    own: own.filter(({ leavesAt }) => leavesAt.getTime() > now),
    /** To whom it was put: for the asker and the coordinator. */
    asked,
    /** The authorities to which the coordinator may put it by hand. */
    passable: coordinates && isOpen(question) ? await listPassable(context, question, asked) : [],
  }
}

export type QuestionRequest = Awaited<ReturnType<typeof loadQuestionRequest>>
