import type { Actor } from '../context/actor.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'

/** The doors of a group, in their order: all that one does in it lies behind one of them. */
export const doors = ['cooperations', 'agenda', 'partners', 'meetings', 'letter', 'group'] as const
export type Door = (typeof doors)[number]

/** One entry of a network's navigation; `path` follows the network's own address. */
export interface NavigationEntry {
  path: string
  /** The view of its page that it opens (`?view=`). */
  view?: string
  label: PlainMessageKey
  /** Through which door of the group one goes there. */
  door: Door
  /** Where else in the network its pages are, beside those under its own path. */
  also?: readonly string[]
  /** Who sees it; everybody when left out. */
  isFor?(actor: Actor, networkId: string): boolean
}

/** Whether a page belongs to an entry of the navigation: its own page, and all beneath it and beneath the entry’s other paths. */
export function leadsTo({ path, also = [] }: Pick<NavigationEntry, 'path' | 'also'>, page: string): boolean {
  return [path, ...also].some((each) => page === each || (each !== '' && page.startsWith(`${each}/`)))
}

/** What names an entry among those of its door. */
export function keyOf({ path, view }: Pick<NavigationEntry, 'path' | 'view'>): string {
  return view === undefined ? path : `${path}?view=${view}`
}
