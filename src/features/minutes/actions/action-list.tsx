import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateWords, dayWords } from '../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../ui/text/fuzzy-date.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import { type Action, isOverdue } from './action.ts'
import type { PendingAction } from './queries.ts'

interface ActionListProps {
  network: string
  actions: readonly Action[]
}

/** Actions with who does them, by when, and what became of them. */
export function ActionList({ network, actions }: ActionListProps) {
  if (actions.length === 0) return null
  return (
    <ul class="actions-list">
      {actions.map((action) => (
        <li key={action.id} class={`action action-${action.state}`}>
          <p>
            <ActionStateMark action={action} /> <Passage text={action.text} as="span" />
          </p>
          <p class="entry-meta">
            <ActionMeta network={network} action={action} />
          </p>
          <LastNote action={action} />
        </li>
      ))}
    </ul>
  )
}

/** The state of an action: a sign and a word. */
export function ActionStateMark({ action }: { action: Action }) {
  const reader = useReader()
  const state = isOverdue(action, reader.today) ? 'overdue' : action.state
  return (
    <span class={`action-state action-state-${state}`}>
      <span aria-hidden="true">{signs[state]} </span>
      {reader.t(`minutes.actionState.${state}`)}
    </span>
  )
}

/** Who does an action and by when. */
export function ActionMeta({ network, action }: { network: string; action: Action }) {
  const reader = useReader()
  const { organisation, person, due } = action
  return (
    <>
      {organisation ? (
        <a href={paths.organisation(reader, network, organisation.slug)}>
          <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
        </a>
      ) : null}
      {organisation && person ? ', ' : null}
      {person}
      {due ? (
        <>
          {organisation || person ? ' · ' : null}
          {reader.t('minutes.action.due')} <FuzzyDate {...dateWords(reader, due, action.dueWords)} />
        </>
      ) : null}
    </>
  )
}

function LastNote({ action: { steps } }: { action: Action }) {
  const note = steps.find((step) => step.note !== '')
  if (!note) return null
  return (
    <p class="entry-meta">
      {note.note}
      {note.by ? ` (${note.by})` : null}
    </p>
  )
}

const signs = { open: '○', done: '✓', dropped: '×', postponed: '→', overdue: '!' } as const

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
