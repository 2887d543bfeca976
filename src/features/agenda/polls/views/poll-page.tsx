import type { ComponentChildren } from 'preact'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { countryName, type OrganisationRef, shortNames } from '../../../directory/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import type { Assessment } from '../../planning/planned-date.ts'
import { gradeWords } from '../../planning/warning-words.ts'
import { longestWord } from '../ballots/ballot.ts'
import { optionLines } from '../option-words.ts'
import { answers, type Poll, type PollOption, type PollState } from '../poll.ts'
import { Results, type ResultsProps } from '../results/results.tsx'
import { WhoSaidWhat } from '../results/who-said-what.tsx'
import type { Voter } from '../voters.queries.ts'
import { OptionDate } from './option-date.tsx'

export interface PollPageProps extends PollHeadProps, ResultsProps {
  /** Null for those who do not answer, or no longer. */
  ballot: Pick<BallotFormProps, 'votingFor' | 'action' | 'hasAnswered' | 'form'> | null
  /** The answers by voter; null for readers of the counts alone. */
  voters: readonly Voter[] | null
  mayKeep: boolean
  /** The form that came back, of those of the page. */
  sent: FormState | undefined
  /** What the reader may also do: invite, close, have their data erased. */
  children?: ComponentChildren
}

/** A poll: its question, the reader’s own answer, and the counts of the dates. */
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

interface PollHeadProps {
  network: string
  countries: readonly string[]
  poll: Poll
  state: PollState
  /** The action just done, in the words of the address. */
  done: string
  kicker?: ComponentChildren
}

const sayable = [
  'asked',
  'answered',
  'removed',
  'invited',
  'closed',
  'reopened',
  'withdrawn',
  'taken',
] as const

/** What is asked, until when and by which member, and the state of the poll. */
function PollHead(props: PollHeadProps) {
  const reader = useReader()
  const { network, countries, poll, state, kicker } = props
  const { t } = reader
  const done = sayable.find((each) => each === props.done)
  const { event } = poll
  return (
    <>
      <PageHeading kicker={kicker}>
        <Passage text={poll.title} as="span" tags="ask" />
      </PageHeading>
      {done ? (
        <Notice kind="done" live>
          {t(`agenda.poll.done.${done}`)}
        </Notice>
      ) : null}
      {state === 'open' ? null : (
        <Notice kind={state === 'taken' ? 'done' : 'information'}>
          <p>{t(`agenda.poll.state.${state}`)}</p>
          {state === 'taken' ? <TakenDate countries={countries} poll={poll} /> : null}
        </Notice>
      )}
      {Object.keys(poll.about).length > 0 ? <Passage text={poll.about} as="p" class="lead" /> : null}
      <FactList
        facts={[
          {
            term: t('agenda.poll.deadline'),
            detail: (
              <ClockLines
                countries={countries}
                hours={{ startsAt: poll.deadline, endsAt: null, zone: poll.zone }}
              />
            ),
          },
          { term: t('agenda.poll.electorate'), detail: t(`agenda.poll.electorate.${poll.electorate}`) },
          ...(poll.madeByName === null ? [] : [{ term: t('agenda.poll.askedBy'), detail: poll.madeByName }]),
          ...(event?.isSeen
            ? [
                {
                  term: t('agenda.text.event'),
                  detail: (
                    <a href={eventPaths.event(reader, network, event.slug)}>
                      {chooseText(event.title, reader.language)?.text ?? event.slug}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function TakenDate({ countries, poll }: Pick<PollHeadProps, 'countries' | 'poll'>) {
  const option = poll.options.find(({ id }) => id === poll.taken?.optionId)
  return option ? <OptionDate countries={countries} option={option} /> : null
}

interface BallotFormProps {
  /** Whose clocks, the voter’s own first. */
  countries: readonly string[]
  poll: Poll
  assessments: ReadonlyMap<string, Assessment>
  votingFor: { authorities: readonly OrganisationRef[]; countries: readonly string[] }
  /** Where it is sent. */
  action: string
  hasAnswered: boolean
  form: FormState
}

/** The ballot, with the reader’s earlier answers. It may be changed until the deadline. */
function BallotForm(props: BallotFormProps) {
  const reader = useReader()
  const { poll, action, form } = props
  const { t } = reader
  return (
    <Form action={action} form={form}>
      <VotingForFields {...props} />
      {poll.options.map((option) => (
        <DateField key={option.id} {...props} option={option} />
      ))}
      <div class="part">
        <Choice
          name="none"
          option={{ value: 'yes', label: t('agenda.ballot.none'), hint: t('agenda.ballot.noneHint') }}
          type="checkbox"
          isChosen={typedValue(form.values, 'none') !== ''}
        />
        <TextAreaField name="word" label={t('agenda.ballot.word')} max={longestWord} rows={2} />
      </div>
      <p class="form-end">
        <button type="submit" class="button primary">
          {t(props.hasAnswered ? 'agenda.ballot.change' : 'agenda.ballot.send')}
        </button>
      </p>
    </Form>
  )
}

function DateField({ countries, assessments, option }: BallotFormProps & { option: PollOption }) {
  const reader = useReader()
  const { t } = reader
  const name = `answers.${option.id}`
  const assessment = assessments.get(option.id)
  return (
    <div class="poll-ballot">
      <ChoiceField
        name={`${name}.answer`}
        label={optionLines(reader, countries, option).map((line) => (
          <span key={line} class="poll-line">
            {line}
          </span>
        ))}
        hint={assessment ? gradeWords(reader, countries, assessment) : undefined}
        options={answers.map((answer) => ({ value: answer, label: t(`agenda.ballot.${answer}`) }))}
        isPart
      />
      <Field name={`${name}.word`} label={t('agenda.ballot.dateWord')} />
    </div>
  )
}

function VotingForFields({ votingFor: { authorities, countries } }: BallotFormProps) {
  const reader = useReader()
  const { t } = reader
  const [only] = authorities
  if (authorities.length === 1 && only)
    return <p>{t('agenda.ballot.answersFor', { authority: nameOf(reader, only) })}</p>
  if (authorities.length > 1)
    return (
      <ChoiceField
        name="authority"
        label={t('agenda.seats.authority')}
        options={authorities.map((each) => ({ value: each.id, label: nameOf(reader, each) }))}
        required
      />
    )
  if (countries.length < 2) return null
  return (
    <ChoiceField
      name="country"
      label={t('agenda.ballot.side')}
      hint={t('agenda.ballot.sideHint')}
      options={countries.map((country) => ({ value: country, label: countryName(reader, country) }))}
      required
    />
  )
}

const nameOf = (reader: Reader, authority: OrganisationRef) =>
  chooseName(shortNames(authority), reader.language).text
