import type { Application } from '../../../../platform/http/application.ts'
import { type Fetched, fetchFile } from '../../../../platform/outside/fetch-file.ts'
import { readRelease } from '../../../../platform/settings/release.ts'

/** Fetches a calendar at an address that somebody has given, within the bounds of settings. */
export function fetchCalendar(
  { settings }: Pick<Application, 'settings'>,
  address: string,
  known: { etag: string | null; modified: string | null } = { etag: null, modified: null },
): Promise<Fetched> {
  return fetchFile(address, {
    userAgent: `Entente/${readRelease()} (+${settings.baseUrl})`,
    accept: 'text/calendar, */*;q=0.5',
    mostBytes: settings.calendarMegabytes * 1024 * 1024,
    trustedHosts: settings.calendarHosts,
    ...known,
  })
}
