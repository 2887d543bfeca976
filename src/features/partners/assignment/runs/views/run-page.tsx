import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import type { SessionRequest } from '../../call.ts'
import { paths } from '../../paths.ts'
import type { Difference } from '../../publication/appointment.ts'
import { DoneNotice } from '../../views/done-notice.tsx'
import { MeetingTable } from '../../views/meeting-table.tsx'
import { MeetingsHeading } from '../../views/meetings-heading.tsx'
import type { GroundChange } from '../grounds.ts'
import type { Meeting, Run, RunReport } from '../run.ts'
import { ChangeList } from './change-list.tsx'
import { FairnessFacts } from './fairness-facts.tsx'
import { LeftOutTable } from './left-out-table.tsx'
import { SatisfactionTable } from './satisfaction-table.tsx'

export interface RunResult {
  report: RunReport | null
  meetings: Meeting[]
  /** What was said since makes these impossible. */
  impossible: Meeting[]
  changes: GroundChange[]
  difference: Difference
  /** Whether no other assignment has been asked for since. */
  isLast: boolean
}

interface RunPageProps {
  asked: SessionRequest
  run: Run
  done: string
  /** Null while it runs, and where it found nothing. */
  result: RunResult | null
}

/** An assignment: how far it is, or what it found, for whom it is fair, and what publishing it would change. */
export function RunPage({ asked, run, done, result }: RunPageProps) {
  const { reader } = asked
  const { t } = reader
  return (
    <>
      <MeetingsHeading
        asked={asked}
        lead={
          <>
            <Moment reader={reader} at={run.startedAt} />
            {run.startedByName === null ? '' : ` · ${run.startedByName}`}
            {run.keepsPublished ? ` · ${t('partners.assignment.keptPublished')}` : ''}
          </>
        }
      >
        {t('partners.assignment.runNumber', { number: run.number })}
      </MeetingsHeading>
      <DoneNotice reader={reader} done={done} />
      {run.state === 'running' ? <Running asked={asked} run={run} /> : null}
      {run.state === 'failed' || run.state === 'ended' ? (
        <Notice reader={reader} kind="warning">
          <p>{t(`partners.assignment.runNothing.${run.state}`)}</p>
        </Notice>
      ) : null}
      {result === null ? null : <Result asked={asked} run={run} result={result} />}
    </>
  )
}

function Running({ asked, run }: { asked: SessionRequest; run: Run }) {
  const { reader, network, event } = asked
  const { t } = reader
  const phase = run.phase ?? 'waiting'
  return (
    <Section id="progress" title={t('partners.assignment.progress')}>
      <p role="status">
        {t(`partners.assignment.phase.${phase}`)}
        {run.total > 0 ? ` · ${t('partners.assignment.doneOf', { done: run.done, total: run.total })}` : ''}
      </p>
      {run.total > 0 ? (
        <p>
          <progress value={run.done} max={run.total} aria-label={t('partners.assignment.progress')} />
        </p>
      ) : null}
      <p class="quiet">{t('partners.assignment.progressHint')}</p>
      <form
        method="post"
        action={`/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/runs/${run.number}/ending`}
      >
        <p>
          <button type="submit" class="button">
            {t('partners.assignment.endRun')}
          </button>{' '}
          <a href={paths.run(reader, network.slug, event.slug, run.number)}>
            {t('partners.assignment.reload')}
          </a>
        </p>
      </form>
    </Section>
  )
}

function Result({ asked, run, result }: { asked: SessionRequest; run: Run; result: RunResult }) {
  const { reader } = asked
  const { t } = reader
  const { report, meetings, impossible, changes } = result
  return (
    <>
      {changes.length > 0 ? (
        <Notice reader={reader} kind="warning">
          <p>{t('partners.assignment.madeBefore')}</p>
          <ChangeList asked={asked} changes={changes} />
        </Notice>
      ) : null}
      {report?.isCutShort ? (
        <Notice reader={reader}>
          <p>{t('partners.assignment.cutShort')}</p>
        </Notice>
      ) : null}
      {report === null ? null : <FairnessFacts asked={asked} report={report} count={meetings.length} />}
      <Publishing asked={asked} run={run} result={result} />
      <Section id="by-slot" title={t('partners.assignment.bySlot')}>
        {meetings.length === 0 ? (
          <p>{t('partners.assignment.noMeetings')}</p>
        ) : (
          <MeetingTable asked={asked} caption={t('partners.assignment.bySlot')} meetings={meetings} />
        )}
      </Section>
      {impossible.length === 0 ? null : (
        <Section id="impossible" title={t('partners.assignment.impossible')}>
          <p>{t('partners.assignment.impossibleLead')}</p>
          <MeetingTable asked={asked} caption={t('partners.assignment.impossible')} meetings={impossible} />
        </Section>
      )}
      {report === null ? null : (
        <>
          <Section id="by-participant" title={t('partners.assignment.byParticipant')}>
            <SatisfactionTable asked={asked} report={report} meetings={meetings} />
          </Section>
          <Section id="left-out" title={t('partners.assignment.leftOut')}>
            <LeftOutTable asked={asked} report={report} />
          </Section>
        </>
      )}
    </>
  )
}

function Publishing({ asked, run, result }: { asked: SessionRequest; run: Run; result: RunResult }) {
  const { reader, network, event, ground } = asked
  const { t } = reader
  const { difference, isLast } = result
  if (!isLast) {
    return (
      <Notice reader={reader}>
        <p>{t('partners.assignment.notLast')}</p>
      </Notice>
    )
  }
  const { added, moved, cancelled, unchanged } = difference
  const isSame = added.length + moved.length + cancelled.length === 0
  return (
    <Section id="publication" title={t('partners.assignment.publication')}>
      {ground.session.publishedAt === null ? (
        <p>{t('partners.assignment.firstPublication', { count: added.length })}</p>
      ) : isSame ? (
        <p>{t('partners.assignment.nothingToPublish')}</p>
      ) : (
        <div class="prose">
          <ul>
            <li>{t('partners.assignment.wouldAdd', { count: added.length })}</li>
            <li>{t('partners.assignment.wouldMove', { count: moved.length })}</li>
            <li>{t('partners.assignment.wouldCancel', { count: cancelled.length })}</li>
            <li>{t('partners.assignment.wouldLeave', { count: unchanged.length })}</li>
          </ul>
        </div>
      )}
      {isSame ? null : (
        <form
          method="post"
          action={`/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/runs/${run.number}/publication`}
        >
          <p class="quiet">{t('partners.assignment.publishHint')}</p>
          <p>
            <button type="submit" class="button primary">
              {t('partners.assignment.publish')}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}
