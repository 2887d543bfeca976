import { callContext } from '../../platform/http/api/call-context.ts'
import type { Application, SitemapEntry } from '../../platform/http/application.ts'
import { listNetworks } from '../networks/index.ts'

/** The calendar of each network, for search engines; what changes it is not in one place. */
export async function listAgendaPages(application: Application): Promise<SitemapEntry[]> {
  const networks = await listNetworks(callContext(application))
  return networks.flatMap(({ slug }) =>
    ['holidays', 'check', 'overlap'].map((page) => ({ path: `/${slug}/agenda/${page}`, changedAt: null })),
  )
}
