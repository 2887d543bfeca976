/** The fields of a block of a report, unfolded, by their names in small letters; the first of each name. */
export function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

/** The headers of a message, its body left aside. */
export function headersOf(message: string): Map<string, string> {
  return fieldsOf(message.trimStart().split(/\r?\n\r?\n/, 1)[0] ?? '')
}
