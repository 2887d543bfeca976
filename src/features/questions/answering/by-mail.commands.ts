import { anonymous, organisationsOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { AnswerTaker, InboundMessage } from '../../../platform/mail/inbound/index.ts'
import { setAbsentUntil } from '../../contacts/index.ts'
import { lookUpNetwork, type Network } from '../../networks/index.ts'
import { themesOfText } from '../../networks/themes/index.ts'
import { lookUpActor, lookUpPersonByAddress } from '../../people/index.ts'
import { draftQuestion } from '../asking/commands.ts'
import { longestQuestion, longestTried, tradeOf, typedWords } from '../asking/pages.tsx'
import { mailAsker, mailAuthor } from '../mails.ts'
import { mayAsk } from '../policy.ts'
import { lookUpQuestion } from '../questions/queries.ts'
import type { Answer } from './answers.queries.ts'
import { askBack, changeAnswer, giveAnswer } from './commands.ts'
import { longestAnswer } from './answer-fields.tsx'
import { typedAnswer } from './pages.tsx'
import { listOwnAnswers } from './answers.queries.ts'

interface AskedByToken {
  id: string
  questionId: string
  networkId: string
  organisationId: string
  contactId: string
  address: string | null
}

/** Takes answers by mail, and questions to a network’s address: nothing is asked or shown of a mail whose sender was not proven. */
export function answerTaker(application: Application): AnswerTaker {
  return {
    takes: async (context, message) => {
      if (message.calendarReply !== null) return 'unknown'
      if (message.digest === null) return takeQuestion(application, context, message)
      const asked = await lookUpByToken(context, message.digest)
      return asked === null ? 'unknown' : takeAnswer(application, context, message, asked)
    },
    hearAbsence: async (context, { digest, from, until }) => {
      const asked = await lookUpByToken(context, digest)
      if (asked !== null && asked.address === from && until !== null) await setAbsentUntil(context, asked.contactId, until)
    },
  }
}

async function lookUpByToken({ database }: Context, digest: string): Promise<AskedByToken | null> {
  const row = await database
    .selectFrom('questions_asked as p')
    .innerJoin('contacts_person as c', 'c.contact_id', 'p.contact_id')
    .select(['p.asked_id as id', 'p.question_id as questionId', 'p.network_id as networkId'])
    .select(['p.organisation_id as organisationId', 'p.contact_id as contactId', 'c.email as address'])
    .where('p.reply_digest', '=', digest)
    .where('c.removed_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

async function takeAnswer(
  application: Application,
  context: Context,
  message: InboundMessage,
  asked: AskedByToken,
): Promise<'taken'> {
  const question = await lookUpQuestion(context, asked.questionId)
  const network = await findNetworkById(context, asked.networkId)
  if (question === null || network === null || question.hiddenReason !== '') return 'taken'
  const notifying = { application, writing: { ...context, actor: anonymous }, network }
  const own = await listOwnAnswers(context, question.id, { askedId: asked.id })
  // A mail without a word of its person says nothing: it is theirs to write again.
  if (message.answer.is !== 'answer' || message.answer.text.trim() === '') return 'taken'
  const isTheirs = message.proof === 'proven' && message.from.address === asked.address && message.digests.length === 1
  const text = message.answer.text.slice(0, longestAnswer)
  const words = typedAnswer(text, message.answer.languages[0] ?? question.language, network.languages)
  const open = own.find(({ back, backSaid }) => Object.keys(back).length > 0 && Object.keys(backSaid).length === 0)
  if (isTheirs && open !== undefined) {
    await askBack(context, question, open, 'back_said', words)
    return 'taken'
  }
  const [before] = own
  const isChange = isTheirs && before !== undefined && !before.isHeld
  if (isChange) await changeAnswer(context, question, before, { words: joined(before.words, words), signed: before.signed })
  const id = isChange
    ? before.id
    : await giveAnswer(notifying.writing, question, {
        ...{ organisationId: asked.organisationId, askedId: asked.id, words, signed: '', via: 'mail', mailId: message.id },
        isHeld: !isTheirs || !message.answer.sure,
      })
  const answer = (await listOwnAnswers(context, question.id, { askedId: asked.id })).find((each) => each.id === id)
  // The known address alone is written to: never one that only a mail claimed.
  if (answer !== undefined) await mailAuthor(notifying, question, answer, answer.isHeld ? 'held' : 'receipt')
  return 'taken'
}

// A second mail goes on where the first one ended.
function joined(before: Answer['words'], after: Answer['words']): Answer['words'] {
  const [[language, passage] = []] = Object.entries(after)
  const said = Object.values(before).find(({ state }) => state === 'original')
  if (language === undefined || passage === undefined || said === undefined) return after
  return { [language]: { text: `${said.text}\n\n${passage.text}`.slice(0, longestAnswer), state: 'original' } }
}

/** A question by mail from a known member is sent back as understood: nothing is asked of anybody before they press. */
async function takeQuestion(
  application: Application,
  context: Context,
  message: InboundMessage,
): Promise<'taken' | 'unknown'> {
  const network = message.place === null ? null : await lookUpNetwork(context, message.place)
  if (network === null) return 'unknown'
  const account = message.proof === 'proven' ? await lookUpAccountByAddress(context, message.from.address) : null
  const actor = account === null ? anonymous : await actorOf(context, account)
  // Whoever is not known, or not shown to be who they say, is not answered: an answer would reach whoever they name.
  if (!mayAsk(actor, network.id) || message.answer.text.trim() === '') return 'taken'
  const writing = { ...context, actor }
  const [first = '', ...rest] = message.answer.text.split(/\n\s*\n/)
  const typed = { question: first.slice(0, longestQuestion), tried: rest.join('\n\n').slice(0, longestTried) }
  const found = themesOfText(message.answer.text)
  const [askerId = ''] = organisationsOf(actor, network.id, ['member'])
  const { id } = await draftQuestion(writing, {
    ...{ networkId: network.id, askerId, via: 'mail', themes: found, trade: tradeOf(found) },
    ...typedWords(typed, message.answer.languages[0] ?? 'en', network.languages),
  })
  const question = await lookUpQuestion(writing, id)
  if (question !== null) await mailAsker({ application, writing, network }, question, 'byMail')
  return 'taken'
}

async function findNetworkById(context: Context, id: string): Promise<Network | null> {
  const row = await context.database
    .selectFrom('networks_network')
    .select('slug')
    .where('network_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : lookUpNetwork(context, row.slug)
}
