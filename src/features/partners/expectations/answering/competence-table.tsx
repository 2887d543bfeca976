import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { OrganisationRef } from '../../../directory/index.ts'
import type { Theme } from '../../../networks/index.ts'
import { grades, lookUpCompetence, mainTiers, tiersOf } from '../../competence.ts'

interface CompetenceTableProps {
  organisation: OrganisationRef
  themes: readonly Theme[]
}

/** What the law lets an authority do on the themes of an expectation, and which tiers mainly act on them in its country. */
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

/** The lines of the tables of competences on themes for an authority; none for countries whose law they lack. */
function competenceLines(
  { t }: Reader,
  { kind, codes, country }: OrganisationRef,
  themes: readonly Theme[],
): { theme: string; own: string; main: string }[] {
  const own = tiersOf({ kind, codes })
  return themes.flatMap((theme) => {
    const known = own.flatMap((tier) => lookUpCompetence(theme, tier) ?? [])
    const best = grades.find((grade) => known.some((each) => each.grade === grade))
    if (best === undefined) return []
    const articles = known
      .filter(({ grade, basis }) => grade === best && basis !== '')
      .map(({ basis }) => basis)
      .join(', ')
    return [
      {
        theme: t(`networks.theme.${theme}`),
        own: articles === '' ? t(`partners.grade.${best}`) : `${t(`partners.grade.${best}`)} (${articles})`,
        main: mainTiers(theme, country)
          .map((tier) => t(`partners.tier.${tier}`))
          .join(', '),
      },
    ]
  })
}
