import type { NavigationEntry } from '../../platform/http/application.ts'

/** The registry's places in a network's navigation, in order. */
export const navigation: NavigationEntry[] = [
  { path: '', label: 'registry.nav.home' },
  { path: '/cooperations', label: 'registry.nav.cooperations' },
  { path: '/organisations', label: 'registry.nav.organisations' },
  { path: '/map', label: 'registry.nav.map' },
  { path: '/group', label: 'registry.nav.group' },
  { path: '/sources', label: 'registry.nav.sources' },
]
