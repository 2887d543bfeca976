import type { ComponentChildren } from 'preact'
import type { RecordNetwork } from '../../../../platform/records/record-kind.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import type { PendingAction } from '../../actions/queries.ts'
import { PendingList } from '../../actions/views/pending-list.tsx'
import { paths } from '../../paths.ts'
import type { Meeting } from '../meeting.ts'
import { meetingEntries } from './meeting-entries.tsx'

interface MeetingsPageProps {
  network: RecordNetwork
  meetings: readonly Meeting[]
  pending: readonly PendingAction[]
  mayKeep: boolean
  controls?: ((action: PendingAction) => ComponentChildren) | undefined
}

/** The meetings of a network: those to come, what is still to be done, those that took place. */
export function MeetingsPage({ network, meetings, pending, mayKeep, controls }: MeetingsPageProps) {
  const reader = useReader()
  const { t } = reader
  const isComing = ({ heldOn, heldAt }: Meeting) => heldOn >= reader.today && heldAt === null
  const coming = meetings.filter(isComing).toReversed()
  const past = meetings.filter((meeting) => !isComing(meeting))
  return (
    <>
      <PageHeading
        lead={t('minutes.list.lead')}
        actions={
          mayKeep ? (
            <a class="button primary" href={paths.newMeeting(reader, network.slug)}>
              {t('minutes.list.new')}
            </a>
          ) : undefined
        }
      >
        {t('minutes.list.title')}
      </PageHeading>
      {meetings.length === 0 ? (
        <EmptyState
          title={t('minutes.list.emptyTitle')}
          why={t(mayKeep ? 'minutes.list.emptyWhyKeeper' : 'minutes.list.emptyWhy')}
        />
      ) : null}
      {coming.length > 0 ? (
        <Section id="coming" title={t('minutes.list.coming')}>
          <EntryList entries={meetingEntries(reader, network, coming)} />
        </Section>
      ) : null}
      {pending.length > 0 ? (
        <Section id="pending" title={t('minutes.list.pending')}>
          <PendingList network={network.slug} actions={pending} controls={controls} />
        </Section>
      ) : null}
      {past.length > 0 ? (
        <Section id="past" title={t('minutes.list.past')}>
          <EntryList entries={meetingEntries(reader, network, past)} />
        </Section>
      ) : null}
    </>
  )
}
