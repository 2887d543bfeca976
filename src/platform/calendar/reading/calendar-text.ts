import { gunzipSync } from 'node:zlib'
import { decodeText } from '../../reading/decode-text.ts'
import { type CalendarRemark, CalendarUnreadable } from './remarks.ts'

const megabyte = 1024 * 1024

/** The text of a calendar file with its lines unfolded: packed by gzip or not, of any encoding. Refuses more than `mostBytes`. */
export function calendarText(
  bytes: Uint8Array,
  mostBytes: number,
): { text: string; remarks: CalendarRemark[] } {
  const plain = unfoldBytes(unpack(bytes, mostBytes))
  try {
    const { text, remarks } = decodeText(plain)
    return {
      // UTF-16 can be unfolded only as text.
      text: plain.includes(0) ? unfold(text) : text,
      remarks: remarks.flatMap(({ code, detail }) =>
        code === 'encodingGuessed' || code === 'lettersLost' ? [{ code, subject: '', detail }] : [],
      ),
    }
  } catch (error) {
    throw new CalendarUnreadable('notCalendar', '', { cause: error })
  }
}

function unpack(bytes: Uint8Array, mostBytes: number): Uint8Array {
  const megabytes = String(mostBytes / megabyte)
  if (bytes.length > mostBytes) throw new CalendarUnreadable('tooLarge', megabytes)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes })
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    throw new CalendarUnreadable(isTooLarge ? 'bomb' : 'damaged', isTooLarge ? megabytes : '', {
      cause: error,
    })
  }
}

// Many programs fold between the bytes of one character: lines are joined before letters are made of them.
function unfoldBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0)) return bytes
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return Buffer.from(unfold(letters), 'latin1')
}

// Programs leave blank lines before a line that goes on. A line that opens or closes a part never continues the one before.
const fold = /[\r\n]+(?:[ \t](?![ \t]*(?:BEGIN|END):[A-Z-]{1,40}[ \t]*(?:[\r\n]|$)))?/g

function unfold(text: string): string {
  return dedent(text).replace(fold, (found) => (/[ \t]$/.test(found) ? '' : found))
}

// A calendar that was set into a text with blanks before each line.
function dedent(text: string): string {
  const [, before = ''] = /^\s*?([ \t]+)BEGIN:VCALENDAR[ \t]*[\r\n]+\1\S/i.exec(text.slice(0, 1_000)) ?? []
  return before === '' ? text : text.replaceAll(new RegExp(`^${before}`, 'gm'), '')
}
