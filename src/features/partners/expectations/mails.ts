import {
  chooseName,
  chooseText,
  type LocalizedName,
  type LocalizedText,
} from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { MailBlock } from '../../../platform/mail/mail.ts'
import type { MailWords } from '../../../platform/mail/mail-words.ts'
import { type NotificationContext, type Notified, notify } from '../../../platform/mail/notify.ts'
import { languageNote } from '../../../ui/text/language-note.ts'
import { shortNames } from '../../directory/index.ts'
import { expectationLinks } from '../links.ts'
import type { Expectation } from './expectation.ts'
import {
  aboutBlock,
  answerBlocks,
  expectationBlocks,
  gatherReply,
  replyBlocks,
  wordBlocks,
} from './mail-blocks.ts'
import { paths } from './paths.ts'
import { listAdvisers, listAnswerers, listAskers, type Recipient } from './recipients.queries.ts'
import { listRequests, type MemberRequest } from './requests.queries.ts'

interface News {
  key:
    | 'stated'
    | 'addressed'
    | 'relayed'
    | 'reminder'
    | 'consent'
    | 'answered'
    | 'reply'
    | 'closed'
    | 'reopened'
  /** The blocks between the first sentence and the link, in the language of a reader. */
  bodyFor(reader: Reader): MailBlock[]
  /** The texts that they show. */
  texts: readonly LocalizedText[]
  /** Whose answer it is about. */
  about: MemberRequest | null
}

/** Notifies the contact of an asker without an account that the expectation is recorded, with the link by which they follow it. */
export async function notifyContact(notifying: NotificationContext, expectation: Expectation): Promise<void> {
  const askers = await listAskers(notifying.writing, expectation.id)
  const to = askers.filter(({ personId }) => personId === null)
  const bodyFor = (reader: Reader) => expectationBlocks(reader, expectation, null)
  await send(notifying, expectation, to, { key: 'stated', bodyFor, texts: [expectation.text], about: null })
}

/** Asks members: those addressed first, those of a relay with its day, or again those that have not answered. */
export async function notifyAsked(
  notifying: NotificationContext,
  expectation: Expectation,
  key: 'addressed' | 'relayed' | 'reminder',
  requests: readonly MemberRequest[],
): Promise<void> {
  const to = await listAnswerers(
    notifying.writing,
    requests.map(({ id }) => id),
  )
  const relay = requests[0]?.relay ?? null
  const bodyFor = (reader: Reader) => [
    ...expectationBlocks(reader, expectation, relay?.answerBy ?? null),
    ...wordBlocks(reader, relay?.word ?? {}),
  ]
  const texts = [expectation.text, relay?.word ?? {}]
  await send(notifying, expectation, to, { key, bodyFor, texts, about: null })
}

/** Asks the asker whether others may read what they expect. */
export async function notifyConsentAsked(
  notifying: NotificationContext,
  expectation: Expectation,
): Promise<void> {
  const to = await listAskers(notifying.writing, expectation.id)
  const bodyFor = (reader: Reader) => expectationBlocks(reader, expectation, null)
  await send(notifying, expectation, to, { key: 'consent', bodyFor, texts: [expectation.text], about: null })
}

/** Notifies the asker and the secretariat of what a member has answered; of a translation alone, only the asker. */
export async function notifyOfAnswer(
  notifying: NotificationContext,
  expectation: Expectation,
  request: MemberRequest,
  { isTranslation }: { isTranslation: boolean },
): Promise<void> {
  const { writing, network } = notifying
  const isGathered = request.relay === null || request.relay.hasEnded
  const to = [
    // The asker reads the answers of a relay in one reply.
    ...(isGathered ? await listAskers(writing, expectation.id) : []),
    ...(isTranslation ? [] : await listAdvisers(writing, network.id)),
  ]
  const bodyFor = (reader: Reader) => [...answerBlocks(reader, request), aboutBlock(reader, expectation)]
  await send(notifying, expectation, to, { key: 'answered', bodyFor, texts: [request.words], about: request })
}

/** Sends the one consolidated reply to the asker and to the secretariat. */
export async function notifyOfReply(notifying: NotificationContext, expectation: Expectation): Promise<void> {
  const { writing, network } = notifying
  const { askers, news } = await findReply(notifying, expectation)
  await send(notifying, expectation, [...askers, ...(await listAdvisers(writing, network.id))], news)
}

