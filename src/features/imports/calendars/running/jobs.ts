import { ownDay } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { silentSince } from '../../../../platform/jobs/claims.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { listNetworks, type Network } from '../../../networks/index.ts'
import { findCalendar, type ImportedCalendar, listDue, listWaiting } from '../records/queries.ts'
import { fetchSubscription } from '../subscriptions.commands.ts'
import { undo } from '../undo.commands.ts'
import { type CalendarServices, claim, tell, writeChosen } from './commands.ts'

const fetchedAtOnce = 10

/** Does the work that a calendar waits for, unless another worker does; the next worker continues interrupted work. */
export async function doWork(
  services: CalendarServices,
  calendar: ImportedCalendar,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  if (calendar.waitsFor === null) return
  const { context, network } = await placeOf(services, calendar)
  if (!(await claim(context, calendar))) return
  if (calendar.waitsFor === 'return')
    return undo(context, services, calendar, async (done) => {
      progress(done)
      await tell(context, calendar, done)
    })
  return writeChosen(context, services, network, calendar, progress)
}

/** Starts the work that a calendar waits for at once, if this process runs jobs; otherwise, and after a crash, the job does it. */
export function startSoon(
  services: CalendarServices & Pick<Application, 'log'>,
  { networkId, id }: Pick<ImportedCalendar, 'networkId' | 'id'>,
): void {
  if (services.settings.role === 'web') return
  void findCalendar(services, networkId, id)
    .then((calendar) => doWork(services, calendar))
    .catch((error: unknown) => services.log.error({ err: error, calendar: id }, 'calendar'))
}

/** Every minute: the calendars that wait; every ten: followed calendars that are due. */
export function calendarJobs(application: Application): Job[] {
  return [
    {
      name: 'imports.calendars',
      cron: '* * * * *',
      run: async () => {
        const before = silentSince(application.clock.now())
        for (const calendar of await listWaiting(application, before)) await doWork(application, calendar)
      },
    },
    {
      name: 'imports.subscriptions',
      cron: '*/10 * * * *',
      run: async () => {
        for (const calendar of await listDue(application, fetchedAtOnce))
          await fetchNow(application, calendar)
      },
    },
  ]
}

/** Fetches a followed calendar and writes what is new in it. */
export async function fetchNow(services: CalendarServices, calendar: ImportedCalendar): Promise<void> {
  const { context, network } = await placeOf(services, calendar)
  await fetchSubscription(context, services, network, calendar)
  await doWork(services, await findCalendar(context, network.id, calendar.id))
}

async function placeOf(
  services: CalendarServices,
  { networkId }: ImportedCalendar,
): Promise<{ context: Context; network: Network }> {
  const { clock, database } = services
  const network = (await listNetworks(services)).find(({ id }) => id === networkId)
  if (!network) throw new Error(`The network ${networkId} of a calendar is gone`)
  const today = ownDay(services, network.opensOn)
  return { network, context: { actor: { kind: 'operator' }, clock, database, today } }
}
