import type { ComponentChildren } from 'preact'
import type { FormState } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { AnswerForm, type AnswerFormProps } from '../answering/views/answer-form.tsx'
import { AnswerList } from '../answering/views/answer-list.tsx'
import { isClosed } from '../expectation.ts'
import { gatherReply } from '../reply.ts'
import type { MemberRequest } from '../requests/queries.ts'
import { ExpectationHead, type ExpectationHeadProps } from './expectation-head.tsx'
import { ReplySection } from './reply-section.tsx'

export interface ExpectationPageProps extends Omit<ExpectationHeadProps, 'metBy'> {
  /** The form of the page that came back. */
  wrong: FormState | undefined
  /** The form by which the reader answers for a member; null for none. */
  answer: Pick<AnswerFormProps, 'request' | 'action' | 'form' | 'languages'> | null
  /** Those who are asked, as far as the reader learns what they answer; null for whom it does not concern. */
  requests: readonly MemberRequest[] | null
  /** More were asked than the reader learns of yet. */
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

// There is a reply once others than the one addressed were asked, and no more answers are awaited.
function isGathered({ expectation }: ExpectationPageProps, requests: readonly MemberRequest[]): boolean {
  return requests.some(({ relay }) => relay?.hasEnded) || (isClosed(expectation) && requests.length > 1)
}
