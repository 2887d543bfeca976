/** A line of a calendar as it was written: values are not read yet. */
export interface ContentLine {
  /** In capitals. */
  name: string
  /** By names in capitals; the first value of each. */
  parameters: Record<string, string>
  value: string
}

const head = /^([A-Za-z0-9-]+)(?=[;:])/
const parameter = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/y
const times = String.raw`\d{8}(?:T\d{6}Z?)?(?:,\d{8}(?:T\d{6}Z?)?)*`
// Zones with a colon that nobody quoted, or whose quote ends behind the value.
const brokenZone = new RegExp(
  `^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE);TZID="?([^"]+?)"?:(${times})"?$`,
  'i',
)

/** Reads an unfolded line of a calendar; null for one that cannot be split into name, parameters and value. */
export function readContentLine(line: string): ContentLine | null {
  const plain = readPlainly(line)
  const isBroken = plain?.parameters.TZID !== undefined && plain.value.includes(':')
  return plain && !isBroken ? plain : (mend(line) ?? plain)
}

function readPlainly(line: string): ContentLine | null {
  const [name] = head.exec(line) ?? []
  if (name === undefined) return null
  const parameters: Record<string, string> = {}
  let at = name.length
  while (line[at] === ';') {
    parameter.lastIndex = at
    const match = parameter.exec(line)
    if (!match) return null
    const [whole, key = '', values = ''] = match
    parameters[key.toUpperCase()] ??= parameterText(values)
    at += whole.length
  }
  if (line[at] !== ':') return null
  return { name: name.toUpperCase(), parameters, value: line.slice(at + 1) }
}

function mend(line: string): ContentLine | null {
  const [, name, zone, value] = brokenZone.exec(line) ?? []
  if (name === undefined || zone === undefined || value === undefined) return null
  return { name: name.toUpperCase(), parameters: { TZID: zone }, value }
}

// RFC 6868: what a caret says; one before anything else is itself.
function parameterText(values: string): string {
  const plain = values.startsWith('"') ? values.slice(1, values.indexOf('"', 1)) : values
  if (!plain.includes('^')) return plain
  return plain.replace(/\^([n^'])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))
}

/** A value of the type TEXT as people read it. */
export function readTextValue(value: string): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([\\;,:"nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}

/** The texts of a list such as CATEGORIES. */
export function readTextList(value: string): string[] {
  return value
    .split(/(?<=(?:^|[^\\])(?:\\\\)*),/)
    .map((each) => readTextValue(each).trim())
    .filter((each) => each !== '')
}
