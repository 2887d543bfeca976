import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { CalendarTime } from '../../../platform/calendar/calendar-event.ts'
import { calendarRemarkWords, calendarTroubleWords } from '../../../platform/calendar/calendar-words.ts'
import type { ReadCalendar, ReadEvent } from '../../../platform/calendar/reading/read-calendar.ts'
import { readCalendarFile, usualWindow } from '../../../platform/calendar/reading/read-calendar-file.ts'
import { CalendarUnreadable } from '../../../platform/calendar/reading/remarks.ts'
import {
  type Command,
  type CommandCall,
  CommandFailed,
  cannotRead,
  WrongUsage,
} from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { dayOf, ownDay } from '../../../platform/context/clock.ts'
import { chooseNetwork } from '../../networks/index.ts'
import { fetchTroubleWords, outcomes } from './outcome.ts'
import { listPlanned } from './queries.ts'
import { fetchCalendar, readEntries } from './read-entries.ts'
import { addCalendar } from './records/commands.ts'
import { findCalendar } from './records/queries.ts'
import { doWork } from './running/jobs.ts'

export const calendarCommands: Command[] = [
  {
    name: 'import calendar',
    usage: 'import calendar FILE|ADDRESS [--network SLUG] [--apply] [--json]',
    summary:
      'read a calendar (.ics, .ics.gz, https, webcal) into the agenda of a network; changes nothing without --apply',
    options: { json: 'flag', network: 'text', apply: 'flag' },
    words: [1, 1],
    run: async (call) => {
      const { words, options, application, terminal } = call
      if (options.apply === true && options.json === true)
        throw new WrongUsage('--json shows what a calendar holds: leave --apply out')
      const [place = ''] = words
      try {
        const bytes = await readPlace(call, place)
        if (options.network !== undefined || options.apply === true)
          return await importCalendar(call, place, bytes)
        const calendar = await readCalendarFile(bytes, {
          megabytes: application.settings.calendarMegabytes,
          window: usualWindow(dayOf(application.clock)),
        })
        const t = application.translate('en')
        for (const remark of calendar.remarks) terminal.say(calendarRemarkWords(t, remark))
        terminal.out(options.json === true ? `${JSON.stringify(calendar)}\n` : outline(calendar))
      } catch (error) {
        if (error instanceof CalendarUnreadable)
          throw new CommandFailed(calendarTroubleWords(application.translate('en'), error))
        if (error instanceof Error && 'syscall' in error) throw cannotRead(place, error)
        throw error
      }
    },
  },
]

const isAddress = (place: string) => /^(?:https?|webcals?):\/\//i.test(place)

async function readPlace({ application, folder }: CommandCall, place: string): Promise<Uint8Array> {
  if (!isAddress(place)) return readFile(resolve(folder, place))
  const fetched = await fetchCalendar(application, place)
  if (fetched.is === 'file') return fetched.bytes
  const why = fetched.is === 'failed' ? fetchTroubleWords(application.translate('en'), fetched) : ''
  throw new CommandFailed(`${place}: ${why}`)
}

/** Reports what a calendar would change in the agenda of a network, and changes it when asked to. */
async function importCalendar(
  { options, application, terminal }: CommandCall,
  place: string,
  bytes: Uint8Array,
): Promise<void> {
  const asking = operatorContext(application)
  const network = await chooseNetwork(asking, options.network)
  const context = { ...asking, today: ownDay(application, network.opensOn) }
  const language = network.languages[0] ?? 'en'
  const read = await readEntries(application, bytes, {
    languages: network.languages,
    language,
    today: context.today,
  })
  const t = application.translate('en')
  for (const remark of read.remarks) terminal.say(calendarRemarkWords(t, remark))
  const planned = await listPlanned(context, network.id, read.entries, null)
  const counted = outcomes.flatMap((outcome) => {
    const count = planned.filter((each) => each.outcome === outcome).length
    return count > 0 ? [`${t(`imports.calendar.outcome.${outcome}`)}: ${count}`] : []
  })
  terminal.out(`${[read.name, ...counted].filter((line) => line !== '').join('\n')}\n`)
  if (options.apply !== true) return terminal.say('Nothing was changed: --apply imports the calendar')
  const id = await addCalendar(context, network.id, {
    kind: isAddress(place) ? 'address' : 'file',
    fileName: isAddress(place) ? null : basename(place),
    address: isAddress(place) ? place : null,
    language,
    visibility: 'network',
    read,
    planned,
    isAccepted: true,
  })
  const calendar = await findCalendar(context, network.id, id)
  await doWork(application, calendar, (done) =>
    terminal.progress('Writing the events', done, calendar.rowsTotal),
  )
  terminal.say(`Imported: ${id}`)
}

function outline({ name, events }: ReadCalendar): string {
  return [...(name === '' ? [] : [name]), ...events.map(lineOf)].map((line) => `${line}\n`).join('')
}

function lineOf({ start, end, summary, status, occurrences, recurrence }: ReadEvent): string {
  const when = end ? `${timeWords(start)} – ${timeWords(end)}` : timeWords(start)
  const times = recurrence ? `, ${occurrences.length} times` : ''
  return `${when}  ${summary.text}${times}${status && status !== 'confirmed' ? ` (${status})` : ''}`
}

function timeWords(time: CalendarTime): string {
  if (time.kind === 'day') return time.day
  if (time.kind === 'floating') return `${time.at} without a zone`
  const at = Temporal.Instant.fromEpochMilliseconds(time.at.getTime()).toZonedDateTimeISO(time.zone)
  return at.toString({ smallestUnit: 'minute' })
}
