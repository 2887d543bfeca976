import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice } from '../../../../ui/form/choice-field.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { participantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import type { SessionRequest } from '../request.ts'
import { troublesOf } from '../rules/trouble.ts'
import type { GroundChange } from './grounds.ts'
import type { RunState } from './run-state.ts'

interface RunPanelProps {
  visit: SessionRequest
  last: RunState
}

/** The state of the last assignment, what has changed since, and the button for another. */
export function RunPanel({ visit, last }: RunPanelProps) {
  const { reader, network, event, facts } = visit
  const { t } = reader
  const { run, changes } = last
  const troubles = troublesOf(facts).length
  const isPublished = facts.session.publishedAt !== null
  return (
    <Section id="assignment" title={t('partners.assignment.run')}>
      {run === null ? (
        <p>{t('partners.assignment.neverRun')}</p>
      ) : (
        <p>
          <a href={paths.run(reader, network.slug, event.slug, run.number)}>
            {t('partners.assignment.runNumber', { number: run.number })}
          </a>
          {' · '}
          {t(`partners.assignment.runState.${run.state}`)}
          {' · '}
          <Moment at={run.startedAt} />
          {run.startedByName === null ? '' : ` · ${run.startedByName}`}
        </p>
      )}
      {changes.length > 0 ? (
        <>
          <p>{t('partners.assignment.changedSince')}</p>
          <ChangeList visit={visit} changes={changes} />
        </>
      ) : null}
      {troubles > 0 ? (
        <Notice kind="warning">
          <p>
            {t('partners.assignment.troubles', { count: troubles })}{' '}
            <a href={paths.rules(reader, network.slug, event.slug)}>{t('partners.assignment.rules')}</a>
          </p>
        </Notice>
      ) : null}
      {run?.state === 'running' ? null : (
        <form
          method="post"
          action={`/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/runs`}
          class="form"
          id="field-run"
          tabindex={-1}
        >
          {isPublished ? (
            <div class="field">
              <Choice
                name="keeps"
                type="checkbox"
                option={{
                  value: 'yes',
                  label: t('partners.assignment.keeps'),
                  hint: t('partners.assignment.keepsHint'),
                }}
                isChosen
              />
            </div>
          ) : null}
          <p class="form-end">
            <button type="submit" class="button primary">
              {t(run === null ? 'partners.assignment.runFirst' : 'partners.assignment.runAgain')}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}

const most = 12

/** The changes since a run, in words. */
export function ChangeList({ visit, changes }: { visit: SessionRequest; changes: readonly GroundChange[] }) {
  const { reader, facts } = visit
  const { t } = reader
  const words = ({ what, participantId }: GroundChange) => {
    const participant = facts.participants.find(({ id }) => id === participantId)
    return t(`partners.assignment.change.${what}`, {
      name: participant ? participantName(reader, participant) : t('partners.assignment.somebody'),
    })
  }
  return (
    <div class="prose">
      <ul>
        {changes.slice(0, most).map((change) => (
          <li key={`${change.what} ${change.participantId}`}>{words(change)}</li>
        ))}
        {changes.length > most ? (
          <li>{t('partners.assignment.moreChanges', { count: changes.length - most })}</li>
        ) : null}
      </ul>
    </div>
  )
}
