import type { ComponentChildren } from 'preact'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import { AnswerList, CompetenceTable } from './answering/answer-list.tsx'
import { answerKind } from './answering/answer-texts.queries.ts'
import { versionOfAnswer } from './answering/answer-version.ts'
import { longestWords } from './answering/schema.ts'
import { answers, type Expectation, isClosed, reasons } from './expectation.ts'
import { ExpectationHead, type ExpectationHeadProps, Party } from './expectation-head.tsx'
import { gatherReply, type Reply } from './mail-blocks.ts'
import type { MemberRequest } from './requests.queries.ts'

export interface ExpectationPageProps extends Omit<ExpectationHeadProps, 'metBy'> {
  /** The form of the page that came back. */
  wrong: FormState | undefined
  /** The form by which the reader answers for a member; null for none. */
  answer: Pick<AnswerFormProps, 'request' | 'action' | 'form' | 'languages'> | null
  /** The requests, as far as the reader may see the answers; null for people not concerned. */
  requests: readonly MemberRequest[] | null
  /** More were asked than the reader may see yet. */
  isGathering: boolean
  /** For the asker, the reply says it all. */
  readsReplyAlone: boolean
  answerAddress(request: MemberRequest): string | null
  /** What the reader may do besides. */
  children?: ComponentChildren
}

/** An expectation: what is expected, the reader’s own answer, what others answer, and what may be done. */
export function ExpectationPage(props: ExpectationPageProps) {
  const reader = useReader()
  const { network, expectation, wrong, answer, requests } = props
  const hasReply = requests !== null && isGathered(props, requests)
  const metBy = requests?.find(({ id }) => id === expectation.closing?.requestId) ?? null
  return (
    <>
      {wrong ? <ErrorList form={wrong} /> : null}
      <ExpectationHead {...props} metBy={metBy} />
      {answer === null ? null : (
        <Section id="answer" title={reader.t('partners.answer.title')}>
          <AnswerForm expectation={expectation} {...answer} />
        </Section>
      )}
      {hasReply ? <ReplySection network={network} reply={gatherReply(requests)} /> : null}
      {requests === null || (hasReply && props.readsReplyAlone) ? null : (
        <Answers {...props} requests={requests} />
      )}
      {props.children}
    </>
  )
}

function Answers(props: ExpectationPageProps & { requests: readonly MemberRequest[] }) {
  const reader = useReader()
  const { expectation, isGathering } = props
  const { t } = reader
  return (
    <Section
      id="answers"
      title={t('partners.answer.all')}
      aside={t('partners.answer.counts', {
        answered: expectation.answeredCount,
        asked: expectation.askedCount,
      })}
    >
      <AnswerList
        network={props.network}
        expectation={expectation}
        requests={props.requests}
        answerAddress={props.answerAddress}
      />
      {isGathering ? (
        <Notice>
          {t('partners.reply.gathering', {
            answered: expectation.answeredCount,
            asked: expectation.askedCount,
          })}
        </Notice>
      ) : null}
    </Section>
  )
}

// There is a reply once others than the one addressed were asked, and no further answers are awaited.
function isGathered({ expectation }: ExpectationPageProps, requests: readonly MemberRequest[]): boolean {
  return requests.some(({ relay }) => relay?.hasEnded) || (isClosed(expectation) && requests.length > 1)
}

interface AnswerFormProps {
  languages: readonly string[]
  expectation: Expectation
  /** The request of the member that it speaks for. */
  request: MemberRequest
  /** Where it is sent. */
  action: string
  form: FormState
}

