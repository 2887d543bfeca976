import { describeDate } from '../../../../platform/dates/index.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { PersonName } from '../../views/person-name.tsx'
import type { Holder } from '../holder.ts'

/** Who held a post before, the latest first; those whose data are gone keep their place and their dates. */
export function PastHolders({ holders }: { holders: Holder[] }) {
  const reader = useReader()
  const { t } = reader
  if (holders.length === 0) return null
  const day = (edtf: string | null) => (edtf ? describeDate(edtf, reader.interfaceLanguage) : '—')
  return (
    <Section id="past" title={t('contacts.past.title')} aside={String(holders.length)}>
      <DataTable
        caption={t('contacts.past.title')}
        captionHidden
        rows={holders}
        rowKey={({ holdingId }) => holdingId}
        columns={[
          {
            key: 'name',
            label: t('contacts.field.name'),
            header: true,
            wide: true,
            cell: (holder) =>
              holder.isRemoved ? (
                t('ui.personalData.erased')
              ) : holder.withheld === 'all' ? (
                t('contacts.withheld.all')
              ) : (
                <PersonName name={holder.name} />
              ),
          },
          { key: 'from', label: t('contacts.past.from'), cell: ({ from }) => day(from) },
          { key: 'until', label: t('contacts.past.until'), cell: ({ until }) => day(until) },
        ]}
      />
    </Section>
  )
}
