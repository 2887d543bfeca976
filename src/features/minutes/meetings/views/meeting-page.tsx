import type { ComponentChildren } from 'preact'
import type { RecordNetwork } from '../../../../platform/records/record-kind.ts'
import type { LinkedPage } from '../../../../platform/records/record-link.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { DisputeList } from '../../../registry/evidence/index.ts'
import { type FindMarks, indexMarks } from '../../../registry/index.ts'
import { AccountColumns } from '../../accounts/views/account-columns.tsx'
import { PendingList } from '../../actions/views/pending-list.tsx'
import { AgendaList } from '../../agenda/views/agenda-list.tsx'
import { AttendanceList } from '../../attendance/views/attendance-list.tsx'
import { DecisionLists } from '../../decisions/views/decision-lists.tsx'
import { MinutesPart } from '../../final/views/minutes-part.tsx'
import { paths } from '../../paths.ts'
import { ResourceList } from '../../resources/views/resource-list.tsx'
import { meetingState } from '../meeting.ts'
import type { MeetingPageData } from '../meeting-page-data.ts'
import { MeetingFacts } from './meeting-facts.tsx'

interface MeetingPageProps {
  network: RecordNetwork
  data: MeetingPageData
  /** What the reader may do here; nothing for the public. */
  work: ComponentChildren
  /** What others know of it. */
  links: readonly LinkedPage[]
}

/** One meeting: when and where, what it is to speak of, what it decided, its minutes, who was there, what was written of it. */
export function MeetingPage({ network, data, work, links }: MeetingPageProps) {
  const reader = useReader()
  const { t } = reader
  const { meeting, points, pending, decisions } = data
  const state = meetingState(meeting)
  const marks = indexMarks(reader, network.slug, data.evidence)
  return (
    <article>
      <PageHeading
        kicker={
          <>
            <a href={paths.list(reader, network.slug)}>{t('minutes.list.title')}</a>
            {' · '}
            {t(`minutes.kind.${meeting.kind}`)} <span class="tag">{t(`minutes.state.${state}`)}</span>
          </>
        }
        actions={
          <>
            <a class="button" href={paths.calendar(reader, network.slug, meeting.slug)}>
              {t('minutes.meeting.addToCalendar')}
            </a>
            <PrintButton />
            {links.map(({ href, label }) => (
              <a key={href} class="button" href={href}>
                {label}
              </a>
            ))}
          </>
        }
      >
        <Passage text={meeting.title} as="span" tags={false} />
      </PageHeading>
      {state === 'cancelled' ? <Notice kind="warning">{t('minutes.meeting.cancelled')}</Notice> : null}
      <MeetingFacts network={network} meeting={meeting} marks={marks} />
      <Passage text={meeting.invitation} class="minutes-invitation" />
      {work}
      {points.length > 0 || pending.length > 0 ? (
        <Section id="agenda" title={t('minutes.agenda.title')}>
          {pending.length > 0 ? (
            <>
              <h3 class="minutes-part">{t('minutes.agenda.pending')}</h3>
              <PendingList network={network.slug} actions={pending} />
            </>
          ) : null}
          <AgendaList points={points} />
        </Section>
      ) : null}
      {decisions.length > 0 ? (
        <Section id="decisions" title={t('minutes.decision.title')}>
          <DecisionLists network={network.slug} decisions={decisions} marks={marks} />
        </Section>
      ) : null}
      <MinutesPart network={network.slug} data={data} />
      <MeetingPapers network={network} data={data} marks={marks} />
    </article>
  )
}

/** Who was there, what was written and what was shown. */
function MeetingPapers({
  network,
  data,
  marks,
}: Omit<MeetingPageProps, 'work' | 'links'> & { marks: FindMarks }) {
  const reader = useReader()
  const { t } = reader
  const { participants, compared, disputes, resources } = data
  return (
    <>
      {participants.length > 0 ? (
        <Section id="attendance" title={t('minutes.attendance.title')}>
          <AttendanceList network={network.slug} participants={participants} marks={marks} />
        </Section>
      ) : null}
      {compared.length > 0 ? (
        <Section id="accounts" title={t('minutes.account.title')}>
          <p>{t('minutes.account.lead')}</p>
          <AccountColumns network={network.slug} compared={compared} />
          {disputes.length > 0 ? (
            <>
              <h3 class="minutes-part">{t('minutes.account.disagree')}</h3>
              <DisputeList network={network} disputes={disputes} />
            </>
          ) : null}
        </Section>
      ) : null}
      {resources.length > 0 ? (
        <Section id="resources" title={t('minutes.resource.title')}>
          <ResourceList
            resources={resources}
            marks={marks}
            fileOf={(id) => paths.step(reader, network.slug, data.meeting.slug, 'resources', id, 'file')}
          />
        </Section>
      ) : null}
    </>
  )
}
