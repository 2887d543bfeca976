import type { ComponentChildren } from 'preact'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Passage } from '../../../../ui/text/passage.tsx'
import { paths } from '../../paths.ts'
import type { PendingAction } from '../queries.ts'
import { ActionMeta, ActionStateMark } from './action-list.tsx'

interface PendingListProps {
  network: string
  actions: readonly PendingAction[]
  controls?: ((action: PendingAction) => ComponentChildren) | undefined
}

/** Open actions, each with the meeting that decided it. */
export function PendingList({ network, actions, controls }: PendingListProps) {
  const reader = useReader()
  return (
    <EntryList
      entries={actions.map((action) => ({
        key: action.id,
        title: <Passage text={action.text} as="span" tags={false} />,
        meta: (
          <>
            <ActionStateMark action={action} />
            {' · '}
            <ActionMeta network={network} action={action} />
          </>
        ),
        body: (
          <>
            {action.meeting ? (
              <p class="quiet">
                <a href={`${paths.meeting(reader, network, action.meeting.slug)}#decisions`}>
                  {reader.t('minutes.action.decidedOn', { day: dayWords(reader, action.meeting.heldOn) })}
                </a>
              </p>
            ) : null}
            {controls?.(action)}
          </>
        ),
      }))}
    />
  )
}
