import type { Context } from '../../platform/context/context.ts'
import {
  chooseName,
  chooseText,
  type LocalizedName,
  type LocalizedText,
} from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { messageIdOf } from '../../platform/mail/delivery/message.ts'
import type { MailPart } from '../../platform/mail/mail-words.ts'
import { type NotificationContext, notify } from '../../platform/mail/notify.ts'
import { dayWords } from '../../ui/text/date-words.ts'
import { shortNames } from '../directory/index.ts'
import { listGroupTermsIn } from '../translations/index.ts'
import type { Answer } from './answering/answers.queries.ts'
import { askedLinks } from './answering/links.ts'
import { replyAddressFor } from './answering/reply-address.commands.ts'
import { paths } from './paths.ts'
import type { Question } from './questions/question.ts'
import {
  listAskers,
  listAuthors,
  listAuthorsOf,
  listCoordinators,
  type QuestionReader,
} from './recipients.queries.ts'
import type { AskedPeer } from './routing/world.queries.ts'
import { groundWords, headline } from './words.ts'

/** What a mail is about beside its question. */
interface About {
  answer?: Answer
  asked?: AskedPeer
  /** What a reader reports of it. */
  report?: LocalizedText
  /** What the group calls things that the question speaks of, by language. */
  terms?: LocalizedName[]
}

type Readers = (context: Context, question: Question, about: About) => Promise<QuestionReader[]>
const asker: Readers = listAskers
const coordinators: Readers = (context, { networkId }) => listCoordinators(context, networkId)
const author: Readers = async (context, _question, { answer, asked }) =>
  listAuthors(context, answer ?? { askedId: asked?.id ?? null, saidBy: null })
// Whoever asked and answered themselves gets the mail of the asker, which leads to the page.
const allConcerned: Readers = async (context, question) => [
  ...(await listAuthorsOf(context, question)),
  ...(await listAskers(context, question)),
]

interface QuestionMail {
  to: Readers
  /** What it shows, in order: the whole question or its first words, why somebody is asked, and parts of the answer. */
  shows: readonly (keyof typeof parts)[]
  /** An answer to the mail is an answer to the question. */
  isAnsweredByMail?: boolean
}

/** What is written to whom. The words stand under these names in the message files. */
const mails = {
  asked: { to: author, shows: ['whole', 'terms', 'ground'], isAnsweredByMail: true },
  answered: { to: asker, shows: ['words', 'signed', 'short'] },
  accepted: { to: author, shows: ['short'] },
  thanked: { to: author, shows: ['short'] },
  back: { to: author, shows: ['back', 'short'], isAnsweredByMail: true },
  backSaid: { to: asker, shows: ['back', 'backSaid', 'signed'] },
  publish: { to: author, shows: ['short'] },
  held: { to: author, shows: ['words', 'short'] },
  receipt: { to: author, shows: ['words', 'short'] },
  kept: { to: author, shows: ['words', 'reason', 'short'] },
  unread: { to: author, shows: ['short'], isAnsweredByMail: true },
  escalated: { to: coordinators, shows: ['whole'] },
  unanswered: { to: asker, shows: ['whole'] },
  hidden: { to: allConcerned, shows: ['reason', 'short'] },
  reported: { to: coordinators, shows: ['report', 'whole'] },
  remind: { to: asker, shows: ['short'] },
  closed: { to: asker, shows: ['short'] },
  byMail: { to: asker, shows: ['whole'] },
} as const satisfies Record<string, QuestionMail>

