import { chooseName, chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { MailBlock } from '../../../platform/mail/mail.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { shortNames } from '../../directory/index.ts'
import { type Expectation, type Reason, reasons } from './expectation.ts'
import type { MemberRequest } from './requests.queries.ts'

/** An expectation: its text, themes and form, and its day. */
export function expectationBlocks(
  reader: Reader,
  expectation: Expectation,
  answerBy: string | null,
): MailBlock[] {
  return [...quoted(reader, expectation.text), aboutBlock(reader, expectation, answerBy)]
}

/** What an expectation is about, in words that are known in all languages. */
export function aboutBlock(
  reader: Reader,
  { themes, form, deadline }: Expectation,
  answerBy: string | null = null,
): MailBlock {
  const { t } = reader
  const day = (iso: string | null, label: string) =>
    iso === null ? [] : [{ label, value: dayWords(reader, iso) }]
  return {
    kind: 'facts',
    facts: [
      {
        label: t('partners.expectation.themes'),
        value: themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
      },
      { label: t('partners.expectation.form'), value: t(`partners.form.${form}`) },
      ...day(deadline, t('partners.expectation.deadline')),
      ...day(answerBy, t('partners.expectation.answerBy')),
    ],
  }
}

/** One answer, with its words as they were written. */
export function answerBlocks(
  reader: Reader,
  { organisation, answer, reason, words }: MemberRequest,
): MailBlock[] {
  if (answer === null) return []
  const { t } = reader
  const name = chooseName(shortNames(organisation), reader.language).text
  const why = reason === null ? '' : ` (${t(`partners.reason.${reason}`)})`
  return [
    { kind: 'paragraph', text: `${name} – ${t(`partners.answer.${answer}`)}${why}` },
    ...quoted(reader, words),
  ]
}

/** The consolidated reply: members that take it up with their words, those that cannot with reasons, those without an answer. */
export function replyBlocks(reader: Reader, { takers, partTakers, declined, silent }: Reply): MailBlock[] {
  const { t } = reader
  const names = (members: readonly MemberRequest[]) =>
    members.map(({ organisation }) => chooseName(shortNames(organisation), reader.language).text).join(', ')
  return [
    ...(takers.length === 0 && partTakers.length > 0
      ? []
      : [{ kind: 'heading' as const, text: t('partners.reply.takers', { count: takers.length }) }]),
    ...takers.flatMap((taker) => answerBlocks(reader, taker)),
    ...(partTakers.length === 0
      ? []
      : [{ kind: 'heading' as const, text: t('partners.reply.partTakers', { count: partTakers.length }) }]),
    ...partTakers.flatMap((taker) => answerBlocks(reader, taker)),
    ...(declined.length === 0
      ? []
      : [
          {
            kind: 'heading' as const,
            text: t('partners.reply.declined', {
              count: declined.reduce((count, { members }) => count + members.length, 0),
            }),
          },
          {
            kind: 'list' as const,
            items: declined.map(({ reason, members }) =>
              t('partners.reply.because', {
                reason: t(`partners.reason.${reason}`),
                count: members.length,
                names: names(members),
              }),
            ),
          },
          ...declined.flatMap(({ members }) =>
            members.flatMap((member) =>
              Object.keys(member.words).length === 0 ? [] : answerBlocks(reader, member),
            ),
          ),
        ]),
    ...(silent.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: t('partners.reply.silent', { count: silent.length }) },
          { kind: 'paragraph' as const, text: names(silent) },
        ]),
  ]
}

/** The secretariat’s words to the members that it asks. */
export function wordBlocks(reader: Reader, word: LocalizedText): MailBlock[] {
  const blocks = quoted(reader, word)
  if (blocks.length === 0) return []
  return [{ kind: 'paragraph', text: reader.t('partners.expectationMail.wordOfSecretariat') }, ...blocks]
}

function quoted(reader: Reader, text: LocalizedText): MailBlock[] {
  const chosen = chooseText(text, reader.language)
  return chosen ? [{ kind: 'quotation', text: chosen.text, language: chosen.language }] : []
}

/** The answers of all asked members, gathered for the asker. */
export interface Reply {
  /** Members that take up all of it. */
  takers: MemberRequest[]
  /** Members that take up only a part. */
  partTakers: MemberRequest[]
  /** Members that cannot, by their reasons, the most frequent first. */
  declined: { reason: Reason; members: MemberRequest[] }[]
  /** Members without an answer. */
  silent: MemberRequest[]
}

/** Gathers answers. */
export function gatherReply(requests: readonly MemberRequest[]): Reply {
  const saying = (answer: MemberRequest['answer']) => requests.filter((request) => request.answer === answer)
  const refused = Map.groupBy(saying('no'), ({ reason }) => reason)
  return {
    takers: saying('yes'),
    partTakers: saying('partly'),
    declined: reasons
      .map((reason) => ({ reason, members: refused.get(reason) ?? [] }))
      .filter(({ members }) => members.length > 0)
      .sort((a, b) => b.members.length - a.members.length),
    silent: saying(null),
  }
}
