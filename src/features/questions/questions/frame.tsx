import type { Context } from '../../../platform/context/context.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { listPeers, type Peer } from '../../contacts/index.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { loadLinkRequest, loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { type Answer, listAnswers, listOwnAnswers } from '../answering/answers.queries.ts'
import { askedLinks } from '../answering/links.ts'
import { answeringFor, isAsker } from '../involvement.ts'
import { paths } from '../paths.ts'
import { mayCoordinate, mayReadAnswers } from '../policy.ts'
import { type AskedPeer, listAsked } from '../routing/world.queries.ts'
import { findQuestion, lookUpAskedQuestion } from './queries.ts'
import { isOpen, type Question } from './question.ts'

/** What a reader is to a question: several at once, with an account; whoever was asked comes by the link in their mail. */
export type Part = 'asker' | 'member' | 'coordinator' | 'asked' | 'reader'

export interface QuestionRequest extends NetworkRequest {
  question: Question
  parts: readonly Part[]
  /** Of its page, for this reader. */
  address: string
  /** The authority for which they may answer, if any. */
  answersFor: string | undefined
  /** Who they are among those asked; null with an account. */
  me: AskedPeer | null
  answers: readonly Answer[]
  /** Their answers, whether others read them already or not. */
  own: readonly Answer[]
  /** To whom it was put: for the asker and the coordinator. */
  asked: readonly AskedPeer[]
  /** The authorities to which the coordinator may put it by hand, and the colleagues to whom somebody asked may. */
  passable: readonly OrganisationRef[]
  colleagues: readonly Peer[]
}

/** A question as far as somebody with an account, or nobody, may see it; else 404. */
export async function loadQuestionRequest(visit: Visit): Promise<QuestionRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network } = loaded
  const question = await findQuestion(context, network.id, parameterOf(visit.request.params, 'slug') ?? '')
  const organisationIds = answeringFor(context.actor, question)
  const is = {
    asker: isAsker(context.actor, question),
    coordinator: mayCoordinate(context.actor, network.id),
    member: organisationIds.length > 0,
    reader: mayReadAnswers(context.actor, network.id) && question.askedAt !== null,
  }
  const asked = is.asker || is.coordinator ? await listAsked(context, question.id) : []
  return {
    ...{ ...loaded, question, asked, me: null, colleagues: [], answersFor: organisationIds[0] },
    address: paths.act(reader, network.slug, question.slug),
    parts: (['asker', 'coordinator', 'member', 'reader'] as const).filter((part) => is[part]),
    answers: await listAnswers(context, question),
    own: await listOwnAnswers(context, question.id, { organisationIds }),
    passable: is.coordinator && isOpen(question) ? await listPassable(context, question, asked) : [],
  }
}

/** The question that somebody was asked, by their link. */
export async function loadAskedRequest(visit: Visit) {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const { asked_id: askedId } = (await askedLinks.lookUp(writing, token)) ?? notFound('question')
  const question = await lookUpAskedQuestion(writing, askedId)
  if (question?.networkId !== network.id || question.hiddenReason !== '') return notFound('question')
  const all = await listAsked(writing, question.id, { withMerged: true })
  const me = all.find(({ id }) => id === askedId) ?? notFound('question')
  const unasked = await listUnasked(writing, network.id, all)
  return {
    ...{ ...loaded, question, me, answers: [], asked: [], passable: [], parts: ['asked', 'reader'] as const },
    answersFor: me.organisation.id,
    own: await listOwnAnswers(writing, question.id, { askedId }),
    colleagues: unasked.filter(({ organisationId }) => organisationId === me.organisation.id),
  }
}

/** Those who agreed to be asked and were not yet. */
async function listUnasked(
  context: Context,
  networkId: string,
  asked: readonly AskedPeer[],
): Promise<Peer[]> {
  const before = new Set(asked.map(({ contactId }) => contactId))
  const peers = await listPeers(context, networkId)
  return peers.filter(({ contactId, consents }) => consents && !before.has(contactId))
}

/** Where somebody may be asked, of those who may read it; never the asker’s. */
async function listPassable(
  context: Context,
  { networkId, asker, visibility, named }: Question,
  asked: readonly AskedPeer[],
): Promise<OrganisationRef[]> {
  const isWithin = (id: string) => visibility === 'group' || named.some((each) => each.id === id)
  const ids = (await listUnasked(context, networkId, asked)).map(({ organisationId }) => organisationId)
  const refs = await listOrganisationRefs(context, ids.filter(isWithin))
  return [...refs.values()].filter(({ id }) => id !== asker.id)
}
