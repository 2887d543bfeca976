/** A line of a message, without its marks of quotation. */
export interface MailLine {
  text: string
  /** How often it is quoted. */
  depth: number
  /** What the HTML around it says: here begins what is quoted, or it is part of a signature. */
  mark?: 'quote' | 'signature'
}

/** Longer lines are always words of a person: no rule looks into them, so that none takes long. */
export const longestRead = 400

export const isBlank = ({ text }: MailLine): boolean => text === ''

/** The lines of a plain text; `flowed` joins those that a program broke (RFC 3676), `delsp` without the space at the break. */
export function plainLines(text: string, flowed: 'no' | 'flowed' | 'delsp' = 'no'): MailLine[] {
  const lines: MailLine[] = []
  let isOpen = false
  const written = text.split(/\r\n|\r|\n/)
  for (const [at, raw] of written.entries()) {
    const last = lines.at(-1)
    // Servers mark a line that begins with “From ”; it stands alone among words of the person.
    const isMangled = /^>From [^:]/.test(raw) && !last?.depth && !/^>(?!From )/.test(written[at + 1] ?? '')
    const line = unquoted(isMangled ? raw.slice(1) : raw, flowed !== 'no')
    if (isOpen && last && last.depth === line.depth)
      last.text = (flowed === 'delsp' ? last.text.slice(0, -1) : last.text) + line.text
    else lines.push(line)
    isOpen = flowed !== 'no' && line.text.endsWith(' ') && line.text !== '-- '
  }
  for (const line of lines) line.text = line.text === '-- ' ? line.text : linkedOnce(line.text.trimEnd())
  return lines
}

// Outlook writes an address and, after it, where it leads.
const linkedOnce = (text: string) =>
  text.length > 4 * longestRead || !/<(?:https?|mailto):/i.test(text)
    ? text
    : text
        .replaceAll(/(https?:\/\/[^\s<>]{1,400})<\1\/?>/gi, '$1')
        .replaceAll(/([^\s<>@]{1,64}@[^\s<>@]{1,200})<mailto:\1>/gi, '$1')

/** A line without its marks: `> > text`, `>>text`. */
export function unquoted(raw: string, isStuffed = false): MailLine {
  let at = 0
  let depth = 0
  while (raw[at] === '>') {
    depth += 1
    at += raw[at + 1] === ' ' && raw[at + 2] === '>' ? 2 : 1
  }
  if ((depth > 0 || isStuffed) && raw[at] === ' ') at += 1
  return { text: raw.slice(at), depth }
}

/** Lines as a text, marked again, with one blank line at most between two. */
export function joinLines(lines: readonly MailLine[]): string {
  const written: string[] = []
  for (const { text, depth } of lines) {
    const line = depth > 0 ? `${'> '.repeat(Math.min(depth, 5))}${text}`.trimEnd() : text.trimEnd()
    if (line !== '' || (written.length > 0 && written.at(-1) !== '')) written.push(line)
  }
  while (written.at(-1) === '') written.pop()
  return written.join('\n')
}
