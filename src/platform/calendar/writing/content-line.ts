const mostOctets = 75

/** A line of iCalendar as a file holds it: folded at 75 octets (RFC 5545 3.1), no character cut, with its line end. */
export function contentLine(line: string): string {
  // Three octets is the most that a unit of a string takes.
  if (line.length * 3 <= mostOctets) return `${line}\r\n`
  const octets = Buffer.byteLength(line)
  if (octets <= mostOctets) return `${line}\r\n`
  return octets === line.length ? foldAscii(line) : foldCharacters(line)
}

/** A folded line of iCalendar, for text that is known to be ASCII. */
export function asciiLine(line: string): string {
  return line.length <= mostOctets ? `${line}\r\n` : foldAscii(line)
}

/**
 * A line whose value is a text, of which `head` (ASCII) is all before: the text is made keepable, escaped and folded in one walk, since
 * three of them take as long as all the rest of writing an event.
 */
export function textLine(head: string, text: string): string {
  let line = head
  let octets = head.length
  let start = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const isPlain = code > 0x1f && code < 0x7f && code !== 0x2c && code !== 0x3b && code !== 0x5c
    const written = isPlain ? null : writtenSign(text, at, code)
    const units =
      written === null
        ? isPair(text, at, code)
          ? 2
          : 1
        : code === 0x0d && text.charCodeAt(at + 1) === 0x0a
          ? 2
          : 1
    const size = written === null ? octetsOf(code) : written === '\ufffd' ? 3 : written.length
    if (octets + size > mostOctets) {
      line += `${text.slice(start, at)}\r\n `
      start = at
      octets = 1
    }
    octets += size
    if (written !== null) {
      line += text.slice(start, at) + written
      start = at + units
    }
    at += units
  }
  return `${line}${text.slice(start)}\r\n`
}

/** What replaces a sign that a text cannot hold as it is; null for one that it can. */
function writtenSign(text: string, at: number, code: number): string | null {
  if (code === 0x2c || code === 0x3b || code === 0x5c) return `\\${text[at]}`
  // Line ends of whatever kind; of the other control characters only tabs are kept.
  if (isLineEnd(code)) return '\\n'
  if (code < 0xa0) return code === 0x09 ? null : ''
  return isSurrogate(code) && !isPair(text, at, code) ? '\ufffd' : null
}

const isLineEnd = (code: number) =>
  (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff
const isPair = (text: string, at: number, code: number) =>
  code >= 0xd800 && code <= 0xdbff && text.charCodeAt(at + 1) >= 0xdc00 && text.charCodeAt(at + 1) <= 0xdfff

/** How many octets a unit of a string takes; the first one of a pair counts for both. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return isSurrogate(code) ? 4 : 3
}

function foldAscii(line: string): string {
  let folded = line.slice(0, mostOctets)
  for (let at = mostOctets; at < line.length; at += mostOctets - 1)
    folded += `\r\n ${line.slice(at, at + mostOctets - 1)}`
  return `${folded}\r\n`
}

function foldCharacters(line: string): string {
  let folded = ''
  let start = 0
  let octets = 0
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) ?? 0
    const units = code > 0xffff ? 2 : 1
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : units + 2
    if (octets + size > mostOctets) {
      folded += `${line.slice(start, at)}\r\n `
      start = at
      octets = 1
    }
    octets += size
    at += units
  }
  return `${folded}${line.slice(start)}\r\n`
}
