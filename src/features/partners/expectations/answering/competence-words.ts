import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { OrganisationRef } from '../../../directory/index.ts'
import type { Theme } from '../../../networks/index.ts'
import { grades, lookUpCompetence, mainTiers, tiersOf } from '../../competence.ts'

/** What the tables of competences say of themes for an authority, a line a theme; none for countries whose law they have not got. */
export function competenceLines(
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
