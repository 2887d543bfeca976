import type { NavigationEntry } from './application.ts'

/** Whether a page is one of those that an entry of the navigation stands for: its own, and all beneath it and beneath what belongs to it. */
export function leadsTo({ path, also = [] }: Pick<NavigationEntry, 'path' | 'also'>, page: string): boolean {
  return [path, ...also].some((each) => page === each || (each !== '' && page.startsWith(`${each}/`)))
}
