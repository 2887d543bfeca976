import { Notice } from '../../../../ui/blocks/notice.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { ParticipantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import type { Difference } from '../publication/appointment.ts'
import type { SessionRequest } from '../request.ts'
import { DoneNotice } from '../views/done-notice.tsx'
import { MeetingTable } from '../views/meeting-table.tsx'
import { MeetingsBySlot } from '../views/meetings-by-slot.tsx'
import { MeetingsHeading } from '../views/meetings-heading.tsx'
import { FairnessFacts, SatisfactionTable } from './fairness-facts.tsx'
import type { GroundChange } from './grounds.ts'
import type { Meeting, Run, RunReport } from './run.ts'
import { ChangeList } from './run-panel.tsx'
import { Running } from './running.tsx'

export interface RunResult {
  report: RunReport | null
  meetings: Meeting[]
  /** Changes since make these impossible. */
  impossible: Meeting[]
  changes: GroundChange[]
  difference: Difference
  /** Whether the event differs from what published meetings are based on, so that nothing is published. */
  isInTheWay: boolean
  /** Whether no other assignment has been asked for since. */
  isLast: boolean
}

interface RunPageProps {
  visit: SessionRequest
  run: Run
  done: string
  /** Whether the page of one under way does not renew itself. */
  isKeptStill: boolean
  /** Which slot is shown, where there are very many meetings. */
  slot: number
  /** Null while it runs, and where it found nothing. */
  result: RunResult | null
}

/** An assignment: its progress, or what it found, how fair it is, and what publishing it would change. */
export function RunPage({ visit, run, done, isKeptStill, slot, result }: RunPageProps) {
  const { reader } = visit
  const { t } = reader
  return (
    <>
      <MeetingsHeading
        visit={visit}
        lead={
          <>
            <Moment at={run.startedAt} />
            {run.startedByName === null ? '' : ` · ${run.startedByName}`}
            {run.keepsPublished ? ` · ${t('partners.assignment.keptPublished')}` : ''}
          </>
        }
      >
        {t('partners.assignment.runNumber', { number: run.number })}
      </MeetingsHeading>
      <DoneNotice done={done} />
      {run.state === 'running' ? <Running visit={visit} run={run} isKeptStill={isKeptStill} /> : null}
      {run.state === 'failed' || run.state === 'ended' ? (
        <Notice kind="warning">
          <p>{t(`partners.assignment.runNothing.${run.state}`)}</p>
        </Notice>
      ) : null}
      {result === null ? null : <Result visit={visit} run={run} slot={slot} result={result} />}
    </>
  )
}

function Result({
  visit,
  run,
  slot,
  result,
}: Omit<RunPageProps, 'done' | 'isKeptStill' | 'result'> & { result: RunResult }) {
  const { reader } = visit
  const { t } = reader
  const { report, meetings, impossible, changes } = result
  return (
    <>
      {changes.length > 0 ? (
        <Notice kind="warning">
          <p>{t('partners.assignment.madeBefore')}</p>
          <ChangeList visit={visit} changes={changes} />
        </Notice>
      ) : null}
      {report?.isCutShort ? (
        <Notice>
          <p>{t('partners.assignment.cutShort')}</p>
        </Notice>
      ) : null}
      {report === null ? null : <FairnessFacts visit={visit} report={report} count={meetings.length} />}
      <Publishing visit={visit} run={run} result={result} />
      <Section id="by-slot" title={t('partners.assignment.bySlot')}>
        {meetings.length === 0 ? (
          <p>{t('partners.assignment.noMeetings')}</p>
        ) : (
          <MeetingsBySlot
            visit={visit}
            caption={t('partners.assignment.bySlot')}
            meetings={meetings}
            slot={slot}
            hrefOf={(each) => {
              const { reader, network, event } = visit
              return `${paths.run(reader, network.slug, event.slug, run.number, { slot: String(each) })}#by-slot`
            }}
          />
        )}
      </Section>
      {impossible.length === 0 ? null : (
        <Section id="impossible" title={t('partners.assignment.impossible')}>
          <p>{t('partners.assignment.impossibleLead')}</p>
          <MeetingTable visit={visit} caption={t('partners.assignment.impossible')} meetings={impossible} />
        </Section>
      )}
      {report === null ? null : (
        <>
          <Section id="by-participant" title={t('partners.assignment.byParticipant')}>
            <SatisfactionTable visit={visit} report={report} meetings={meetings} />
          </Section>
          <Section id="left-out" title={t('partners.assignment.leftOut')}>
            <LeftOutTable visit={visit} report={report} />
          </Section>
        </>
      )}
    </>
  )
}

