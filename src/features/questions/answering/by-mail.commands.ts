import { sql } from 'kysely'
import { anonymous, organisationsOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { AnswerTaker, InboundFile, InboundMessage } from '../../../platform/mail/inbound/answer-taker.ts'
import { isClosing } from '../../../platform/mail/inbound/reading/signature-lines.ts'
import { lookUpCut } from '../../../platform/mail/inbound/take-mail.commands.ts'
import type { NotificationContext } from '../../../platform/mail/notify.ts'
import { setAbsentUntil } from '../../contacts/index.ts'
import { lookUpNetwork } from '../../networks/index.ts'
import { themesOfText } from '../../networks/themes/index.ts'
import { lookUpActor, lookUpPersonByAddress } from '../../people/index.ts'
import { draftQuestion } from '../asking/commands.ts'
import { mailQuestion } from '../mails.ts'
import { mayAsk } from '../policy.ts'
import { lookUpQuestion } from '../questions/queries.ts'
import type { Question } from '../questions/question.ts'
import { listAsked } from '../routing/world.queries.ts'
import {
  longestAnswer,
  longestQuestion,
  longestTried,
  tradeOf,
  typedAnswer,
  typedBefore,
  typedWords,
} from '../words.ts'
import { writeAnswer } from '../writing.commands.ts'
import { type Answer, listOwnAnswers } from './answers.queries.ts'
import { type Bearer, lookUpBearer } from './by-mail.queries.ts'
import { askBack, changeAnswer, giveAnswer } from './commands.ts'
import { keepAnswerFiles } from './files.commands.ts'

/** Takes answers by mail, and questions to the address of a network. */
export function answerTaker(application: Application): AnswerTaker {
  return {
    takes: async (context, message) => {
      if (message.calendarReply !== null) return 'unknown'
      if (message.digest === null) return takeQuestion(application, context, message)
      const bearer = await lookUpBearer(context, message.digest)
      return bearer === null ? 'unknown' : takeAnswer(application, context, message, bearer)
    },
    hearAbsence: async (context, { digest, from, until }) => {
      const bearer = await lookUpBearer(context, digest)
      if (bearer?.address === from) await setAbsentUntil(context, bearer.contactId, until)
    },
  }
}

/**
 * An answer is its bearer's where the mail is shown to be from the address by which they are known, and names one token. Any other waits
 * until they say so. Only the known address is ever written to.
 */
async function takeAnswer(
  application: Application,
  context: Context,
  message: InboundMessage,
  bearer: Bearer,
): Promise<'taken'> {
  const question = await lookUpQuestion(context, bearer.questionId)
  const network = await lookUpNetwork(context, bearer.networkSlug)
  if (question === null || network === null) return 'taken'
  const isHidden = question.hiddenReason !== ''
  const notifying = { application, writing: { ...context, actor: anonymous }, network }
  const { askedId } = bearer
  const isFromThem = message.isProven && message.from.address === bearer.address
  const isTheirs = isFromThem && message.digests.length === 1
  const { is, text, languages, sure } = message.answer
  if (is === 'refused' || text.trim() === '') {
    if (isFromThem) await mailUnread(notifying, question, askedId)
    return 'taken'
  }
  const own = await listOwnAnswers(context, question.id, { askedId })
  const said = text.slice(0, longestAnswer)
  // Two programs that answer each other say the same again.
  if (own.some(({ words }) => typedBefore(words).includes(said))) return 'taken'
  const words = typedAnswer(said, languages[0] ?? question.language, network.languages)
  const asksBack = own.find(
    (each) => Object.keys(each.back).length > 0 && Object.keys(each.backSaid).length === 0,
  )
  if (isTheirs && sure && !isHidden && asksBack !== undefined) {
    await askBack(notifying.writing, question, asksBack, 'back_said', words)
    await mailQuestion(notifying, 'backSaid', question, { answer: { ...asksBack, backSaid: words } })
    return 'taken'
  }
  const [before] = own.filter(({ isHeld }) => !isHeld)
  const goesOn = isTheirs && sure && !isHidden && before !== undefined && fits(before.words, words)
  if (goesOn)
    await changeAnswer(notifying.writing, question, before, { ...before, words: joined(before.words, words) })
  const id = goesOn
    ? before.id
    : await giveAnswer(notifying.writing, question, {
        ...{ organisationId: bearer.organisationId, askedId, words, via: 'mail', mailId: message.id },
        // A colleague to whom it was forwarded, where its bearer adopts it.
        signed: isFromThem ? '' : message.from.name,
        isHeld: !isTheirs || !sure,
      })
  await keepAnswerFiles(notifying.writing, application.storage, id, [...message.files, ...overlong(text)])
  const answer = (await listOwnAnswers(context, question.id, { askedId })).find((each) => each.id === id)
  if (answer === undefined || own.some(({ cameHidden }) => cameHidden)) return 'taken'
  await mailQuestion(notifying, isHidden ? 'kept' : answer.isHeld ? 'held' : 'receipt', question, { answer })
  return 'taken'
}

async function mailUnread(
  notifying: NotificationContext,
  question: Question,
  askedId: string,
): Promise<void> {
  const asked = (await listAsked(notifying.writing, question.id, { withMerged: true })).find(
    ({ id }) => id === askedId,
  )
  if (asked !== undefined) await mailQuestion(notifying, 'unread', question, { asked })
}

// No word is lost of an answer that is longer than its field.
const overlong = (text: string): InboundFile[] => (text.length <= longestAnswer ? [] : [fileOf(text)])
const fileOf = (text: string): InboundFile => ({
  ...{ name: 'answer.txt', type: 'text/plain' },
  bytes: Buffer.from(text),
})

/** Its author puts back what was cut of the mails by which an answer came, below their words; as a file where it is too long for them. */
export async function putBack(
  context: Context,
  storage: Application['storage'],
  question: Question,
  answer: Answer,
): Promise<void> {
  const cut = answer.mailId === null ? null : await lookUpCut(context, answer.mailId)
  const still = { still: sql<boolean>`mail_id is not null` }
  // Put back twice, it would stand there twice.
  if (cut === null || !(await writeAnswer(context, question, answer.id, null, { mail_id: null }, still)))
    return
  const more = typedAnswer(cut, question.language, [])
  if (fits(answer.words, more))
    await changeAnswer(context, question, answer, { ...answer, words: joined(answer.words, more) })
  else await keepAnswerFiles(context, storage, answer.id, [fileOf(cut)])
}

// A second mail goes on where the first one ended.
function joined(before: Answer['words'], after: Answer['words']): Answer['words'] {
  const language = Object.entries(before).find(([, { state }]) => state === 'original')?.[0] ?? 'und'
  return { [language]: { text: `${typedBefore(before)}\n\n${typedBefore(after)}`, state: 'original' } }
}

const fits = (before: Answer['words'], after: Answer['words']) =>
  typedBefore(before).length + 2 + typedBefore(after).length <= longestAnswer

/**
 * A question by mail is sent back as understood: nobody is asked before its author presses. Whoever is no member, or is not shown to be who
 * they say, gets no answer: it would reach whomever they name.
 */
async function takeQuestion(
  application: Application,
  context: Context,
  { place, isProven, from, answer: { text, languages } }: InboundMessage,
): Promise<'taken' | 'unknown'> {
  const network = place === null ? null : await lookUpNetwork(context, place)
  if (network === null) return 'unknown'
  const account = isProven ? await lookUpPersonByAddress(context, from.address) : null
  const actor = account === null ? null : await lookUpActor(context, account.id)
  if (actor === null || !mayAsk(actor, network.id) || text.trim() === '') return 'taken'
  const writing = { ...context, actor }
  const said = withoutCourtesies(text)
  const [first = ''] = said.split(/\n\s*\n/, 1)
  const question = first.slice(0, longestQuestion).trim()
  const typed = { question, tried: said.slice(question.length).trim().slice(0, longestTried) }
  const found = themesOfText(text)
  const [askerId = ''] = organisationsOf(actor, network.id, ['member'])
  const { id } = await draftQuestion(writing, {
    ...{ networkId: network.id, askerId, via: 'mail', themes: found, trade: tradeOf(found) },
    ...typedWords(
      { ...typed, neededBy: null },
      languages[0] ?? actor.languages?.[0] ?? 'en',
      network.languages,
    ),
  })
  const draft = await lookUpQuestion(writing, id)
  if (draft !== null) await mailQuestion({ application, writing, network }, 'byMail', draft)
  return 'taken'
}

// A longer line that begins like a salutation or a closing formula is a sentence of theirs.
const longestFormula = 60
const courteous = /salutations|sentiments|considération|attente|regards|consideration/i
const openings =
  'bonjour bonsoir madame monsieur mesdames messieurs cher chère chers chères hello hi dear good'.split(' ')
const addressed =
  'à et and or tous toutes all team collègue collègues partenaires colleague colleagues sir madam morning afternoon'.split(
    ' ',
  )

/** « Madame, Monsieur, », “Dear Mr Kim,”; 안녕하십니까, with whose mail it is. */
function isSalutation(line: string): boolean {
  if (line.length > longestFormula) return false
  if (/^안녕하(?:십니까|세요)/.test(line)) return /(?:안녕하(?:십니까|세요)|입니다)[.!?]?$/.test(line)
  const [first = '', ...others] = line.split(/[ ,.!]/).filter((word) => word !== '')
  const isName = (word: string) => word !== word.toLowerCase()
  return (
    openings.includes(first.toLowerCase()) &&
    others.every((word) => isName(word) || [...openings, ...addressed].includes(word))
  )
}

const isFormula = (line: string) => isClosing(line) && (line.length <= longestFormula || courteous.test(line))

/** A text without salutation and closing formula: they are neither asked nor tried. As it is where it says nothing else. */
function withoutCourtesies(text: string): string {
  const lines = text.trim().split('\n')
  const isSaid = (line: string) => line.trim() !== ''
  const start = lines.findIndex((line) => isSaid(line) && !isSalutation(line.trim()))
  const end = lines.findLastIndex((line) => isSaid(line) && !isFormula(line.trim()))
  const said = start < 0 ? '' : lines.slice(start, end + 1).join('\n')
  return said.trim() || text.trim()
}
