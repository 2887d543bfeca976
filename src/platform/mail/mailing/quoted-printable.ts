const longestLine = 75
const [space, tab, lineEnd, equals] = [0x20, 0x09, 0x0a, 0x3d]

/**
 * A text as quoted-printable. No line ends with a space or holds two in a row, so that what DKIM calls relaxed leaves it as
 * it is: the hash of a body can be taken of its very bytes.
 */
export function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text.toWellFormed().replaceAll(/\r\n?/g, '\n'))
  const lines: string[] = []
  let line = ''
  for (const [place, byte] of bytes.entries()) {
    if (byte === lineEnd) {
      lines.push(line)
      line = ''
      continue
    }
    const written = isPlain(byte, bytes[place - 1], bytes[place + 1])
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (line.length + written.length > longestLine) {
      lines.push(`${line}=`)
      line = ''
    }
    line += written
  }
  return [...lines, line].join('\r\n')
}

function isPlain(byte: number, before: number | undefined, after: number | undefined): boolean {
  if (byte === space) return before !== space && before !== undefined && !endsText(after)
  return byte > space && byte < 0x7f && byte !== equals
}

function endsText(byte: number | undefined): boolean {
  return byte === undefined || byte === lineEnd || byte === space || byte === tab
}
