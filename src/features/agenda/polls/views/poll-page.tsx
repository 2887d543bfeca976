import type { ComponentChildren } from 'preact'
import type { FormState } from '../../../../platform/input/form.ts'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { BallotForm, type BallotFormProps } from '../ballots/views/ballot-form.tsx'
import { Results, type ResultsProps } from '../results/views/results.tsx'
import { WhoSaidWhat } from '../results/views/who-said-what.tsx'
import type { Voter } from '../voters/queries.ts'
import { PollHead, type PollHeadProps } from './poll-head.tsx'

export interface PollPageProps extends PollHeadProps, ResultsProps {
  /** Null for those who do not answer, or no more. */
  ballot: Pick<BallotFormProps, 'standing' | 'action' | 'hasAnswered' | 'form'> | null
  /** Who said what; null for those who read the counts alone. */
  voters: readonly Voter[] | null
  mayKeep: boolean
  /** The form that came back, of those of the page. */
  sent: FormState | undefined
  /** What the reader may do besides: invite, close, have their data erased. */
  children?: ComponentChildren
}

/** A poll: what is asked, the reader’s own answer, and how the dates stand. */
export function PollPage(props: PollPageProps) {
  const reader = useReader()
  const { poll, ballot, voters, sent } = props
  const { t } = reader
  return (
    <>
      {sent ? <ErrorList form={sent} /> : null}
      <PollHead {...props} />
      {ballot === null ? null : (
        <Section id="answer" title={t(ballot.hasAnswered ? 'agenda.ballot.yours' : 'agenda.ballot.title')}>
          <BallotForm countries={props.countries} poll={poll} assessments={props.assessments} {...ballot} />
          {ballot.hasAnswered ? (
            <form method="post" action={`${ballot.action}/removal`}>
              <p class="form-end">
                <button type="submit" class="button">
                  {t('agenda.ballot.remove')}
                </button>
              </p>
            </form>
          ) : null}
        </Section>
      )}
      <Section id="results" title={t('agenda.poll.results')}>
        <Results {...props} />
      </Section>
      {voters !== null && voters.length > 0 ? (
        <Section id="who" title={t('agenda.poll.whoSaidWhat')}>
          <WhoSaidWhat countries={props.countries} poll={poll} voters={voters} mayKeep={props.mayKeep} />
        </Section>
      ) : null}
      {props.children}
    </>
  )
}
