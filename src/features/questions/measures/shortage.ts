import { type Peer, themesOfTrade } from '../../contacts/index.ts'
import type { CountedQuestion } from './queries.ts'

/** What may be short where questions stay unanswered, the first to be seen to first. */
export const shortages = ['consents', 'trades', 'quotas', 'translation'] as const
export type Shortage = (typeof shortages)[number]

/**
 * What most of the unanswered questions lacked, where fewer than half of all were answered; `nothing` where people were asked who could read
 * it and kept silent. Null where at least half were answered. Of two that are as frequent, the first of the list.
 */
export function findShortage(
  questions: readonly CountedQuestion[],
  peers: readonly Peer[],
): Shortage | 'nothing' | null {
  const open = questions.filter(({ answers }) => answers.length === 0)
  if (open.length * 2 <= questions.length) return null
  const found = open.map((question) => shortageOf(question, peers))
  const [most] = shortages
    .map((shortage) => ({ shortage, count: found.filter((each) => each === shortage).length }))
    .toSorted((one, other) => other.count - one.count)
  return most && most.count > 0 ? most.shortage : 'nothing'
}

/**
 * What one question lacked, the first that holds:
 * trades: no other authority that may act on it has a post with its trade, or with one to which its themes belong;
 * consents: some have, and none of their holders agrees to be asked;
 * translation: it was put to somebody, and cannot be read in any language of one of them;
 * quotas: one who does this work had their number of questions, or was asked in the five working days before.
 */
function shortageOf(
  { askerId, trade, themes, notAsked, asked, languages }: CountedQuestion,
  peers: readonly Peer[],
): Shortage | null {
  const whyNot = new Map(notAsked.map(({ id, why }) => [id, why]))
  const fitting = peers.filter(
    ({ organisationId, contactId, posts }) =>
      organisationId !== askerId &&
      whyNot.get(contactId) !== 'competence' &&
      posts.some(
        (post) =>
          post.trade === trade ||
          themesOfTrade[post.trade].some((theme) => themes.some((own) => own === theme)),
      ),
  )
  if (fitting.length === 0) return 'trades'
  if (fitting.every(({ consents }) => !consents)) return 'consents'
  const reach = peers.filter(({ contactId }) => asked.some((each) => each.contactId === contactId))
  if (reach.some((peer) => !peer.languages.some((language) => languages.includes(language))))
    return 'translation'
  const isFull = fitting.some(({ contactId }) => ['quota', 'recent'].includes(whyNot.get(contactId) ?? ''))
  return isFull ? 'quotas' : null
}
