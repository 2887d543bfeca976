import type { LightMyRequestResponse } from 'fastify'
import { expect, vi } from 'vitest'
import { multipartBody } from './multipart.ts'
import type { TestApp } from './open-test-app.ts'
import { pageWords } from './page-words.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export const calendarsAddress = '/fr/france-coree/agenda/import'

export interface CalendarImporter {
  coordinator: SignedIn
  /** Sends the form as a person would: a file of lines, or an address. */
  send(
    fields: Record<string, string>,
    file?: { name: string; bytes: string | Uint8Array },
  ): Promise<LightMyRequestResponse>
  /** Reads a calendar; returns the address of its page once no work is under way. */
  begin(lines: readonly string[], fields?: Record<string, string>): Promise<string>
  /** Sends a form of one calendar; returns the words of its page once no work is under way. */
  act(page: string, part: string, fields?: Record<string, string | string[]>): Promise<string>
  read(page: string): Promise<string>
}

/** A file of events, each the lines of one. */
export function calendarOf(...events: string[][]): string[] {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Agenda de l’institut',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'DTSTAMP:20170601T000000Z', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ]
}

/** A coordinator of the demonstration who imports calendars. */
export async function openCalendarImporter(testApp: TestApp): Promise<CalendarImporter> {
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId, organisationIds: [] })
  const settled = async (page: string): Promise<string> => {
    await vi.waitFor(async () => expect((await coordinator.get(page)).headers.refresh).toBeUndefined(), {
      timeout: 30_000,
      interval: 30,
    })
    return pageWords((await coordinator.get(page)).body)
  }
  const send: CalendarImporter['send'] = async (fields, file) => {
    const { payload, headers } = await multipartBody(
      fields,
      file ? [{ field: 'file', type: 'text/calendar', ...file }] : [],
    )
    return testApp.app.inject({
      method: 'POST',
      url: calendarsAddress,
      payload,
      headers: {
        ...headers,
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        cookie: coordinator.cookie,
      },
    })
  }
  return {
    coordinator,
    send,
    read: settled,
    begin: async (lines, fields = {}) => {
      const answer = await send(fields, { name: 'institut.ics', bytes: lines.join('\r\n') })
      expect(answer.statusCode).toBe(303)
      const page = String(answer.headers.location)
      await settled(page)
      return page
    },
    act: async (page, part, fields = {}) => {
      const answer = await coordinator.post(`${page}/${part}`, fields)
      expect(answer.statusCode).toBe(303)
      return settled(page)
    },
  }
}
