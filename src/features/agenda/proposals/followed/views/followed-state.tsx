import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { paths } from '../../../events/paths.ts'
import { stateOf } from '../../proposal.ts'
import type { FollowedPageProps } from './followed-page.tsx'

const done = ['confirmed', 'changed', 'renewed'] as const

/** In a notice: what was just done, and what became of the proposal so far. */
export function FollowedState({ network, proposal, isCancelled, ...props }: FollowedPageProps) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(proposal)
  const justDone = done.find((each) => each === props.done)
  return (
    <>
      {justDone ? (
        <Notice kind="done" live>
          {t(`agenda.proposal.done.${justDone}`)}
        </Notice>
      ) : null}
      <Notice kind={state === 'accepted' ? 'done' : 'information'}>
        {/* Whether it is held as spam is told to nobody who may have sent some. */}
        <p>{t(`agenda.proposal.state.${state === 'held' ? 'waiting' : state}`)}</p>
        {proposal.decisionReason ? <p class="as-written">{proposal.decisionReason}</p> : null}
        {proposal.event && props.isPublished ? (
          <p>
            <a href={paths.event(reader, network, proposal.event.slug)}>
              {t('agenda.proposal.seePublished')}
            </a>
            {' · '}
            {t('agenda.proposal.creditedAs', { credit: props.credit })}
          </p>
        ) : null}
        {proposal.decision === 'accepted' && !props.isPublished ? <p>{t('agenda.proposal.hidden')}</p> : null}
        {isCancelled ? <p>{t('agenda.event.cancelled')}</p> : null}
      </Notice>
    </>
  )
}
