import { type Fetched, fetchFile } from '../../../platform/fetch-file.ts'
import { readRelease } from '../../../platform/settings/release.ts'
import type { Settings } from '../../../platform/settings/settings.ts'

/** Fetches a calendar at an address that a person gave, within the limits of the settings. */
export function fetchCalendar(
  { settings }: { settings: Pick<Settings, 'baseUrl' | 'calendarMegabytes' | 'calendarHosts'> },
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