type LeftOut = RunReport['blocking'][number] & { isFixed: boolean }

const mostShown = 200

/** Pairs that would rather have met, with the causes. */
function LeftOutTable({ visit, report }: { visit: SessionRequest; report: RunReport }) {
  const { reader, facts } = visit
  const { t } = reader
  const names = new Map(facts.participants.map((each) => [each.id, each]))
  const name = (id: string) => {
    const participant = names.get(id)
    return participant ? <ParticipantName participant={participant} /> : null
  }
  const unheld = new Set(report.unheld.map(({ firstId, secondId }) => `${firstId} ${secondId}`))
  const rows: LeftOut[] = [
    ...report.unheld.map((each) => ({ ...each, isFixed: true })),
    ...report.blocking
      .filter(({ firstId, secondId }) => !unheld.has(`${firstId} ${secondId}`))
      .map((each) => ({ ...each, isFixed: false })),
  ]
  if (rows.length === 0) return <p>{t('partners.assignment.noneLeftOut')}</p>
  const columns: Column<LeftOut>[] = [
    {
      key: 'pair',
      label: t('partners.assignment.pair'),
      header: true,
      wide: true,
      cell: ({ firstId, secondId }) => (
        <>
          {name(firstId)} – {name(secondId)}
        </>
      ),
    },
    {
      key: 'cause',
      label: t('partners.assignment.cause'),
      cell: ({ cause, isFixed }) => (
        <>
          {isFixed ? `${t('partners.assignment.fixedUnheld')} ` : ''}
          {t(`partners.assignment.cause.${cause}`)}
        </>
      ),
    },
  ]
  return (
    <>
      <p>{t('partners.assignment.leftOutLead')}</p>
      <DataTable
        caption={t('partners.assignment.leftOut')}
        captionHidden
        columns={columns}
        rows={rows.slice(0, mostShown)}
        rowKey={({ firstId, secondId }) => `${firstId} ${secondId}`}
      />
      {report.blockingCount > mostShown ? (
        <p>{t('partners.assignment.moreLeftOut', { count: report.blockingCount - mostShown })}</p>
      ) : null}
    </>
  )
}

/** What publishing an assignment would change of what was announced, and the button for it. */
function Publishing({ visit, run, result }: { visit: SessionRequest; run: Run; result: RunResult }) {
  const { reader, network, event, facts } = visit
  const { t } = reader
  const { difference, isLast } = result
  if (!isLast) {
    return (
      <Notice>
        <p>{t('partners.assignment.notLast')}</p>
      </Notice>
    )
  }
  if (result.isInTheWay) {
    const { isEventCancelled, isEventHidden } = facts.session
    const key = isEventCancelled ? 'cancelled' : isEventHidden ? 'hidden' : 'moved'
    return (
      <Notice kind="warning">
        <p>
          {t(`partners.assignment.unpublishable.${key}`)}{' '}
          <a href={paths.session(reader, network.slug, event.slug)}>{t('partners.assignment.title')}</a>
        </p>
      </Notice>
    )
  }
  const { added, moved, cancelled, unchanged } = difference
  const isSame = added.length + moved.length + cancelled.length === 0
  return (
    <Section id="publication" title={t('partners.assignment.publication')}>
      {facts.session.publishedAt === null ? (
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
          <p class="form-actions">
            <button type="submit" class="button primary">
              {t('partners.assignment.publish')}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}
