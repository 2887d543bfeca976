import { gunzipSync } from 'node:zlib'
import { decodeText } from '../../reading/decode-text.ts'
import { type CalendarRemark, CalendarUnreadable } from './remarks.ts'

const megabyte = 1024 * 1024

/** The text of a calendar file with its lines unfolded: packed by gzip or not, of any encoding. Refuses more than so many bytes. */
export function calendarText(
  bytes: Uint8Array,
  mostBytes: number,
): { text: string; remarks: CalendarRemark[] } {
  const plain = unfold(unpack(bytes, mostBytes))
  try {
    const { text, remarks } = decodeText(plain)
    return {
      // Of UTF-16 only the text can be unfolded.
      text: text.replace(/\r?\n[ \t]/g, ''),
      remarks: remarks.flatMap(({ code, detail }) =>
        code === 'encodingGuessed' ? [{ code, subject: '', detail }] : [],
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
function unfold(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0)) return bytes
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return Buffer.from(letters.replace(/\r?\n[ \t]/g, ''), 'latin1')
}
