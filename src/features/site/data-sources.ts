import type { PlainMessageKey } from '../../platform/i18n/translate.ts'

export interface Licence {
  name: string
  /** The address of its text: CC BY and the others require a link to it. */
  href: string
  language: 'fr' | 'en'
}

export interface DataSource {
  /** A proper name; null for the project’s own data. */
  name: string | null
  href?: string
  /** What is taken from it. */
  use: PlainMessageKey
  licence: Licence | 'publicDomain' | 'ours'
}

const openLicence: Licence = {
  name: 'Licence Ouverte 2.0 (Etalab)',
  href: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  language: 'fr',
}

/** The sources of the data and the fonts: the facts of data/directory/README.md, for people who reuse them. */
export const dataSources: readonly DataSource[] = [
  {
    name: 'INSEE (@etalab/decoupage-administratif)',
    href: 'https://github.com/etalab/decoupage-administratif',
    use: 'site.licences.useInsee',
    licence: openLicence,
  },
  {
    name: 'DGCL',
    href: 'https://www.banatic.interieur.gouv.fr/',
    use: 'site.licences.useDgcl',
    licence: openLicence,
  },
  {
    name: 'IGN, Admin Express COG',
    href: 'https://geoservices.ign.fr/adminexpress',
    use: 'site.licences.useIgn',
    licence: openLicence,
  },
  {
    name: 'GeoNames',
    href: 'https://www.geonames.org/',
    use: 'site.licences.useGeonames',
    licence: {
      name: 'Creative Commons Attribution 4.0 (CC BY 4.0)',
      href: 'https://creativecommons.org/licenses/by/4.0/',
      language: 'en',
    },
  },
  {
    name: 'Unicode CLDR',
    href: 'https://cldr.unicode.org/',
    use: 'site.licences.useCldr',
    licence: {
      name: 'Unicode License v3, © 1991–2024 Unicode, Inc.',
      href: 'https://www.unicode.org/license.txt',
      language: 'en',
    },
  },
  {
    name: 'iso-3166',
    href: 'https://github.com/wooorm/iso-3166',
    use: 'site.licences.useIso',
    licence: {
      name: 'MIT, © Titus Wormer',
      href: 'https://github.com/wooorm/iso-3166/blob/main/license',
      language: 'en',
    },
  },
  {
    name: 'date-holidays',
    href: 'https://github.com/commenthol/date-holidays',
    use: 'site.licences.useHolidays',
    licence: {
      name: 'Creative Commons Attribution 3.0 (CC BY 3.0)',
      href: 'https://creativecommons.org/licenses/by/3.0/',
      language: 'en',
    },
  },
  { name: null, use: 'site.licences.useKorea', licence: 'ours' },
  {
    name: 'Natural Earth (world-atlas, © Michael Bostock)',
    href: 'https://www.naturalearthdata.com/',
    use: 'site.licences.useMap',
    licence: 'publicDomain',
  },
  {
    name: 'Pretendard (© Kil Hyung-jin)',
    href: 'https://github.com/orioncactus/pretendard',
    use: 'site.licences.useFont',
    licence: { name: 'SIL Open Font License 1.1', href: 'https://openfontlicense.org/', language: 'en' },
  },
]
