import type { ComponentChildren } from 'preact'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { paths as eventPaths } from '../../events/paths.ts'
import type { Poll, PollState } from '../poll.ts'
import { OptionDate } from './option-date.tsx'

export interface PollHeadProps {
  network: string
  countries: readonly string[]
  poll: Poll
  state: PollState
  /** What was just done, in the words of the address. */
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

/** What is asked, until when and by whom, and how it stands. */
export function PollHead(props: PollHeadProps) {
  const reader = useReader()
  const { network, countries, poll, state, kicker } = props
  const { t } = reader
  const done = sayable.find((each) => each === props.done)
  const { event } = poll
  return (
    <>
      <PageHeading kicker={kicker}>
        <Passage text={poll.title} as="span" tags={false} />
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