/** What a member answers: yes, in part or no, why, and what it proposes. */
function AnswerForm({ languages, expectation, request, action, form }: AnswerFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Form action={action} form={form}>
      <input type="hidden" name="request" value={request.id} />
      <input type="hidden" name="seen" value={versionOfAnswer(request)} />
      <p>
        {t('partners.answer.for', {
          organisation: chooseName(shortNames(request.organisation), reader.language).text,
        })}
      </p>
      <ChoiceField
        name="answer"
        label={t('partners.answer.label')}
        options={answers.map((answer) => ({
          value: answer,
          label: capitalized(t(`partners.answer.${answer}`), reader.interfaceLanguage),
          hint: t(`partners.answerHint.${answer}`),
        }))}
        required
      />
      <ChoiceField
        name="reason"
        label={t('partners.reason.label')}
        hint={t('partners.reason.hint')}
        options={reasons.map((reason) => ({
          value: reason,
          label: capitalized(t(`partners.reason.${reason}`), reader.interfaceLanguage),
        }))}
        isPart
      />
      <CompetenceTable organisation={request.organisation} themes={expectation.themes} />
      <LocalizedField
        name="words"
        label={t('partners.answer.words')}
        hint={t('partners.answer.wordsHint')}
        languages={languages}
        text={request.words}
        max={longestWords}
        rows={4}
      />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t(request.answer === null ? 'partners.answer.send' : 'partners.answer.change')}
        </button>
      </p>
    </Form>
  )
}

interface ReplySectionProps {
  network: string
  reply: Reply
}

/** The consolidated reply: members that take it up with their words, those that cannot with reasons, those without an answer. */
function ReplySection({ network, reply: { takers, partTakers, declined, silent } }: ReplySectionProps) {
  const { t } = useReader()
  const names = (members: readonly MemberRequest[]) =>
    members.map(({ id, organisation }, index) => (
      <span key={id}>
        {index === 0 ? null : ', '}
        <Party network={network} organisation={organisation} />
      </span>
    ))
  const declinedWords = t('partners.reply.declined', {
    count: declined.reduce((count, { members }) => count + members.length, 0),
  })
  return (
    <Section id="reply" title={t('partners.reply.title')}>
      {takers.length === 0 && partTakers.length > 0 ? null : (
        <h3>{t('partners.reply.takers', { count: takers.length })}</h3>
      )}
      {takers.map((member) => (
        <InTheirWords key={member.id} network={network} member={member} />
      ))}
      {partTakers.length === 0 ? null : (
        <h3>{t('partners.reply.partTakers', { count: partTakers.length })}</h3>
      )}
      {partTakers.map((member) => (
        <InTheirWords key={member.id} network={network} member={member} />
      ))}
      {declined.length === 0 ? null : <h3>{declinedWords}</h3>}
      {declined.length === 0 ? null : (
        <DataTable
          caption={declinedWords}
          captionHidden
          rows={declined}
          rowKey={({ reason }) => reason}
          columns={[
            {
              key: 'reason',
              label: t('partners.reason.title'),
              header: true,
              cell: ({ reason }) => t(`partners.reason.${reason}`),
            },
            {
              key: 'count',
              label: t('partners.reply.count'),
              numeric: true,
              cell: ({ members }) => String(members.length),
            },
            {
              key: 'members',
              label: t('partners.reply.members'),
              wide: true,
              cell: ({ members }) => <span>{names(members)}</span>,
            },
          ]}
        />
      )}
      {declined.flatMap(({ members }) =>
        members
          .filter(({ words }) => Object.keys(words).length > 0)
          .map((member) => <InTheirWords key={member.id} network={network} member={member} />),
      )}
      {silent.length === 0 ? null : (
        <p>
          {t('partners.reply.silent', { count: silent.length })} {names(silent)}
        </p>
      )}
    </Section>
  )
}

interface InTheirWordsProps {
  network: string
  member: MemberRequest
}

function InTheirWords({ network, member: { id, organisation, answer, words } }: InTheirWordsProps) {
  const reader = useReader()
  return (
    <div class="entry">
      <p>
        <strong>
          <Party network={network} organisation={organisation} />
        </strong>
        {answer === null ? null : ` – ${reader.t(`partners.answer.${answer}`)}`}
      </p>
      <Passage text={words} as="div" class="as-written" apart={{ kind: answerKind, id }} />
    </div>
  )
}
