import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { OrganisationRef } from '../../../directory/index.ts'
import type { Theme } from '../../../networks/index.ts'
import { competenceLines } from './competence-words.ts'

interface CompetenceTableProps {
  organisation: OrganisationRef
  themes: readonly Theme[]
}

/** What the law lets an authority do on the themes of an expectation, and who mainly acts on them in its country. */
export function CompetenceTable({ organisation, themes }: CompetenceTableProps) {
  const reader = useReader()
  const { t } = reader
  const lines = competenceLines(reader, organisation, themes)
  if (lines.length === 0) return null
  return (
    <details class="competences">
      <summary>{t('partners.competence.title')}</summary>
      <DataTable
        caption={t('partners.competence.title')}
        captionHidden
        rows={lines}
        rowKey={({ theme }) => theme}
        columns={[
          { key: 'theme', label: t('partners.competence.theme'), header: true, cell: ({ theme }) => theme },
          { key: 'own', label: t('partners.competence.own'), cell: ({ own }) => own },
          { key: 'main', label: t('partners.competence.main'), cell: ({ main }) => main },
        ]}
      />
      <p class="quiet">{t('partners.competence.unchecked')}</p>
    </details>
  )
}
