import type { NavigationEntry } from '../../platform/http/application.ts'
import { mayReadAmongMembers } from './policy.ts'

/** The pages of a network from which one goes to what partners look for, expect of each other and do together, and who sees them. */
export const tabs: readonly NavigationEntry[] = [
  { path: '/partners', label: 'partners.tabs.board' },
  { path: '/expectations', label: 'partners.tabs.expectations' },
  { path: '/reciprocity', label: 'partners.tabs.reciprocity' },
  { path: '/partners/suggestions', label: 'partners.tabs.suggestions', isFor: mayReadAmongMembers },
  { path: '/partners/introductions', label: 'partners.tabs.introductions', isFor: mayReadAmongMembers },
  { path: '/partners/rounds', label: 'partners.tabs.rounds', isFor: mayReadAmongMembers },
]
