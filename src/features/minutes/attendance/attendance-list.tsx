import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { Statement } from '../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import type { FindMarks } from '../../registry/index.ts'
import { paths } from '../paths.ts'
import { organisationColumn, whoColumn } from '../views/who-columns.ts'
import type { Participant } from './participant.ts'

interface AttendanceListProps {
  network: string
  participants: readonly Participant[]
  marks: FindMarks
}

/** Who attended, for which organisation, and how. The function comes first; the name appears only if the published minutes give it. */
export function AttendanceList({ network, participants, marks }: AttendanceListProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('minutes.attendance.title')}
      captionHidden
      rows={[...participants]}
      rowKey={(row) => row.id}
      columns={[
        whoColumn(reader, (row: Participant) => (
          <>
            {hasFunction(row) ? (
              <Passage text={row.function} as="span" class="cell-line" tags={false} />
            ) : null}
            {row.name ? (
              <span class={hasFunction(row) ? 'cell-note' : 'cell-line'}>
                <Statement evidence={marks(row.id)}>{row.name}</Statement>
              </span>
            ) : null}
            {!row.name && !hasFunction(row) ? (
              <span class="quiet">{t('minutes.attendance.unnamed')}</span>
            ) : null}
          </>
        )),
        organisationColumn(reader, ({ organisation, organisationWords }: Participant) =>
          organisation ? (
            <a href={paths.organisation(reader, network, organisation.slug)}>
              <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
            </a>
          ) : (
            organisationWords
          ),
        ),
        {
          key: 'presence',
          label: t('minutes.attendance.presence'),
          cell: (row) => presenceWords(reader, row),
        },
      ]}
    />
  )
}

function hasFunction({ function: words }: Participant): boolean {
  return Object.keys(words).length > 0
}

/** How a participant took part, in words. */
export function presenceWords(
  { t }: Reader,
  { presence, representedBy }: Pick<Participant, 'presence' | 'representedBy'>,
): string {
  if (presence === 'represented' && representedBy)
    return t('minutes.attendance.representedBy', { name: representedBy })
  return t(`minutes.presence.${presence}`)
}
