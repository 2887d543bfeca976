import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { calendarTroubleWords } from '../../../platform/calendar/calendar-words.ts'
import { CalendarUnreadable } from '../../../platform/calendar/reading/remarks.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { webAddress } from '../../../platform/fetch-file.ts'
import type { Application } from '../../../platform/http/application.ts'
import { type FieldError, fieldError } from '../../../platform/input/form.ts'
import type { Network } from '../../networks/index.ts'
import { fetchTroubleWords } from './outcome.ts'
import { isFollowed, listPlanned } from './queries.ts'
import { fetchCalendar, readEntries } from './read-entries.ts'
import { addCalendar } from './records/commands.ts'
import { findCalendar } from './records/queries.ts'
import { takeIn } from './subscriptions.commands.ts'

export interface Begun {
  file: { path: string; name: string } | null
  address: string
  follow: 'once' | 'always'
  visibility: 'public' | 'network'
  language: string
}

type Services = Pick<Application, 'settings' | 'clock' | 'translate' | 'textOwners'>

/** Reads a calendar from an upload or an address, and keeps its entries. Returns its id, or the errors of the form. */
export async function beginCalendar(
  services: Services,
  context: Context,
  network: Network,
  begun: Begun,
): Promise<{ id: string } | { errors: FieldError[] }> {
  const wrong = refuse(begun)
  if (wrong) return { errors: [wrong] }
  const field = begun.file ? 'file' : 'address'
  const address = begun.file
    ? null
    : (webAddress(begun.address, services.settings.calendarHosts)?.href ?? null)
  if (address !== null && begun.follow === 'always' && (await isFollowed(context, network.id, address)))
    return followedAlready
  const fetched = begun.file
    ? { is: 'file' as const, bytes: await readFile(begun.file.path), etag: null, modified: null }
    : await fetchCalendar(services, begun.address)
  // There is no earlier state that could be unchanged.
  if (fetched.is === 'unchanged')
    return { errors: [fieldError(field, 'imports.calendar.trouble.unreachable')] }
  if (fetched.is === 'failed') return { errors: [{ field, message: (t) => fetchTroubleWords(t, fetched) }] }
  const { bytes, etag, modified } = fetched
  try {
    const { language, visibility } = begun
    const read = await readEntries(services, bytes, {
      languages: network.languages,
      language,
      today: context.today,
    })
    const isSubscription = begun.follow === 'always'
    return await inTransaction(context, async (inside) => {
      if (isSubscription && address !== null) {
        await takeTurn(inside, `imports_calendar ${network.id}`)
        if (await isFollowed(inside, network.id, address)) return followedAlready
      }
      const id = await addCalendar(inside, network.id, {
        kind: begun.file ? 'file' : isSubscription ? 'subscription' : 'address',
        fileName: begun.file?.name ?? null,
        address,
        language,
        visibility,
        read,
        planned: isSubscription ? [] : await listPlanned(inside, network.id, read.entries, null),
      })
      if (isSubscription) {
        const calendar = await findCalendar(inside, network.id, id)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        await takeIn(inside, services, network, calendar, read, { etag, modified, sha256 })
      }
      return { id }
    })
  } catch (error) {
    if (!(error instanceof CalendarUnreadable)) throw error
    return { errors: [{ field, message: (t) => calendarTroubleWords(t, error) }] }
  }
}

const followedAlready = { errors: [fieldError('address', 'imports.calendar.alreadyFollowed')] }

function refuse({ file, address, follow }: Begun): FieldError | null {
  if (file && address !== '') return fieldError('address', 'imports.calendar.both')
  if (file && follow === 'always') return fieldError('follow', 'imports.calendar.followFile')
  return file || address !== '' ? null : fieldError('file', 'imports.calendar.nothingSent')
}
