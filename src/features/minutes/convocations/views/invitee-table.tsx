import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { presenceWords } from '../../attendance/views/attendance-list.tsx'
import { organisationColumn, whoColumn } from '../../views/who-columns.ts'
import type { Invitee } from '../queries.ts'

/** Who is convened and what they answered. */
export function InviteeTable({ invitees }: { invitees: readonly Invitee[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('minutes.convocation.answers')}
      captionHidden
      rows={[...invitees]}
      rowKey={(row) => row.id}
      columns={[
        whoColumn(reader, ({ name, address }: Invitee) => (
          <>
            <span class="cell-line">{name || address}</span>
            {name && address ? <span class="cell-note">{address}</span> : null}
          </>
        )),
        organisationColumn(reader),
        {
          key: 'answer',
          label: t('minutes.convocation.answer'),
          cell: ({ answer, answeredAt, representedBy, words }) =>
            answer && answeredAt ? (
              <span>
                {presenceWords(reader, { presence: answer, representedBy })}
                <span class="cell-note">
                  <Moment at={answeredAt} />
                </span>
                {words ? <span class="cell-note">{words}</span> : null}
              </span>
            ) : (
              <span class="quiet">{t('minutes.convocation.waiting')}</span>
            ),
        },
      ]}
    />
  )
}
