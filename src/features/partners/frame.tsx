import type { FastifyReply } from 'fastify'
import type { NavigationEntry } from '../../platform/http/application.ts'
import { addressFor } from '../../platform/i18n/reader.ts'
import { Tabs } from '../../ui/blocks/tabs.tsx'
import { type NetworkRequest, renderNetworkPage } from '../networks/index.ts'
import { roundPath, suggestionsPath } from './paths.ts'
import { mayReadAmongMembers } from './policy.ts'

// Where one goes to what partners look for, expect of each other and do together.
const mainPages: readonly NavigationEntry[] = [
  { path: '/partners', label: 'partners.tabs.board' },
  { path: '/expectations', label: 'partners.tabs.expectations' },
  { path: '/reciprocity', label: 'partners.tabs.reciprocity' },
  { path: suggestionsPath(), label: 'partners.tabs.suggestions', isFor: mayReadAmongMembers },
  { path: '/partners/introductions', label: 'partners.tabs.introductions', isFor: mayReadAmongMembers },
  { path: roundPath(), label: 'partners.tabs.rounds', isFor: mayReadAmongMembers },
]

/** Sends one of the main pages of partners, beneath the row of those that the reader may open. */
export function renderPartnersPage(
  visit: NetworkRequest,
  rendered: Parameters<typeof renderNetworkPage>[1],
): FastifyReply {
  const { context, reader, network } = visit
  const shown = mainPages.filter(({ isFor }) => isFor?.(context.actor, network.id) ?? true)
  return renderNetworkPage(visit, {
    ...rendered,
    children: (
      <>
        <Tabs
          label={reader.t('partners.tabs.label')}
          tabs={shown.map(({ path, label }) => ({
            label: reader.t(label),
            href: addressFor(reader, `/${network.slug}${path}`),
            current: path === rendered.path,
          }))}
        />
        {rendered.children}
      </>
    ),
  })
}
