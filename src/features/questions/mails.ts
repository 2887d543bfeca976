import { chooseName, chooseText, type LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { messageIdOf } from '../../platform/mail/delivery/message.ts'
import type { MailBlock } from '../../platform/mail/mail.ts'
import { type NotificationContext, notify } from '../../platform/mail/notify.ts'
import { dayWords } from '../../ui/text/date-words.ts'
import { shortNames } from '../directory/index.ts'
import type { Answer } from './answering/answers.queries.ts'
import { askedLinks } from './answering/links.ts'
import { replyAddressFor } from './answering/reply-address.commands.ts'
import { paths } from './paths.ts'
import type { Question } from './questions/question.ts'
import {
  listAskedReaders,
  listAskers,
  listAuthors,
  listCoordinators,
  type QuestionReader,
} from './recipients.queries.ts'
import { groundWords } from './routing/ground-words.ts'
import type { AskedPeer } from './routing/world.queries.ts'

/** Asks somebody: the question in their language and as it was written, why they are asked, and how to answer. */
export async function mailAsked(
  notifying: NotificationContext,
  question: Question,
  asked: AskedPeer,
): Promise<void> {
  const to = await listAskedReaders(notifying.writing, [asked.id])
  await send(notifying, question, to, {
    key: 'asked',
    isAnsweredByMail: true,
    body: (reader) => [
      ...questionBlocks(reader, question),
      { kind: 'paragraph', text: groundWords(reader, question, asked) },
    ],
  })
}

/** Tells its asker of an answer. */
export async function mailAnswer(
  notifying: NotificationContext,
  question: Question,
  answer: Answer,
): Promise<void> {
  const to = await listAskers(notifying.writing, question)
  await send(notifying, question, to, {
    key: 'answered',
    organisation: answer.organisation,
    body: (reader) => [
      ...quoted(reader, answer.words),
      signature(answer),
      ...questionBlocks(reader, question, true),
    ],
  })
}

/** Tells the author of an answer what its asker made of it, or asks them whether it may be published. */
export async function mailAuthor(
  notifying: NotificationContext,
  question: Question,
  answer: Answer,
  key: 'accepted' | 'thanked' | 'back' | 'publish' | 'held' | 'receipt',
): Promise<void> {
  const to = await listAuthors(notifying.writing, answer)
  await send(notifying, question, to, {
    key,
    isAnsweredByMail: key === 'back',
    body: (reader) => [
      ...(key === 'back' ? quoted(reader, answer.back) : []),
      ...(key === 'held' || key === 'receipt' ? quoted(reader, answer.words) : []),
      ...questionBlocks(reader, question, true),
    ],
  })
}

/** Tells somebody who was asked that no words were found in their mail: it is theirs to write again, or to answer on the page. */
export async function mailUnread(
  notifying: NotificationContext,
  question: Question,
  askedId: string,
): Promise<void> {
  const to = await listAskedReaders(notifying.writing, [askedId])
  const body = (reader: Reader) => questionBlocks(reader, question, true)
  await send(notifying, question, to, { key: 'unread', isAnsweredByMail: true, body })
}

/** Tells its asker what an author says to what they asked back. */
export async function mailBackSaid(
  notifying: NotificationContext,
  question: Question,
  answer: Answer,
): Promise<void> {
  const to = await listAskers(notifying.writing, question)
  await send(notifying, question, to, {
    key: 'backSaid',
    organisation: answer.organisation,
    body: (reader) => [...quoted(reader, answer.back), ...quoted(reader, answer.backSaid), signature(answer)],
  })
}

/** Tells the secretariat that nobody has answered, and the asker that it was told. */
export async function mailEscalated(notifying: NotificationContext, question: Question): Promise<void> {
  const { writing, network } = notifying
  const body = (reader: Reader) => questionBlocks(reader, question)
  await send(notifying, question, await listCoordinators(writing, network.id), { key: 'escalated', body })
  await send(notifying, question, await listAskers(writing, question), { key: 'unanswered', body })
}

/** Reminds its asker to accept an answer, tells them that the question was closed without, or that it is back to be sent. */
export async function mailAsker(
  notifying: NotificationContext,
  question: Question,
  key: 'remind' | 'closed' | 'byMail',
): Promise<void> {
  const to = await listAskers(notifying.writing, question)
  await send(notifying, question, to, {
    key,
    includesActor: true,
    body: (reader) => questionBlocks(reader, question, key !== 'byMail'),
  })
}

interface QuestionMail {
  key:
    | 'asked'
    | 'answered'
    | 'accepted'
    | 'thanked'
    | 'back'
    | 'backSaid'
    | 'publish'
    | 'held'
    | 'receipt'
    | 'unread'
    | 'escalated'
    | 'unanswered'
    | 'remind'
    | 'closed'
    | 'byMail'
  body(reader: Reader): MailBlock[]
  organisation?: Answer['organisation']
  /** An answer to the mail is an answer to the question. */
  isAnsweredByMail?: boolean
  includesActor?: boolean
}

async function send(
  notifying: NotificationContext,
  question: Question,
  recipients: readonly QuestionReader[],
  { key, body, organisation, isAnsweredByMail = false, includesActor = false }: QuestionMail,
): Promise<void> {
  const { writing, network, application } = notifying
  await notify(notifying, recipients, {
    includesActor,
    leadsTo: async (language, { askedId }) =>
      askedId === null
        ? paths.mailed(language, network.slug, question.slug)
        : paths.asked(language, network.slug, await askedLinks.make(writing, { asked_id: askedId })),
    write: async ({ to, t, language, reader, network: name }) => {
      const words = {
        network: name,
        title: headline(question, language),
        asker: chooseName(shortNames(question.asker), language).text,
        organisation: organisation ? chooseName(shortNames(organisation), language).text : '',
      }
      const replyTo =
        to.askedId !== null && isAnsweredByMail
          ? await replyAddressFor(writing, application, to.askedId)
          : null
      return {
        kind: to.askedId === null ? 'questions.question' : 'questions.asked',
        subject: t(`questions.mail.${key}.subject`, words),
        body: [
          // Quotes of the mail are cut here, whatever program wrote them.
          replyTo !== null && { kind: 'smallPrint', text: t('platform.mail.writeAbove') },
          t(`questions.mail.${key}.text`, words),
          ...body(reader),
        ],
        action: t(`questions.mail.${key}.action`),
        notes: [
          replyTo !== null
            ? t('questions.mail.byReply')
            : to.askedId !== null && key === 'asked' && t('questions.mail.byLink'),
        ],
        replyTo: replyTo ?? undefined,
        thread: [messageIdOf(application.settings, question.id)],
      }
    },
  })
}

// In a subject and on buttons: the beginning of the question.
const longestHeadline = 70

export function headline({ question }: Pick<Question, 'question'>, language: string): string {
  const text = (chooseText(question, language)?.text ?? '').replaceAll(/\s+/g, ' ')
  return text.length <= longestHeadline ? text : `${text.slice(0, longestHeadline - 1).trimEnd()}…`
}

/** A question, in the reader’s language and as it was written, or in short. */
function questionBlocks(reader: Reader, question: Question, isShort = false): MailBlock[] {
  const { t } = reader
  const { tried, neededBy } = question
  return [
    ...(isShort ? [{ kind: 'heading' as const, text: t('questions.field.question') }] : []),
    ...quoted(reader, question.question),
    ...(isShort || Object.keys(tried).length === 0
      ? []
      : [{ kind: 'heading' as const, text: t('questions.field.tried') }, ...quoted(reader, tried)]),
    ...(isShort || neededBy === null
      ? []
      : [
          {
            kind: 'facts' as const,
            facts: [{ label: t('questions.field.neededBy'), value: dayWords(reader, neededBy) }],
          },
        ]),
  ]
}

/** A text in the reader’s language, said to be a machine’s where it is, and as it was written. */
function quoted(reader: Reader, text: LocalizedText): MailBlock[] {
  const chosen = chooseText(text, reader.language)
  if (chosen === null) return []
  const original = Object.entries(text).find(([, { state }]) => state === 'original')
  const quote = (passage: string, language: string): MailBlock => ({
    kind: 'quotation',
    text: passage,
    language,
  })
  if (chosen.state === 'original' || original === undefined) return [quote(chosen.text, chosen.language)]
  return [
    quote(chosen.text, chosen.language),
    ...(chosen.state === 'machine'
      ? [{ kind: 'smallPrint' as const, text: reader.t('ui.text.machine') }]
      : []),
    { kind: 'paragraph', text: reader.t('questions.mail.original') },
    quote(original[1].text, original[0]),
  ]
}

const signature = ({ signed }: Answer): MailBlock => ({ kind: 'paragraph', text: signed })
