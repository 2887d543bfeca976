import { writeDay } from '../../../../platform/i18n/formatters.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import type { Meeting } from '../../../minutes/index.ts'
import { paths } from '../../paths.ts'
import type { MeetingRound } from '../queries.ts'
import { MeetingName } from './meeting-name.tsx'

interface RoundsPageProps {
  network: string
  rounds: readonly MeetingRound[]
  /** Meetings of which one may be opened; none for those who do not look after them. */
  meetings: readonly Meeting[]
}

/** The rounds of a network, and the meetings that have none yet. */
export function RoundsPage({ network, rounds, meetings }: RoundsPageProps) {
  const reader = useReader()
  const { t } = reader
  const known = new Set(rounds.map(({ slug }) => slug))
  const open = meetings.filter(({ slug, cancelledAt }) => !known.has(slug) && cancelledAt === null)
  const day = (iso: string) => writeDay(reader.interfaceLanguage, iso, { dateStyle: 'long' })
  return (
    <>
      <PageHeading lead={t('partners.round.lead')}>{t('partners.round.listTitle')}</PageHeading>
      {rounds.length === 0 ? (
        <EmptyState
          title={t('partners.round.emptyTitle')}
          why={t(meetings.length > 0 ? 'partners.round.emptyWhyAdviser' : 'partners.round.emptyWhy')}
        />
      ) : (
        <EntryList
          entries={rounds.map((round) => ({
            key: round.slug,
            title: <MeetingName meeting={round} />,
            href: paths.round(reader, network, round.slug),
            meta: `${day(round.heldOn)} · ${t('partners.round.spoken', { stated: round.stated, rows: round.rows })}`,
          }))}
        />
      )}
      {open.length > 0 ? (
        <Section id="meetings" title={t('partners.round.open')}>
          <EntryList
            entries={open.slice(0, 10).map((meeting) => ({
              key: meeting.slug,
              title: <MeetingName meeting={meeting} />,
              href: paths.round(reader, network, meeting.slug),
              meta: day(meeting.heldOn),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
