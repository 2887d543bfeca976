import { digestOf } from '../../../../platform/context/secret-token.ts'
import { interfaceLanguageFor } from '../../../../platform/i18n/languages.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { mailTo, type NotificationContext } from '../../../../platform/mail/notify.ts'
import type { Expectation } from '../expectation.ts'
import { findReply, wordsOf } from '../mails.ts'
import { listAdvisers, type Recipient } from '../recipients.queries.ts'
import { listUntranslated, type Untranslated } from './untranslated.ts'

/** The reply as it would go out now. */
export interface ReplyToSend {
  /** A mail in each language of the people who speak for the asker, with its recipients; none where only the page notifies them. */
  mails: { mail: Mail; to: Recipient[] }[]
  untranslated: Untranslated[]
  /** So many people of the secretariat get a copy. */
  copies: number
  /** Differs for anything that reads otherwise, or goes to another recipient. */
  mark: string
}

/** What the asker would be sent if the relay ended now, word for word. */
export async function findReplyToSend(
  notifying: NotificationContext,
  expectation: Expectation,
): Promise<ReplyToSend> {
  const { writing, network } = notifying
  const { askers, requests, news } = await findReply(notifying, expectation)
  const once = [...new Map(askers.map((to) => [keyOf(to), to])).values()]
  const shown = once.length > 0 ? once : [pageReader(expectation)]
  const mails: ReplyToSend['mails'] = []
  for (const to of Map.groupBy(
    shown,
    ({ language, personId }) => `${language} ${personId === null}`,
  ).values()) {
    const [first] = to
    if (!first) continue
    const mail = await mailTo(notifying, first, '', wordsOf(expectation, news))
    mails.push({ mail, to: once.length > 0 ? to : [] })
  }
  return {
    mails,
    untranslated: listUntranslated(expectation, requests, [
      ...new Set(shown.map(({ language }) => language)),
    ]),
    copies: (await listAdvisers(writing, network.id)).length,
    mark: digestOf(
      JSON.stringify([
        expectation.relay?.id,
        mails.map(({ mail: { subject, body }, to }) => [subject, body, to.map(keyOf)]),
      ]),
    ),
  }
}

/**
 * Identifies the reply that a person means to send. People who speak for the asker read it only then: they know how many have answered, and
 * their mark reveals nothing beyond that.
 */
export async function findMark(
  notifying: NotificationContext,
  expectation: Expectation,
  isAdviser: boolean,
): Promise<string> {
  if (isAdviser) return (await findReplyToSend(notifying, expectation)).mark
  return digestOf(`${expectation.relay?.id} ${expectation.answeredCount}`)
}

const keyOf = ({ personId, address }: Recipient) => personId ?? address

// Nobody: what the page would say, in the language that was asked for.
function pageReader({ language }: Expectation): Recipient {
  return {
    personId: '',
    requestId: null,
    address: '',
    name: '',
    language: interfaceLanguageFor(language),
  }
}