/** What the consolidated reply says now, and who gets it for the asker. */
export async function findReply(
  { writing }: NotificationContext,
  { id }: Expectation,
): Promise<{ askers: Recipient[]; requests: MemberRequest[]; news: News }> {
  const requests = await listRequests(writing, id)
  const reply = gatherReply(requests)
  return {
    askers: await listAskers(writing, id),
    requests,
    news: {
      key: 'reply',
      bodyFor: (reader) => replyBlocks(reader, reply),
      texts: requests.map(({ words }) => words),
      about: null,
    },
  }
}

/** Notifies the asker, the members that take it up and the secretariat that it was closed, or reopened. */
export async function notifyOfEnd(
  notifying: NotificationContext,
  expectation: Expectation,
  key: 'closed' | 'reopened',
): Promise<void> {
  const { writing, network } = notifying
  const requests = await listRequests(writing, expectation.id)
  const concerned = requests.filter(({ answer }) => answer !== 'no')
  const to = [
    ...(await listAskers(writing, expectation.id)),
    ...(await listAnswerers(
      writing,
      concerned.map(({ id }) => id),
    )),
    ...(await listAdvisers(writing, network.id)),
  ]
  const named = requests.find(({ id }) => id === expectation.closing?.requestId) ?? null
  const bodyFor = (reader: Reader) => endBlocks(reader, expectation, named)
  await send(notifying, expectation, to, {
    key,
    bodyFor,
    texts: [expectation.closing?.word ?? {}],
    about: named,
  })
}

function endBlocks(reader: Reader, { closing }: Expectation, named: MemberRequest | null): MailBlock[] {
  if (closing === null) return []
  const { t } = reader
  const word = chooseText(closing.word, reader.language)
  const isPart = closing.outcome === 'partly'
  const by = named === null ? '' : chooseName(shortNames(named.organisation), reader.language).text
  return [
    {
      kind: 'facts',
      facts: [
        { label: t('partners.expectation.outcome'), value: t(`partners.state.${closing.outcome}`) },
        ...(by === ''
          ? []
          : [
              {
                label: t(isPart ? 'partners.expectation.partlyMetBy' : 'partners.expectation.metBy'),
                value: by,
              },
            ]),
      ],
    },
    ...(word ? [{ kind: 'quotation' as const, text: word.text, language: word.language }] : []),
  ]
}

// The person who ended the relay gets the consolidated reply too: it is theirs to keep.
async function send(
  notifying: NotificationContext,
  expectation: Expectation,
  recipients: readonly Recipient[],
  news: News,
): Promise<void> {
  const { writing, network } = notifying
  await notify(notifying, recipients, {
    includesActor: news.key === 'reply',
    // Hashed text cannot be sent twice: each mail has a link of its own.
    leadsTo: async (language, { personId, requestId }) =>
      personId === null
        ? paths.followed(
            language,
            network.slug,
            await expectationLinks.make(writing, { expectation_id: expectation.id, request_id: requestId }),
          )
        : paths.mailed(language, network.slug, expectation.slug),
    write: wordsOf(expectation, news),
  })
}

/** What a mail about an expectation says to one recipient. */
export function wordsOf(
  expectation: Expectation,
  { key, bodyFor, texts, about }: News,
): (notified: Notified<Recipient>) => MailWords {
  return ({ to, t, language, reader, network }) => {
    const name = (names: LocalizedName) => chooseName(names, language).text
    const words = {
      network,
      title: chooseText(expectation.title, language)?.text ?? '',
      asker: name(shortNames(expectation.asker)),
      asked: name(shortNames(expectation.asked)),
      organisation: about === null ? '' : name(shortNames(about.organisation)),
    }
    const isByLink = to.personId === null
    // What only people concerned read is worded by the secretariat; answers may be asked for all the same.
    const mayAsk = expectation.confidentiality !== 'concerned' || key === 'answered' || key === 'reply'
    return {
      kind: isByLink ? 'partners.expectationLink' : 'partners.expectation',
      subject: t(`partners.expectationMail.${key}.subject`, words),
      body: [
        t(`partners.expectationMail.${key}.text`, words),
        ...bodyFor(reader),
        languageNote(reader, [expectation.title, ...texts], !isByLink && mayAsk),
      ],
      action: t(`partners.expectationMail.${actionOf(key)}`),
      notes: [isByLink && t('partners.expectationMail.keep')],
    }
  }
}

function actionOf(key: News['key']): 'answer' | 'consentAction' | 'open' {
  if (key === 'consent') return 'consentAction'
  return key === 'addressed' || key === 'relayed' || key === 'reminder' ? 'answer' : 'open'
}
