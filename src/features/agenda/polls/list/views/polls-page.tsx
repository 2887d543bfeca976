import { chooseText } from '../../../../../platform/i18n/localized-text.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { PageSteps } from '../../../../../ui/table/page-steps.tsx'
import { clockWords } from '../../../../../ui/text/clock-lines.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths as eventPaths } from '../../../events/paths.ts'
import { paths as agendaPaths } from '../../../paths.ts'
import { paths } from '../../paths.ts'
import type { Poll, PollState } from '../../poll.ts'

interface PollsPageProps {
  network: string
  countries: readonly string[]
  polls: readonly (Poll & { standing: PollState; answered: number })[]
  mayAsk: boolean
  /** Where the older and the newer ones stand. */
  earlier: string | null
  later: string | null
}

/** The polls of a network, the newest first, with how each stands. */
export function PollsPage({ network, countries, polls, mayAsk, ...props }: PollsPageProps) {
  const reader = useReader()
  const { t } = reader
  const ask = mayAsk ? (
    <a class="button primary" href={paths.newPoll(reader, network)}>
      {t('agenda.poll.new')}
    </a>
  ) : null
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.agenda(reader, network)}>{t('agenda.list.title')}</a>}
        lead={t('agenda.polls.lead')}
        actions={
          <>
            {polls.length > 0 ? ask : null}{' '}
            <a href={agendaPaths.overlap(reader, network)}>{t('agenda.overlap.title')}</a>
          </>
        }
      >
        {t('agenda.polls.title')}
      </PageHeading>
      {polls.length === 0 ? (
        <EmptyState title={t('agenda.polls.empty')} why={t('agenda.polls.emptyWhy')} next={ask} />
      ) : (
        <DataTable
          caption={t('agenda.polls.title')}
          captionHidden
          rows={[...polls]}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              label: t('agenda.poll.title'),
              header: true,
              wide: true,
              cell: (poll) => {
                const title = chooseText(poll.title, reader.language)
                const other = title && title.language !== reader.interfaceLanguage
                return (
                  <a href={paths.poll(reader, network, poll.id)} lang={other ? title.language : undefined}>
                    {title?.text ?? poll.id}
                  </a>
                )
              },
            },
            {
              key: 'state',
              label: t('agenda.proposals.state'),
              cell: ({ standing }) => t(`agenda.poll.standing.${standing}`),
            },
            {
              key: 'deadline',
              label: t('agenda.poll.deadline'),
              cell: ({ deadline, zone }) =>
                clockWords(reader, { countries, hours: { startsAt: deadline, endsAt: null, zone } }),
            },
            {
              key: 'answered',
              label: t('agenda.polls.answered'),
              numeric: true,
              cell: ({ answered }) => String(answered),
            },
          ]}
        />
      )}
      <PageSteps previous={props.later} next={props.earlier} />
    </>
  )
}
