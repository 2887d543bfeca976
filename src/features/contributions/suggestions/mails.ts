import { personIdOf } from '../../../platform/context/actor.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import type { Network } from '../../networks/index.ts'
import { notifyReader } from '../corrections/mails.ts'
import { lookUpCorrection } from '../corrections/queries.ts'
import { listDeciders, lookUpRecipient, type Recipient } from '../queries.ts'
import type { Decision, Suggestion } from './queries.ts'

interface Concerned extends NotificationContext {
  network: Pick<Network, 'id' | 'slug' | 'publication' | 'name'>
  kind: RecordKind
  head: RecordHead | null
}

interface Discussed extends Concerned {
  suggestion: Suggestion
  reader: { interfaceLanguage: string }
}

interface Said {
  id: string
  words: string
  language: string
}

/**
 * Notifies the members who speak for the record of a new suggestion, where they decide on it or a reader reports it. The secretariat finds
 * it among what waits for it.
 */
export async function notifyDeciders(
  visit: Concerned,
  { id, words, language }: Said,
  isFromReader = false,
): Promise<void> {
  if (visit.network.publication === 'after_review' && !isFromReader) return
  const speakers = await listDecidersOn(visit, 'speakers')
  await send(visit, speakers, { key: 'received', id, quoted: { text: words, language } })
}

/** Notifies all who decide on a correction of what its reader answers them. */
export async function notifyOfReply(visit: Concerned, { id, words, language }: Said): Promise<void> {
  const recipients = await listDecidersOn(visit, 'both')
  await send(visit, recipients, { key: 'message', id, quoted: { text: words, language } })
}

/** Notifies the other side of a dialogue: the author, or those who decide. */
export async function notifyOthers(asked: Discussed, text: string): Promise<void> {
  const { writing, suggestion, reader } = asked
  if (suggestion.isFromReader || personIdOf(writing.actor) !== suggestion.personId)
    return notifyAuthor(asked, 'message', text)
  const quoted = { text, language: reader.interfaceLanguage }
  await send(asked, await listDecidersOn(asked), { key: 'message', id: suggestion.id, quoted })
}

/** Notifies the author of a suggestion of a message or a decision, with its words or its reason. */
export async function notifyAuthor(
  asked: Discussed,
  key: Exclude<Decision, 'withdrawn'> | 'message',
  text: string,
): Promise<void> {
  const { writing, network, head, suggestion, reader } = asked
  const quoted = text === '' ? null : { text, language: reader.interfaceLanguage }
  if (suggestion.isFromReader) {
    // A whole set of answers by a link is accepted one by one: only what asks for a word is worth a mail.
    if (suggestion.document !== null && key === 'accepted') return
    const reported = await lookUpCorrection(writing, network.id, suggestion.id)
    if (reported) await notifyReader(asked, head, reported, { key, quoted })
    return
  }
  const author = suggestion.personId === null ? null : await lookUpRecipient(writing, suggestion.personId)
  if (author !== null) await send(asked, [author], { key, id: suggestion.id, quoted })
}

// A network that reviews first leaves the decision to its coordinators.
function listDecidersOn(
  { writing, network, head }: Concerned,
  whom: 'owners' | 'speakers' | 'coordinators' | 'both' = network.publication === 'after_review'
    ? 'coordinators'
    : 'owners',
): Promise<Recipient[]> {
  return listDeciders(writing, network.id, head?.organisationIds ?? [], whom)
}

interface News {
  key: 'received' | 'accepted' | 'declined' | 'message'
  /** Of the suggestion. */
  id: string
  quoted: { text: string; language: string } | null
}

async function send(visit: Concerned, recipients: readonly Recipient[], { key, id, quoted }: News) {
  const { network, kind, head } = visit
  await notify(visit, recipients, {
    includesActor: true,
    // Of a reader’s report, a coordinator who speaks for the record gets a mail in both roles.
    includesRepeats: true,
    leadsTo: (language) => `/${language}/${network.slug}/contributions/${id}`,
    write: ({ t, language, network }) => {
      const words = { record: head ? chooseName(head.title, language).text : t(kind.noun), network }
      return {
        kind: 'contributions.suggestion',
        subject: t(`contributions.mail.${key}.subject`, words),
        body: [t(`contributions.mail.${key}.text`, words), quoted && { kind: 'quotation', ...quoted }],
        action: t('contributions.mail.open'),
      }
    },
  })
}
