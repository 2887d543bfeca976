/** The languages of the interface, in which every page is looked at. */
export const languages = ['fr', 'ko', 'en'] as const

export interface PageAddress {
  /** Names the picture of the page. */
  name: string
  /** Follows the language. */
  path: string
  /** What it answers with; 200 unless said otherwise. */
  status?: number
}

const group = '/france-coree'

/** Every page that is looked at in a browser: by axe, by its own checks, and for pictures. A new page is a line here. */
export const pageAddresses: PageAddress[] = [
  { name: 'home', path: '' },
  { name: 'network', path: group },
  { name: 'network-today', path: `${group}?now=2026-11-25` },
  { name: 'group', path: `${group}/group` },
  { name: 'cooperations', path: `${group}/cooperations` },
  { name: 'cooperations-map', path: `${group}/cooperations?view=map` },
  { name: 'cooperations-timeline', path: `${group}/cooperations?view=timeline` },
  { name: 'cooperations-none', path: `${group}/cooperations?q=zzzz` },
  { name: 'cooperation', path: `${group}/cooperations/lille-daegu` },
  { name: 'cooperation-dormant', path: `${group}/cooperations/evian-muju` },
  { name: 'organisations', path: `${group}/organisations` },
  { name: 'organisation', path: `${group}/organisations/busan` },
  { name: 'map', path: `${group}/map` },
  { name: 'search', path: `${group}/search?q=daegu` },
  { name: 'sources', path: `${group}/sources` },
  { name: 'source', path: `${group}/sources/tours-2017-account` },
  { name: 'directory', path: '/directory' },
  { name: 'directory-ambiguous', path: '/directory?q=gwangju' },
  { name: 'authority', path: '/directory/muju' },
  { name: 'about', path: '/about' },
  { name: 'legal', path: '/legal' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'licences', path: '/licences' },
  { name: 'not-found', path: '/nowhere', status: 404 },
]