/** Writes one of the mails about a question, to each of its readers in their language. */
export async function mailQuestion(
  notifying: NotificationContext,
  key: keyof typeof mails,
  question: Question,
  about: About = {},
): Promise<void> {
  const { writing, network, application } = notifying
  const { to: readers, shows, isAnsweredByMail = false }: QuestionMail = mails[key]
  const told = shows.includes('terms') ? { ...about, terms: await listTerms(writing, question) } : about
  await notify(notifying, await readers(writing, question, about), {
    // What was asked by mail comes back to whoever asked it.
    includesActor: key === 'byMail',
    leadsTo: async (language, { askedId, seesHidden }) => {
      if (question.hiddenReason !== '' && !seesHidden) return null
      return askedId === null
        ? paths.mailed(language, network.slug, question.slug)
        : paths.asked(language, network.slug, await askedLinks.make(writing, { asked_id: askedId }))
    },
    write: async ({ to: { askedId }, t, language, reader, network: name }) => {
      const organisation = about.answer?.organisation
      const words = {
        network: name,
        title: headline(question, language),
        asker: chooseName(shortNames(question.asker), language).text,
        organisation: organisation ? chooseName(shortNames(organisation), language).text : '',
      }
      const replyTo =
        askedId !== null && isAnsweredByMail ? await replyAddressFor(writing, application, askedId) : null
      return {
        kind: askedId === null ? 'questions.question' : 'questions.asked',
        // One for all mails about a question: what each is about is its heading.
        subject: t('questions.mail.subject', words),
        body: [
          // Quotes of the mail are cut here, whatever program wrote them.
          replyTo !== null && { kind: 'smallPrint', text: t('platform.mail.writeAbove') },
          key !== 'asked' && { kind: 'heading', text: t(`questions.mail.${key}.heading`, words) },
          t(`questions.mail.${key}.text`, words),
          ...shows.flatMap((part) => parts[part](reader, question, told)),
        ],
        action: t(`questions.mail.${key === 'kept' ? 'hidden' : key}.action`),
        notes: [
          replyTo !== null ? t('questions.mail.byReply') : key === 'asked' && t('questions.mail.byLink'),
          t('questions.mail.rights', {
            address: `${application.settings.baseUrl}${paths.rights(language, network.slug)}`,
          }),
        ],
        replyTo: replyTo ?? undefined,
        thread: [messageIdOf(application.settings, question.id)],
      }
    },
  })
}

async function listTerms(
  context: Context,
  { networkId, question, tried }: Question,
): Promise<LocalizedName[]> {
  const texts = [question, tried].flatMap((text) =>
    Object.entries(text).filter(([, { state }]) => state === 'original'),
  )
  const found = await Promise.all(
    texts.map(([language, { text }]) => listGroupTermsIn(context, networkId, text, [language])),
  )
  return [...new Map(found.flat().map(({ term }) => [term.key, term.words])).values()]
}

type Part = (reader: Reader, question: Question, about: About) => MailPart[]

const heading = ({ t }: Reader, key: 'question' | 'tried'): MailPart => ({
  kind: 'heading',
  text: t(`questions.field.${key}`),
})

const parts = {
  whole: (reader, { question, tried, neededBy }) => [
    ...quoted(reader, question),
    Object.keys(tried).length > 0 && heading(reader, 'tried'),
    ...quoted(reader, tried),
    neededBy !== null && {
      kind: 'facts',
      facts: [{ label: reader.t('questions.field.neededBy'), value: dayWords(reader, neededBy) }],
    },
  ],
  short: (reader, { question }) => [heading(reader, 'question'), ...quoted(reader, question)],
  ground: (reader, question, { asked }) => [asked ? groundWords(reader, question, asked) : null],
  words: (reader, _question, { answer }) => quoted(reader, answer?.words),
  signed: (_reader, _question, { answer }) => [answer?.signed ?? ''],
  // Whoever answers in another language uses the group’s word for it.
  terms: (reader, _question, { terms = [] }) => {
    const others = terms.filter((words) => words[reader.language] && Object.keys(words).length > 1)
    if (others.length === 0) return []
    const facts = others.map((words) => ({
      label: words[reader.language] ?? '',
      value: Object.entries(words)
        .flatMap(([language, word]) => (language === reader.language ? [] : word))
        .join(', '),
    }))
    return [
      { kind: 'heading', text: reader.t('questions.mail.terms') },
      { kind: 'facts', facts },
    ]
  },
  reason: ({ t }, { hiddenReason }) => [t('questions.notice.hidden', { reason: hiddenReason })],
  report: (reader, _question, { report }) => quoted(reader, report),
  back: (reader, _question, { answer }) => quoted(reader, answer?.back),
  backSaid: (reader, _question, { answer }) => quoted(reader, answer?.backSaid),
} satisfies Record<string, Part>

/** A text in the reader’s language, said to be a machine’s where it is, and as it was written. */
function quoted(reader: Reader, text: LocalizedText = {}): MailPart[] {
  const chosen = chooseText(text, reader.language)
  if (chosen === null) return []
  const quote = (said: { text: string; language: string }): MailPart => ({ kind: 'quotation', ...said })
  const [language = '', original] = Object.entries(text).find(([, { state }]) => state === 'original') ?? []
  const own = quote({ text: chosen.text, language: chosen.language })
  if (chosen.state === 'original' || original === undefined) return [own]
  return [
    own,
    chosen.state === 'machine' && { kind: 'smallPrint', text: reader.t('ui.text.machine') },
    reader.t('questions.mail.original'),
    quote({ text: original.text, language }),
  ]
}
