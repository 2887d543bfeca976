import { type Column, DataTable } from '../../../../../ui/table/data-table.tsx'
import type { SessionRequest } from '../../call.ts'
import { ParticipantName } from '../../participants/views/participant-name.tsx'
import type { RunReport } from '../run.ts'

type LeftOut = RunReport['blocking'][number] & { isFixed: boolean }

const mostShown = 200

/** Who would rather have met, and what stood in the way. */
export function LeftOutTable({ asked, report }: { asked: SessionRequest; report: RunReport }) {
  const { reader, ground } = asked
  const { t } = reader
  const names = new Map(ground.participants.map((each) => [each.id, each]))
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
