const deepest = 20

// Matches JSON that is known to be valid: texts, brackets, commas and colons; numbers and words do not matter here.
const sign = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gs

interface Frame {
  /** Names given so far; null in a list. */
  names: Set<string> | null
  awaitsName: boolean
}

/** Why valid JSON is ambiguous or a burden: a name given twice in one object, or nesting that nothing here has; null for neither. */
export function findAmbiguity(text: string): string | null {
  const frames: Frame[] = []
  for (const [found] of text.matchAll(sign)) {
    const frame = frames.at(-1)
    if (found === '{' || found === '[') {
      if (frames.length >= deepest) return `The body is nested more than ${deepest} levels deep`
      frames.push({ names: found === '{' ? new Set() : null, awaitsName: found === '{' })
    } else if (found === '}' || found === ']') frames.pop()
    else if (frame === undefined) continue
    else if (found === ',') frame.awaitsName = frame.names !== null
    else if (found === ':') frame.awaitsName = false
    else if (frame.names !== null && frame.awaitsName) {
      const name = String(JSON.parse(found))
      if (frame.names.has(name))
        return `The name "${name.toWellFormed().slice(0, 80)}" is given twice in one object`
      frame.names.add(name)
    }
  }
  return null
}
