const longestLine = 75
const [space, tab, lineEnd, equals, dot] = [0x20, 0x09, 0x0a, 0x3d, 0x2e]

/**
 * A text as quoted-printable. No line ends with a space or holds two in a row, so that what DKIM calls relaxed leaves it as
 * it is: the hash of a body can be taken of its very bytes. None begins with a dot either, which would have to be doubled on the way.
 */
export function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text.toWellFormed().replaceAll(/\r\n?/g, '\n'))
  const lines: string[] = []
  let line = ''
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0
    if (byte === lineEnd) {
      lines.push(line)
      line = ''
      continue
    }
    const isWritten = isPlain(byte, bytes[place - 1], bytes[place + 1])
    if (line.length + (isWritten ? 1 : 3) > longestLine) {
      lines.push(`${line}=`)
      line = ''
    }
    line += isWritten && !(byte === dot && line === '') ? String.fromCharCode(byte) : encoded(byte)
  }
  return [...lines, line].join('\r\n')
}

function encoded(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

function isPlain(byte: number, before: number | undefined, after: number | undefined): boolean {
  if (byte === space) return before !== space && before !== undefined && !endsText(after)
  return byte > space && byte < 0x7f && byte !== equals
}

function endsText(byte: number | undefined): boolean {
  return byte === undefined || byte === lineEnd || byte === space || byte === tab
}
