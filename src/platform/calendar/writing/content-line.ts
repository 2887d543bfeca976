const mostOctets = 75

/** A line of iCalendar as it stands in a file: folded at 75 octets (RFC 5545 3.1), no character cut, with its line end. */
export function contentLine(line: string): string {
  // Three octets is the most that a unit of a string takes.
  if (line.length * 3 <= mostOctets) return `${line}\r\n`
  const octets = Buffer.byteLength(line)
  if (octets <= mostOctets) return `${line}\r\n`
  return octets === line.length ? foldAscii(line) : foldCharacters(line)
}

/** The same for a line that is ASCII for certain. */
export function asciiLine(line: string): string {
  return line.length <= mostOctets ? `${line}\r\n` : foldAscii(line)
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
