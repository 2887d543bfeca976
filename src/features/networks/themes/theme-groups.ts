import type { Reader } from '../../../platform/i18n/reader.ts'
import type { ThemeGroup } from '../../../ui/form/theme-picker.tsx'
import type { Theme } from './themes.ts'

const groups = {
  environment: ['green_growth', 'energy', 'environment', 'parks_and_gardens', 'recycling', 'water'],
  city: ['urban_planning', 'mobility', 'smart_city', 'digital_government', 'digital'],
  economy: ['innovation', 'startups', 'economy', 'attractiveness', 'employment', 'agriculture_fisheries'],
  culture: [
    'tourism',
    'culture',
    'heritage',
    'arts',
    'gastronomy',
    'crafts_ceramics',
    'creative_industries',
    'sport',
  ],
  learning: ['youth', 'education', 'higher_education', 'research', 'vocational_training'],
  society: ['early_childhood', 'ageing', 'health', 'social_cohesion', 'citizenship'],
  public: ['administrative_practice', 'remembrance_peace', 'international_relations'],
} as const satisfies Record<string, readonly Theme[]>

/** The themes in the groups in which people look for them, in the reader’s words. */
export function themeGroups({ t }: Reader): ThemeGroup[] {
  return [
    { label: t('networks.themeGroup.environment'), options: optionsOf(t, groups.environment) },
    { label: t('networks.themeGroup.city'), options: optionsOf(t, groups.city) },
    { label: t('networks.themeGroup.economy'), options: optionsOf(t, groups.economy) },
    { label: t('networks.themeGroup.culture'), options: optionsOf(t, groups.culture) },
    { label: t('networks.themeGroup.learning'), options: optionsOf(t, groups.learning) },
    { label: t('networks.themeGroup.society'), options: optionsOf(t, groups.society) },
    { label: t('networks.themeGroup.public'), options: optionsOf(t, groups.public) },
  ]
}

function optionsOf(t: Reader['t'], themes: readonly Theme[]) {
  return themes.map((theme) => ({ value: theme, label: t(`networks.theme.${theme}`) }))
}
