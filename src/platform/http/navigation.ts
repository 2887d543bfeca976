import type { NavigationEntry } from './application.ts'

/** Whether a page belongs to an entry of the navigation: its own page, and all beneath it and beneath the entry’s other paths. */
export function leadsTo({ path, also = [] }: Pick<NavigationEntry, 'path' | 'also'>, page: string): boolean {
  return [path, ...also].some((each) => page === each || (each !== '' && page.startsWith(`${each}/`)))
}
