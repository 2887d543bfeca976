import { readFileSync } from 'node:fs'
import { projectPath } from '../../platform/settings/project-path.ts'
import { type Theme, themes } from '../networks/themes/index.ts'

/** Levels of local government with competences of their own: four in France, two in Korea. */
export const tiers = ['commune', 'epci', 'departement', 'region', 'basic', 'upper'] as const
export type Tier = (typeof tiers)[number]

/** How far a tier acts on a theme: it leads the others, has it by law, shares it, only supports it, or does not. */
export const grades = ['lead', 'own', 'shared', 'supports', 'none'] as const
export type Grade = (typeof grades)[number]

export interface Competence {
  theme: Theme
  tier: Tier
  grade: Grade
  /** Articles as they are cited; '' where none is known. */
  basis: string
  /** The State keeps an essential part for itself. */
  isStateToo: boolean
  /** The jurist who checked the line; '' until then. */
  checkedBy: string
}

const files = [
  ['competences-fr.tsv', ['commune', 'epci', 'departement', 'region']],
  ['competences-kr.tsv', ['basic', 'upper']],
] as const satisfies readonly (readonly [string, readonly Tier[]])[]

let read: readonly Competence[] | undefined

/** What each tier may do on each theme, in both countries; read once from `data/partners`. */
export function listCompetences(): readonly Competence[] {
  read ??= files.flatMap(([name, columns]) =>
    parseCompetences(readFileSync(projectPath('data', 'partners', name), 'utf8'), columns),
  )
  return read
}

/** What a tier may do on a theme; null where no table says. */
export function lookUpCompetence(theme: Theme, tier: Tier): Competence | null {
  return listCompetences().find((each) => each.theme === theme && each.tier === tier) ?? null
}

/** Reads a table: a line a theme, a column a tier; a cell is a grade, then the articles. Throws on a grade or theme that is none. */
export function parseCompetences(text: string, columns: readonly Tier[]): Competence[] {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const names = head.split('\t')
  return lines.flatMap((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[names.indexOf(name)] ?? ''
    const theme = themes.find((each) => each === cell('theme'))
    if (!theme) throw new Error(`No theme "${cell('theme')}"`)
    return columns.map((tier) => {
      const [word = '', ...articles] = cell(tier).split(' ')
      const grade = grades.find((each) => each === word)
      if (!grade) throw new Error(`No grade "${word}" of ${theme} for ${tier}`)
      return {
        theme,
        tier,
        grade,
        basis: articles.join(' '),
        isStateToo: cell('state') !== '',
        checkedBy: cell('checked_by'),
      }
    })
  })
}

// Some authorities are two tiers in one: Paris is a commune and a département, Sejong a city of both Korean levels.
const tiersByKind: Readonly<Record<string, readonly Tier[]>> = {
  commune: ['commune'],
  arrondissement_municipal: ['commune'],
  ville_paris: ['commune', 'departement'],
  communaute_communes: ['epci'],
  communaute_agglomeration: ['epci'],
  communaute_urbaine: ['epci'],
  metropole: ['epci'],
  ept: ['epci'],
  metropole_lyon: ['epci', 'departement'],
  departement: ['departement'],
  collectivite_europeenne_alsace: ['departement'],
  region: ['region'],
  collectivite_corse: ['region', 'departement'],
  collectivite_unique: ['region', 'departement'],
  collectivite_outre_mer: ['region', 'departement'],
  si: ['basic'],
  gun: ['basic'],
  autonomous_gu: ['basic'],
  special_city: ['upper'],
  metropolitan_city: ['upper'],
  do: ['upper'],
  special_self_governing_city: ['upper', 'basic'],
  special_self_governing_do: ['upper'],
}

/** The tiers that an authority of a kind is; none for kinds of other countries, whose law no table has. */
export function tiersOf({ kind, codes }: { kind: string; codes?: Record<string, string> }): readonly Tier[] {
  // Jeju has no si or gun of its own; Gangwon and Jeonbuk, of the same kind, have.
  if (kind === 'special_self_governing_do' && codes?.kr === '50') return ['upper', 'basic']
  return tiersByKind[kind] ?? []
}

const strengths: Readonly<Record<Grade, number>> = { lead: 1, own: 1, shared: 0.8, supports: 0.35, none: 0 }

/** How far an authority may act on a theme, 0 to 1, by its strongest tier; null where the law is not known. */
export function strengthOf(theme: Theme, own: readonly Tier[]): number | null {
  const known = own.flatMap((tier) => lookUpCompetence(theme, tier) ?? [])
  return known.length === 0 ? null : Math.max(...known.map(({ grade }) => strengths[grade]))
}

/** The tiers of a country that mainly act on a theme, for an authority that is not one of them. */
export function mainTiers(theme: Theme, country: string): Tier[] {
  const own: readonly Tier[] =
    country === 'KR' ? ['basic', 'upper'] : country === 'FR' ? tiers.slice(0, 4) : []
  const strong = own.filter((tier) => {
    const grade = lookUpCompetence(theme, tier)?.grade
    return grade === 'lead' || grade === 'own'
  })
  return strong.length > 0 ? strong : own.filter((tier) => lookUpCompetence(theme, tier)?.grade === 'shared')
}

/** Whether a theme is mainly the State’s in a country: no tier leads, owns or shares it, and the State keeps an essential part. */
export function isStateMatter(theme: Theme, country: string): boolean {
  const isTold = listCompetences().some(
    (each) => each.theme === theme && each.isStateToo && countryOf(each.tier) === country,
  )
  return isTold && mainTiers(theme, country).length === 0
}

function countryOf(tier: Tier): string {
  return tier === 'basic' || tier === 'upper' ? 'KR' : 'FR'
}
